package diagram

import "strings"

// guessVerb takes a word that no list knows for a verb where nothing else can
// stand: "Repo Server plays an important role", "is disconnected from".
func guessVerb(tokens []token, i int) {
	t := &tokens[i]
	prev, next := neighbor(tokens, i, -1), neighbor(tokens, i, +1)
	p, n := tagAt(tokens, prev), tagAt(tokens, next)
	if k := strings.LastIndexByte(t.lower, '-'); k > 0 {
		base, ok := t.lower[k+1:], strings.HasPrefix(t.lower, "re-")
		if v, form := words().lemma(base); v != nil && (ok || form == formThird && (n == tagDet || n == tagNoun) && !verbInClause(tokens, i)) && (p == tagNoun || p == tagConj || p == tagPron || p == tagRel || p == tagAdv) {
			t.verb, t.form = v, form // "re-streams", "long-polls"
			return
		}
	}
	switch {
	case p == tagModal:
		t.verb = &verb{lemma: t.lower}
	case isThirdLike(t.lower) && (n == tagDet && tokens[next].lower != "all" || n == tagPron) && (p == tagNoun && !isPlural(tokens[prev].lower) && !verbInClause(tokens, i) || p == tagRel || p == tagConj && verbBefore(tokens, prev)):
		t.verb, t.form = &verb{lemma: Singular(t.lower)}, formThird
	case strings.HasSuffix(t.lower, "ed") && p == tagAux && isBe(tokens[prev].lower):
		t.verb, t.form = &verb{lemma: t.lower}, formPast
	}
}

// isThirdLike says whether a word can be a verb's third person and is no noun that
// the word lists know.
func isThirdLike(w string) bool {
	if len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") || isTechnology(w) {
		return false
	}
	l, s := words(), Singular(w)
	if _, ok := headOf(s); ok || l.nouns[w] != "" || l.nouns[s] != "" {
		return false
	}
	return s != w
}

// verbInClause says whether the words since the last comma or "and" have a finite
// verb already.
func verbInClause(tokens []token, i int) bool {
	for i--; i >= 0; i-- {
		switch t := tokens[i]; t.tag {
		case tagAux, tagModal:
			return true
		case tagVerb:
			if t.form != formGerund && t.form != formPast {
				return true
			}
		case tagStop, tagColon, tagSub, tagRel, tagComma, tagConj, tagOpen:
			return false
		}
	}
	return false
}

// unchanged are the verbs whose participle is spelled like the base form.
var unchanged = map[string]bool{"put": true, "set": true, "split": true, "cut": true, "hit": true, "shut": true, "read": true, "spread": true, "reset": true, "let": true, "broadcast": true, "run": true, "overrun": true, "become": true, "come": true}

// isParticiple says whether an adjective of the lists is a participle here: "is
// replicated to".
func isParticiple(tokens []token, i int) bool {
	prev, next := neighbor(tokens, i, -1), neighbor(tokens, i, +1)
	if tagAt(tokens, prev) != tagAux || !isBe(tokens[prev].lower) || tagAt(tokens, next) != tagPrep {
		return false
	}
	v, form := words().lemma(tokens[i].lower)
	return v != nil && form == formPast
}
