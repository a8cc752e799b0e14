package diagram

// joinsBaseVerb says whether "and" at i joins another verb in its base form: "retrieve
// and verify the order".
func joinsBaseVerb(tokens []token, i int) bool {
	return tagAt(tokens, i) == tagConj && i+2 < len(tokens) && tokens[i+1].verb != nil && tokens[i+1].form == formBase && startsPhrase(tokens, i+2)
}

// actsBefore says whether the plural at i is of things that act: "workers fetch".
func actsBefore(tokens []token, i int) bool {
	h, ok := tokens[i].headOf()
	return ok && h.strength > faint && !h.kind.Holds()
}

func isSubjectPronoun(w string) bool {
	return w == "we" || w == "they" || w == "you" || w == "i" || w == "these" || w == "those" || w == "both"
}

// permits are verbs behind which a gerund has an object: "allows managing users".
var permits = map[string]bool{
	"allow": true, "enable": true, "avoid": true, "permit": true, "support": true, "involve": true, "require": true, "start": true, "stop": true, "begin": true, "mean": true, "prevent": true, "keep": true, "fail": true,
}

// isTitled says whether the sentence is but a few words that all have capitals.
func isTitled(tokens []token) bool {
	if len(tokens) < 2 || len(tokens) > 3 {
		return false
	}
	for i := range tokens {
		if !isCapital(tokens[i].text) {
			return false
		}
	}
	return true
}

// endsRelative says whether the words before i are a relative clause that lacks its
// verb: "which the router", "the store that the worker", "from which readers".
func endsRelative(tokens []token, i int) bool {
	for k := i - 1; k > 0; k-- {
		switch t := &tokens[k]; {
		case t.tag == tagRel, t.tag == tagSub && t.lower == "that" && tokens[k-1].tag == tagNoun && tokens[k-1].verb == nil:
			return tokens[k-1].tag == tagPrep || k+1 < i && tokens[k+1].tag == tagDet
		case t.tag == tagNoun, t.tag == tagDet, t.tag == tagGeneric, t.tag == tagNumber, t.tag == tagAdv, t.tag == tagQuote:
		default:
			return false
		}
	}
	return false
}

// followsLet says whether the noun at i ends the object of a verb behind which the
// next one has no "to": "lets the engineer query".
func followsLet(tokens []token, i int) bool {
	for ; i >= 0; i-- {
		switch t := tokens[i]; t.tag {
		case tagVerb:
			return t.verb.lemma == "let" || t.verb.lemma == "make" || t.verb.lemma == "help"
		case tagAux:
			return t.lower == "have" || t.lower == "having"
		case tagNoun, tagDet, tagGeneric, tagNumber, tagQuote:
		default:
			return false
		}
	}
	return false
}

// isData says whether a word is a noun for what is sent and kept.
func isData(t *token) bool {
	l := words()
	h, head := l.heads[Singular(t.lower)]
	return (!head || h.kind == Person || h.strength == faint) && t.verb == nil && (l.nouns[t.lower] == "data" || t.lower == "user")
}

// isFormerly holds for the word in "the service used to call", which tells of what is no
// longer so, but not in "the key used to sign tokens is".
func isFormerly(tokens []token, i int) bool {
	if tokens[i].lower != "used" || tagAt(tokens, i+1) != tagTo || verbBefore(tokens, i) {
		return false
	}
	p := tagAt(tokens, neighbor(tokens, i, -1))
	return (p == tagNoun || p == tagPron) && !finiteAhead(tokens, i+3)
}

// isGerundName says whether the gerund that a sentence begins with is a name that acts:
// "Billing charges the card".
func isGerundName(tokens []token, i, next int) bool {
	if i != 0 || next != 1 || !isCapital(tokens[0].text) || finiteAhead(tokens, 2) {
		return false
	}
	t := &tokens[1]
	if t.verb != nil {
		return t.form == formThird && startsPhrase(tokens, 2) && (!t.verb.nounish || tagAt(tokens, 2) == tagDet)
	}
	return isThirdLike(t.lower) && tagAt(tokens, 2) == tagDet
}
