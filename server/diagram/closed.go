package diagram

import (
	"slices"
	"strings"
)

func (l *lexicon) closedTag(c class, tokens []token, i int) tag {
	next := ""
	if i+1 < len(tokens) {
		next = tokens[i+1].lower
	}
	word := tokens[i].lower
	switch {
	case word == "to" && l.startsInfinitive(tokens, i+1):
		return tagTo
	case c&classNeg != 0 && c&(classDet|classConj) == 0, word == "cannot":
		return tagNeg
	case word == "who", word == "which" && c&classRel != 0:
		return tagRel
	case word == "where" && i > 0 && tokens[i-1].lower == "from":
		return tagRel // "to the queue, from where a worker"
	case word == "following" && i > 0 && tokens[i-1].tag == tagDet:
		return tagGeneric // "calls the following services"
	case word == "both" && standsForTwo(tokens, i):
		return tagPron
	case word == "each" && standsForEach(tokens, i):
		return tagPron
	case word == "that":
		return thatTag(tokens, i, l)
	case (word == "this" || word == "these" || word == "those") && (l.isFinite(next) || word != "this" && l.isBase(tokens, i+1)):
		return tagPron
	case word == "once" && !opensClause(l, next), word == "both", word == "so", word == "in" && inAdverbs[next]:
		return tagAdv
	case (word == "before" || word == "after" || word == "until" || word == "since" || word == "as") && l.clauseFollows(tokens, i+1):
		return tagSub
	case c&classPrep != 0:
		return tagPrep
	case c&classModal != 0:
		return tagModal
	case word == "get" || word == "gets" || word == "got":
		if _, form := l.lemma(next); form == formPast {
			return tagAux
		}
		tokens[i].verb, tokens[i].form = l.lemma(word)
		return tagNoun
	case c&classAux != 0:
		return tagAux
	case c&classSub != 0:
		return tagSub
	case c&classConj != 0:
		return tagConj
	case c&classDet != 0, word == "one" && i+1 < len(tokens) && l.namesOne(tokens, i+1):
		return tagDet
	case c&classPron != 0:
		return tagPron
	case c&classAdv != 0 && !(c&classGeneric != 0 && i > 0 && tokens[i-1].tag == tagDet):
		return tagAdv
	}
	return tagGeneric
}

// inAdverbs make an adverb with "in" before them: "in turn".
var inAdverbs = map[string]bool{"turn": true, "parallel": true, "practice": true, "particular": true, "general": true, "fact": true, "contrast": true}

// isFinite says whether a word can only be a verb with a subject before it.
func (l *lexicon) isFinite(word string) bool {
	if l.closed[word]&(classAux|classModal) != 0 {
		return true
	}
	v, form := l.lemma(word)
	return v != nil && form == formThird && !v.nounish
}

// isBase says whether the word at i can only be a verb in its base form, or stands
// before a preposition that such a verb takes.
func (l *lexicon) isBase(tokens []token, i int) bool {
	if i+1 >= len(tokens) {
		return false
	}
	v, form := l.lemma(tokens[i].lower)
	return v != nil && form == formBase && (!v.nounish || slices.Contains(v.to, tokens[i+1].lower))
}

// startsInfinitive says whether a verb's base form follows, adverbs aside.
func (l *lexicon) startsInfinitive(tokens []token, i int) bool {
	for ; i < len(tokens); i++ {
		w := tokens[i].lower
		if l.closed[w]&classAdv != 0 || strings.HasSuffix(w, "ly") {
			continue
		}
		if w == "be" || w == "have" || w == "do" || w == "get" {
			return true
		}
		if tokens[i].code || tokens[i].bold > 0 || l.closed[w]&classDet != 0 {
			return false
		}
		v, form := l.lemma(w)
		if v == nil || form != formBase {
			return false
		}
		return !v.nounish || !l.nounFollowsAsHead(tokens, i+1)
	}
	return false
}

// nounFollowsAsHead guards "to log storage" and the like: a noun without article
// right behind a word that may itself be a noun, and then no object.
func (l *lexicon) nounFollowsAsHead(tokens []token, i int) bool {
	if i >= len(tokens) || tokens[i].code || tokens[i].bold > 0 {
		return false
	}
	_, isHead := l.heads[Singular(tokens[i].lower)]
	if l.nouns[tokens[i].lower] == "data" && isPlural(tokens[i].lower) {
		return false // "to write logs to the store"
	}
	return isHead && l.closed[tokens[i].lower] == 0
}

// clauseFollows says whether a pronoun or article begins a clause of its own
// here, so that the word before joins clauses: "after it stores the file".
func (l *lexicon) clauseFollows(tokens []token, i int) bool {
	if i >= len(tokens) {
		return false
	}
	if tokens[i].lower == "it" || tokens[i].lower == "they" || tokens[i].lower == "we" || tokens[i].lower == "you" {
		return true
	}
	for ; i < len(tokens); i++ {
		c := l.closed[tokens[i].lower]
		if p, ok := punctuationOf(tokens[i].text); ok && p != 0 {
			return false
		}
		if c&(classAux|classModal) != 0 {
			return true
		}
		if v, form := l.lemma(tokens[i].lower); v != nil && form == formThird && !v.nounish && tokens[i].bold == 0 {
			return true
		}
	}
	return false
}

// opensClause says whether a clause can begin with a word: after "once", other than in
// "once an hour", "once and for all".
func opensClause(l *lexicon, next string) bool {
	if next == "" || punctuation[next] != 0 {
		return false
	}
	return l.closed[next]&classConj == 0 && next != "an" && next != "per" && next != "every"
}

// namesOne says whether the word behind "one" is what there is one of: "one TCP connection".
func (l *lexicon) namesOne(tokens []token, i int) bool {
	w := tokens[i].lower
	v, _ := l.lemma(w)
	_, mark := punctuationOf(tokens[i].text)
	return l.closed[w] == 0 && v == nil && !mark && !tokens[i].code
}
