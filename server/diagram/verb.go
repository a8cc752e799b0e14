package diagram

import "strings"

// isVerbHere decides whether a word that can be a verb is one at its place.
func isVerbHere(tokens []token, i int) bool {
	if isCapital(tokens[i].text) && isTitled(tokens) {
		return false // "Read API", "Alerts API"
	}
	prev, next := neighbor(tokens, i, -1), neighbor(tokens, i, +1)
	switch tokens[i].form {
	case formBase:
		return isBaseVerb(tokens, i, prev, next)
	case formThird:
		return isThirdVerb(tokens, i, prev, next)
	case formPast:
		return isPastVerb(tokens, i, prev, next)
	}
	return isGerund(tokens, i, prev, next)
}

func isBaseVerb(tokens []token, i, prev, next int) bool {
	v := tokens[i].verb
	switch p := tagAt(tokens, prev); {
	case p == tagModal, p == tagTo:
		return true
	case p == tagNoun && next >= 0 && prev > 0 && isCapital(tokens[prev].text) && isCapital(tokens[i].text) && isCapital(tokens[next].text):
		return false // "Distributed Scheduler Control Plane Service"
	case p == tagAux && isBe(tokens[prev].lower) && unchanged[tokens[i].lower]:
		tokens[i].form = formPast
		return true
	case (p == tagConj || p == tagComma) && unchanged[tokens[i].lower] && next >= 0 && tokens[next].lower == "by":
		tokens[i].form = formPast
		return true // "and read by B"
	case p == tagAux:
		w := tokens[prev].lower
		return strings.HasPrefix(w, "do") || strings.HasPrefix(w, "did")
	case p == tagRel, p == tagPron && isSubjectPronoun(tokens[prev].lower):
		return true
	case p == tagPron && tokens[prev].lower == "it" && !v.nounish && tagAt(tokens, next) == tagDet:
		return true // "it fetch the key"
	case p == tagNoun && v.nounish && prev == 0 && tagAt(tokens, next) == tagDet && (isTechnology(tokens[prev].lower) || isUpperName(tokens[prev].text)) && !finiteAhead(tokens, i+1):
		return true // "PD query the data"
	case (p == tagConj || p == tagComma) && i > 0 && tokens[i-1].lower == "then" && verbBefore(tokens, prev) && startsPhrase(tokens, next):
		return true // "acquires a token, then call the log server"
	case p == tagConj:
		return followsBaseVerb(tokens, prev) && (startsPhrase(tokens, next) || tagAt(tokens, next) == tagPrep) || !v.nounish && tagAt(tokens, next) == tagDet && verbBefore(tokens, prev)
	case startsClause(p) && (prev < 0 || p == tagStop || p == tagColon || p == tagOpen):
		if prev < 0 && tellsToMove(tokens, i) {
			return true // "Fetch templates from the store"
		}
		if tagAt(tokens, next) == tagNoun && !tokens[next].code && tokens[next].bold == 0 && (isCapital(tokens[i].text) && v.nounish || finiteAhead(tokens, next+1)) {
			return false // "Write path", "Apply workers need"
		}
		return startsPhrase(tokens, next) || tagAt(tokens, next) == tagPrep && (!v.nounish || prev >= 0 && isInto(tokens[next].lower) && !finiteAhead(tokens, next+1)) || tagAt(tokens, next) == tagSub && tokens[next].lower == "that" || joinsBaseVerb(tokens, next)
	case p == tagNoun && (tokens[prev].verb == nil || tokens[prev].form == formThird && !v.nounish) && (isPlural(tokens[prev].lower) || joinedBefore(tokens, prev)):
		t := tagAt(tokens, next)
		return t == tagDet || t == tagPron || t == tagRel && prev > 0 || t == tagNoun && (!v.nounish || actsBefore(tokens, prev) && !verbInClause(tokens, i) && !finiteAhead(tokens, i+1)) ||
			t == tagPrep && (!v.nounish || !finiteAhead(tokens, i+1))
	case p == tagNoun && followsLet(tokens, prev):
		return startsPhrase(tokens, next) || tagAt(tokens, next) == tagPrep && (!v.nounish || tokens[next].lower == "from")
	case p == tagComma && tokens[0].tag == tagSub && !verbInClause(tokens, i) && (tagAt(tokens, next) == tagDet || tagAt(tokens, next) == tagPron):
		return true // "If it is not found, fetch the list"
	case p == tagComma:
		t := tagAt(tokens, next)
		return followsBaseVerb(tokens, prev) && (t == tagNoun && v.direct && isCapital(tokens[next].text) || !v.nounish && (t == tagDet || t == tagPron || t == tagGeneric) || t == tagNoun && isData(&tokens[next]))
	case p == tagNoun && !v.nounish && !verbBefore(tokens, i) && !finiteAhead(tokens, i+1):
		return startsPhrase(tokens, next) || tagAt(tokens, next) == tagPrep && pluralBefore(tokens, i)
	}
	return false
}

