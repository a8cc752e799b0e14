package diagram

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

// followsBaseVerb says whether the words before i have a verb in its base form,
// to which "and" can add another.
func followsBaseVerb(tokens []token, i int) bool {
	for i--; i >= 0; i-- {
		switch tokens[i].tag {
		case tagVerb:
			if tokens[i].form == formPast && i > 0 && tokens[i-1].tag == tagAux {
				continue // "will see that the claim has been bound and ask"
			}
			if (tokens[i].form == formGerund || tokens[i].form == formPast) && tagAt(tokens, i-1) == tagNoun {
				continue // "can locate the headers containing the key and translate them"
			}
			return tokens[i].form == formBase
		case tagSub:
			if tokens[i].lower != "that" {
				return false
			}
		case tagStop, tagColon, tagRel:
			return false
		}
	}
	return false
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
			if t.verb != nil && !t.verb.nounish && !t.code && (t.form == formThird || t.form == formBase && tagAt(tokens, i+1) == tagDet) {
				return true
			}
		}
	}
	return false
}

// baseAhead says whether the clause goes on to a verb in its base form: "calls from
// the client go to".
func baseAhead(tokens []token, i int) bool {
	for ; i < len(tokens); i++ {
		switch t := tokens[i]; t.tag {
		case tagStop, tagComma, tagColon, tagSub, tagRel, tagConj, tagTo, tagOpen, tagArrow, tagModal, tagAux:
			return false
		case tagNoun:
			if t.verb != nil && t.form == formBase && !t.verb.nounish && tagAt(tokens, i+1) == tagPrep && tokens[i-1].tag == tagNoun {
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

// pluralBefore says whether a plural noun begins the clause before i: "replicas of
// the service run".
func pluralBefore(tokens []token, i int) bool {
	for i--; i >= 0; i-- {
		switch tokens[i].tag {
		case tagNoun:
			if isPlural(tokens[i].lower) && i+1 < len(tokens) && tokens[i+1].tag == tagPrep {
				return true
			}
		case tagStop, tagComma, tagColon, tagSub, tagRel, tagVerb, tagAux, tagModal:
			return false
		}
	}
	return false
}
