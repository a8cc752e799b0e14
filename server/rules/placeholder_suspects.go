package rules

import "strings"

// suspicion says which kinds of placeholders a sentence may have.
type suspicion uint16

const (
	ofMark suspicion = 1 << iota
	ofSlot
	ofLeftover
	ofTemplate
	ofDelay
	ofLater
	ofGap
	ofFragment
	ofOpenNoun
	ofBracket
)

// hint is a text that sentences with some kind of placeholder contain.
type hint struct {
	text string
	kind suspicion
}

var (
	// hintSigns are looked for anywhere, hintWords as whole words.
	hintSigns = []hint{
		{"t.b.", ofMark}, {"xx", ofMark | ofSlot}, {"nnn", ofSlot}, {"__", ofSlot}, {"yyyy", ofSlot}, {"$n", ofSlot}, {"€n", ofSlot}, {"n.n", ofFragment},
		{"[", ofTemplate}, {"{", ofTemplate},
	}
	hintWords = hintsOf([]hint{
		{"todo, to-do, tbd, tba, tbc, fixme, wip", ofMark},
		{"nn, 20yy", ofSlot},
		{"to be, will be", ofOpenNoun},
		{"lorem ipsum, coming soon, text here, text goes here, here", ofLeftover},
		{"yet to be, still to be, remain to be, remains to be, still need to be, still needs to be, still has to be, still have to be, we have not, we haven't, we still, " +
			"to follow, to come, will follow, will come, coming, yet", ofDelay | ofBracket},
		{"later, soon, shortly, here, in due course, in the next, in a later, in a future", ofLater},
		{"still missing, missing here, missing yet, missing for now, missing so far", ofGap},
		{"to be, not, nothing, undecided, unwritten, outstanding, pending, unclear, insert, paste, describe, explain, work in progress, under construction, under discussion, more to come, still open, needs work, needs more work, missing, still outstanding, still pending, still unclear, didn't, did not, haven't, have not, i didn't, i did not, i haven't, i have not, left, intentionally left, deliberately left, " +
			"to do, to define, to decide, to confirm, to clarify, to complete, to determine, to specify", ofFragment},
		{"to be, to do, to define, to decide, to confirm, to clarify, to complete, to determine, to specify, to check, to verify, fill, will draw, will add, will fill, will write, " +
			"will calculate, will update, will decide, will define, will confirm, will check, will insert, will provide, please, must, need to, i'll, skip, skipped, come back, placeholder, paste, attach, embed, later, soon, asap, needed, missing, to come, to follow, to fill in, to write, to add, to draw, to describe, to provide, to supply, to finish, to update", ofBracket},
	})
	hintLexicon = func() *lexicon {
		words := make([]string, len(hintWords))
		for i, h := range hintWords {
			words[i] = h.text
		}
		return newLexicon(words...)
	}()
)

// hintsOf takes lists apart, and joins the kinds that have a hint in common.
func hintsOf(lists []hint) (hints []hint) {
	at := map[string]int{}
	for _, list := range lists {
		for text := range strings.SplitSeq(list.text, ", ") {
			if _, ok := at[text]; !ok {
				at[text] = len(hints)
				hints = append(hints, hint{text: text})
			}
			hints[at[text]].kind |= list.kind
		}
	}
	return hints
}

// suspects tells, by sentence, what to look for; nil when there is nothing. Most
// sentences are ruled out in one pass, much faster than by expressions.
func suspects(s *Scope) []suspicion {
	c, lower := s.Content(), s.Lower()
	var all []suspicion
	suspect := func(offset int, kind suspicion) {
		i := sentenceAt(c, offset)
		if i < 0 {
			return
		}
		if kind&ofFragment != 0 && !opensFragment(lower[c.Sentences[i].Span.Start:offset]) {
			kind &^= ofFragment
		}
		if all == nil {
			all = make([]suspicion, len(c.Sentences))
		}
		all[i] |= kind
	}
	for _, m := range hintLexicon.findIn(s) {
		suspect(m.Span.Start, hintWords[m.Phrase].kind)
	}
	for at := strings.IndexByte(lower, '?'); at >= 0; at = nextIndex(lower, at+1, "?") {
		if before, after := lower[max(0, at-1):at], lower[at+1:min(len(lower), at+2)]; strings.ContainsAny(before, " (~$-#?q") || at == 0 || strings.ContainsAny(after, ")]?") {
			suspect(at, ofMark|ofSlot|ofBracket)
		}
	}
	for _, h := range hintSigns {
		for at := strings.Index(lower, h.text); at >= 0; at = nextIndex(lower, at+len(h.text), h.text) {
			suspect(at, h.kind)
		}
	}
	return all
}

// nextIndex is where a text stands from an offset on, or -1.
func nextIndex(s string, from int, text string) int {
	if i := strings.Index(s[from:], text); i >= 0 {
		return from + i
	}
	return -1
}

// opensFragment holds for what may stand before a fragment: nothing, or a label.
func opensFragment(before string) bool {
	before = strings.TrimRight(before, " ")
	return len(before) < maxLabel && (before == "" || before[len(before)-1] == ':')
}
