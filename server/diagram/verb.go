package diagram

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// inflected is a form of a verb.
type inflected struct {
	verb *verb
	form verbForm
}

// lemma returns the verb that a word is a form of, or nil.
func (l *lexicon) lemma(word string) (*verb, verbForm) {
	f := l.forms[word]
	return f.verb, f.form
}

// inflect notes the forms of all verbs. Where two verbs share a form, the one
// that is spelled like it wins, then the shorter lemma.
func (l *lexicon) inflect() {
	lemmas := slices.SortedFunc(maps.Keys(l.verbs), func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	for _, lemma := range lemmas {
		l.forms[lemma] = inflected{l.verbs[lemma], formBase}
	}
	for form, lemma := range l.irregular {
		if v := l.verbs[lemma]; v != nil && (form == "has" || form == "does") {
			l.forms[form] = inflected{v, formThird}
		} else if v != nil {
			l.forms[form] = inflected{v, formPast}
		}
	}
	for _, lemma := range lemmas {
		third, stem := thirdPerson(lemma), strings.TrimSuffix(lemma, "e")
		l.note(third, lemma, formThird)
		past, gerund := stem+"ed", stem+"ing"
		if strings.HasSuffix(lemma, "y") && third == lemma[:len(lemma)-1]+"ies" {
			past = lemma[:len(lemma)-1] + "ied"
		}
		if strings.HasSuffix(lemma, "ee") || strings.HasSuffix(lemma, "ye") {
			gerund = lemma + "ing"
		}
		l.note(past, lemma, formPast)
		l.note(gerund, lemma, formGerund)
		last := lemma[len(lemma)-1:]
		l.note(lemma+last+"ed", lemma, formPast)
		l.note(lemma+last+"ing", lemma, formGerund)
	}
}

func (l *lexicon) note(form, lemma string, f verbForm) {
	if _, known := l.forms[form]; !known {
		l.forms[form] = inflected{l.verbs[lemma], f}
	}
}

func thirdPerson(lemma string) string {
	n := len(lemma)
	switch {
	case strings.HasSuffix(lemma, "y") && n > 1 && !strings.ContainsRune("aeiou", rune(lemma[n-2])):
		return lemma[:n-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "z"), strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	}
	return lemma + "s"
}

// isVerbHere decides whether a word that can be a verb is one at its place.
func isVerbHere(tokens []token, i int) bool {
	prev, next := neighbor(tokens, i, -1), neighbor(tokens, i, +1)
	switch tokens[i].form {
	case formBase:
		return isBaseVerb(tokens, i, prev, next)
	case formThird:
		return isThirdVerb(tokens, i, prev, next)
	case formPast:
		return isPastVerb(tokens, i, prev, next)
	}
	return isGerund(tokens, prev, next)
}

// neighbor returns the index of the next token in a direction that is neither an
// adverb nor a quote, or -1 at the sentence's end.
func neighbor(tokens []token, i, step int) int {
	for i += step; i >= 0 && i < len(tokens); i += step {
		if t := tokens[i].tag; t != tagAdv && t != tagQuote && t != tagNeg {
			return i
		}
	}
	return -1
}

func tagAt(tokens []token, i int) tag {
	if i < 0 || i >= len(tokens) {
		return tagStop
	}
	return tokens[i].tag
}

// startsPhrase says whether an object can begin with the token: an article, a
// pronoun, a name.
func startsPhrase(tokens []token, i int) bool {
	switch tagAt(tokens, i) {
	case tagDet, tagPron, tagGeneric, tagNumber:
		return true
	case tagNoun:
		return true
	}
	return false
}

func startsClause(t tag) bool {
	return t == tagStop || t == tagColon || t == tagComma || t == tagSub || t == tagArrow || t == tagOpen
}

func isBaseVerb(tokens []token, i, prev, next int) bool {
	v := tokens[i].verb
	switch p := tagAt(tokens, prev); {
	case p == tagModal, p == tagTo:
		return true
	case p == tagAux:
		w := tokens[prev].lower
		return strings.HasPrefix(w, "do") || strings.HasPrefix(w, "did")
	case p == tagRel, p == tagPron && isSubjectPronoun(tokens[prev].lower):
		return true
	case p == tagConj:
		return followsBaseVerb(tokens, prev) && (startsPhrase(tokens, next) || tagAt(tokens, next) == tagPrep)
	case startsClause(p) && (prev < 0 || p == tagStop || p == tagColon || p == tagOpen):
		if tagAt(tokens, next) == tagNoun && !tokens[next].code && tokens[next].bold == 0 && (isCapital(tokens[i].text) && v.nounish || finiteAhead(tokens, next+1)) {
			return false // "Write path", "Apply workers need"
		}
		return startsPhrase(tokens, next) || !v.nounish && tagAt(tokens, next) == tagPrep
	case p == tagNoun && tokens[prev].verb == nil && (isPlural(tokens[prev].lower) || joinedBefore(tokens, prev)):
		t := tagAt(tokens, next)
		return t == tagDet || t == tagPron || t == tagNoun && !v.nounish || t == tagPrep && (!v.nounish || !finiteAhead(tokens, i+1))
	case p == tagNoun && !v.nounish && !verbBefore(tokens, i) && !finiteAhead(tokens, i+1):
		return startsPhrase(tokens, next)
	}
	return false
}

// joinedBefore says whether the noun at i ends "A and B" at the clause's start.
func joinedBefore(tokens []token, i int) bool {
	for ; i >= 0; i-- {
		switch tokens[i].tag {
		case tagConj:
			return tokens[i].lower == "and" && !verbBefore(tokens, i)
		case tagNoun, tagDet, tagGeneric, tagNumber, tagQuote, tagAdv:
		default:
			return false
		}
	}
	return false
}

func isSubjectPronoun(w string) bool {
	return w == "we" || w == "they" || w == "you" || w == "i" || w == "these" || w == "those"
}

// followsBaseVerb says whether the words before i have a verb in its base form,
// to which "and" can add another.
func followsBaseVerb(tokens []token, i int) bool {
	for i--; i >= 0; i-- {
		switch tokens[i].tag {
		case tagVerb:
			return tokens[i].form == formBase
		case tagStop, tagColon, tagSub, tagRel:
			return false
		}
	}
	return false
}

func isThirdVerb(tokens []token, i, prev, next int) bool {
	v := tokens[i].verb
	n := tagAt(tokens, next)
	switch p := tagAt(tokens, prev); {
	case p == tagDet, p == tagPrep, p == tagNumber, p == tagGeneric, p == tagTo, p == tagModal, p == tagAux, p == tagVerb, p == tagArrow:
		return false
	case p == tagRel, p == tagPron:
		return true
	case n == tagAux, n == tagModal, n == tagRel:
		return false
	case p == tagNoun, p == tagClose:
		return !v.nounish || !finiteAhead(tokens, i+1) && (n != tagPrep || !verbBefore(tokens, i)) && n != tagStop && n != tagComma
	case p == tagConj:
		return verbBefore(tokens, prev) && (n != tagPrep || !v.nounish || !endsInDeed(tokens, prev)) || tokens[max(prev-1, 0)].tag == tagComma
	}
	if !v.nounish {
		return true
	}
	return n == tagDet || n == tagPron || n == tagGeneric || n == tagTo || n == tagSub || n == tagNoun && !finiteAhead(tokens, i+1) ||
		n == tagPrep && isInto(tokens[next].lower) && !finiteAhead(tokens, i+1)
}

// endsInDeed says whether the word before i is a noun that is also a verb's form,
// as in "serves reads and writes to".
func endsInDeed(tokens []token, i int) bool {
	return i > 0 && tokens[i-1].verb != nil && tokens[i-1].form == formThird
}

// isInto holds for the prepositions that a verb brings rather than a noun.
func isInto(w string) bool { return w == "to" || w == "into" || w == "in" || w == "from" || w == "off" }

// finiteAhead says whether the clause goes on to a verb that can only be a verb.
func finiteAhead(tokens []token, i int) bool {
	for ; i < len(tokens); i++ {
		switch t := tokens[i]; t.tag {
		case tagAux, tagModal:
			return true
		case tagStop, tagComma, tagColon, tagSub, tagRel, tagConj, tagTo, tagOpen, tagArrow:
			return false
		case tagNoun:
			if t.verb != nil && !t.verb.nounish && t.form == formThird && !t.code {
				return true
			}
		}
	}
	return false
}

// verbBefore says whether the clause before i has a finite verb already.
func verbBefore(tokens []token, i int) bool {
	for i--; i >= 0; i-- {
		switch t := tokens[i]; t.tag {
		case tagAux, tagModal:
			return true
		case tagVerb:
			if t.form != formGerund {
				return true
			}
		case tagStop, tagColon, tagSub, tagRel:
			return false
		}
	}
	return false
}

func isPastVerb(tokens []token, i, prev, next int) bool {
	n := tagAt(tokens, next)
	switch p := tagAt(tokens, prev); {
	case p == tagAux, p == tagRel, p == tagPron:
		return true
	case p == tagDet, p == tagPrep, p == tagNumber, p == tagGeneric, p == tagTo, p == tagModal:
		return false
	case p == tagNoun, p == tagClose, p == tagConj, p == tagComma:
		return n == tagPrep || n == tagDet || n == tagPron || n == tagStop || n == tagComma || n == tagNoun && p != tagComma && !finiteAhead(tokens, i+1)
	}
	return n == tagPrep
}

func isGerund(tokens []token, prev, next int) bool {
	n := tagAt(tokens, next)
	object := n == tagDet || n == tagPron || n == tagNoun || n == tagPrep || n == tagGeneric || n == tagNumber
	switch p := tagAt(tokens, prev); p {
	case tagAux, tagPrep, tagComma, tagSub, tagConj:
		return object || p == tagAux
	case tagNoun, tagClose:
		return n == tagDet || n == tagPron || n == tagPrep
	case tagStop, tagColon:
		return object
	}
	return false
}
