package rules

import (
	"strings"
	"sync"

	"github.com/designls/designls/server/text"
)

var dichotomyCues = sync.OnceValue(func() *lexicon {
	return newLexicon("or", "vs", "versus", "against", "between", "only", "mutually", "incompatible", "impossible", "cannot", "can't",
		"sacrifice", "sacrificing", "trade", "give", "forgo", "options", "alternatives", "choices", "pick one", "choose one", "third", "in between", "in-between", "middle")
})

// candidateSentences lists the sentences that have a word with which choices are
// put.
func candidateSentences(s *Scope) []int {
	var found []int
	for _, cue := range dichotomyCues().findIn(s) {
		i := sentenceAt(s.Content(), cue.Span.Start)
		if i >= 0 && (len(found) == 0 || found[len(found)-1] != i) {
			found = append(found, i)
		}
	}
	return found
}

// nextSentence is the one after a sentence in the same block.
func nextSentence(s *Scope, sentence int) tokens {
	all := s.Content().Sentences
	if sentence+1 == len(all) || all[sentence+1].Block != all[sentence].Block {
		return nil
	}
	return tokensIn(s.Lower(), all[sentence+1].Span)
}

// isNormative holds for sentences of a specification, in which MUST and MAY bind
// whoever implements it.
func isNormative(s *Scope, sentence text.Span) bool {
	words := sentence.Of(s.Content().Prose)
	for _, keyword := range []string{"MUST", "SHALL", "SHOULD", "MAY "} {
		if strings.Contains(words, keyword) {
			return true
		}
	}
	return false
}

var decisions = sync.OnceValue(func() *lexicon {
	return newLexicon("choose", "chose", "chosen", "pick", "picked", "decide", "decided", "go with", "went with", "we use", "we will use", "we will", "opt for", "opted", "prefer", "we take", "settled on")
})

// decidesSomething says whether the section reports or asks for a decision; a
// heading "A vs B" may also stand over a mere comparison.
func decidesSomething(s *Scope) bool { return len(decisions().findIn(s)) > 0 }