func isThirdVerb(tokens []token, i, prev, next int) bool {
	v := tokens[i].verb
	n := tagAt(tokens, next)
	if tagAt(tokens, prev) == tagNumber && prev > 0 && tokens[prev-1].tag == tagNoun && !isPlural(tokens[prev-1].lower) {
		prev-- // "chat server 1 sends"
	}
	switch p := tagAt(tokens, prev); {
	case p == tagDet, p == tagPrep, p == tagNumber, p == tagGeneric, p == tagTo, p == tagModal, p == tagAux, p == tagVerb, p == tagArrow:
		return false
	case p == tagRel, p == tagPron:
		return true
	case p == tagNoun && endsRelative(tokens, i) && (n != tagNoun && n != tagDet):
		return true // "which the router calls, is", "from which the report service reads."
	case n == tagAux, n == tagModal, n == tagRel, p == tagNoun && isPossessive(tokens[prev].lower):
		return false
	case p == tagNoun && v.nounish && verbInClause(tokens, i) && n != tagDet && n != tagPron && n != tagTo && n != tagPrep:
		return false // "accepts write requests and"
	case p == tagNoun, p == tagClose:
		return !v.nounish || !finiteAhead(tokens, i+1) && (n != tagPrep || !verbInClause(tokens, i)) && n != tagStop && n != tagComma
	case p == tagConj:
		return verbBefore(tokens, prev) && (n != tagPrep || !v.nounish || !endsInDeed(tokens, prev)) || tokens[max(prev-1, 0)].tag == tagComma
	}
	if !v.nounish {
		return true
	}
	if n == tagNoun && i+2 < len(tokens) && tokens[next].verb != nil && tokens[next].form == formBase && !tokens[next].verb.nounish && tokens[next+1].tag == tagPrep {
		return false // "Requests arrive at"
	}
	return n == tagDet || n == tagPron || n == tagGeneric || n == tagTo || n == tagSub || n == tagNoun && !finiteAhead(tokens, i+1) ||
		n == tagPrep && isInto(tokens[next].lower) && !finiteAhead(tokens, i+1) && !((tokens[next].lower == "from" || tokens[next].lower == "to") && baseAhead(tokens, i+1))
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

func isGerund(tokens []token, i, prev, next int) bool {
	n := tagAt(tokens, next)
	object := n == tagDet || n == tagPron || n == tagNoun || n == tagPrep || n == tagGeneric || n == tagNumber
	switch p := tagAt(tokens, prev); p {
	case tagAux, tagPrep, tagComma, tagSub, tagConj:
		return object || p == tagAux
	case tagVerb:
		return n == tagDet || n == tagPron || n == tagPrep || n == tagNoun && permits[tokens[prev].verb.lemma]
	case tagNoun, tagClose:
		return n == tagDet || n == tagPron || n == tagPrep || n == tagNoun && (tokens[next].bold > 0 || tokens[next].code || (tokens[i].verb.transfers || len(tokens[i].verb.back) > 0) && words().nouns[tokens[next].lower] == "data" && isPlural(tokens[next].lower) || tokens[i].verb.lemma == "allow" && tagAt(tokens, next+1) == tagTo)
	case tagStop, tagColon:
		return object && !isGerundName(tokens, i, next)
	}
	return false
}
