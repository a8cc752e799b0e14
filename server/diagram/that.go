package diagram

import "strings"

// thatTag tells "the server that stores" from "ensures that A" and "that server".
func thatTag(tokens []token, i int, l *lexicon) tag {
	if i+1 >= len(tokens) {
		return tagPron
	}
	if i > 1 && tokens[i-1].tag == tagClose {
		return thatTag(withoutAside(tokens, i), 1, l) // "a container (a sidecar) that is"
	}
	next := tokens[i+1].lower
	v, form := l.lemma(next)
	verbal := l.closed[next]&(classAux|classModal) != 0 || v != nil && form != formGerund
	switch {
	case i > 0 && (tokens[i-1].lower == "so" || tokens[i-1].lower == "such"):
		return tagSub // "so that the worker can read it"
	case i > 0 && tokens[i-1].tag == tagPron && (tokens[i-1].lower == "one" || tokens[i-1].lower == "ones") && verbal:
		return tagRel // "is the one that calls"
	case i > 0 && tokens[i-1].tag == tagNoun && (verbal || l.closed[next]&(classAdv|classNeg) != 0 || strings.HasSuffix(next, "ly")):
		return tagRel
	case i > 0 && tokens[i-1].verb != nil && (tokens[i-1].verb.transfers || tokens[i-1].verb.direct) && !finiteInSight(tokens, i+1, l):
		return tagDet // "sends that job to the worker"
	case i > 0 && (tokens[i-1].tag == tagNoun || tokens[i-1].verb != nil):
		return tagSub
	case verbal && l.closed[next] != 0:
		return tagPron
	}
	return tagDet
}

// withoutAside are the word before the brackets that end before token i, and the words
// from there on.
func withoutAside(tokens []token, i int) []token {
	k := i - 1
	for k > 0 && tokens[k].tag != tagOpen {
		k--
	}
	return append([]token{tokens[max(k-1, 0)]}, tokens[i:]...)
}

// finiteInSight says whether a verb with a subject before it stands before the
// next punctuation mark or relative clause. It runs before words have their tags.
func finiteInSight(tokens []token, i int, l *lexicon) bool {
	for ; i < len(tokens); i++ {
		w := tokens[i].lower
		c := l.closed[w]
		if punctuation[tokens[i].text] != 0 || w == "which" || w == "who" {
			return false
		}
		if c&(classAux|classModal) != 0 {
			return true
		}
		if v, form := l.lemma(w); v != nil && !v.nounish && (form == formThird || form == formPast) {
			return true
		}
	}
	return false
}
