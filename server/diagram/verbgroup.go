package diagram

import "strings"

// verbGroup is a verb with its auxiliaries: "will not be sent".
type verbGroup struct {
	verb       *verb // nil for forms of "be" alone
	at         int   // token of the verb
	passive    bool  // also a participle behind a noun: "data stored in"
	participle bool
	gerund     bool
	infinitive bool
	negated    bool
	finite     bool
	copula     bool // a form of "be" and no other verb
	would      bool
}

func (g verbGroup) lemma() string {
	if g.verb == nil {
		return "be"
	}
	return g.verb.lemma
}

// verbGroup groups auxiliaries, negations and the verb that begin at token i.
func (c *chunker) verbGroup(i int) int {
	r := groupReader{chunker: c, group: verbGroup{at: i}}
	at := i
	for at < len(c.tokens) && !r.done && r.take(i, at) {
		at++
	}
	if r.group.verb == nil && !r.aux && !r.modal {
		return max(at, i+1) // "not" or "to" by itself
	}
	r.group.copula = r.group.verb == nil && isBe(r.last)
	r.group.finite = !r.group.infinitive && !r.group.gerund
	c.out = append(c.out, chunk{kind: chunkVerb, at: i, vg: r.group})
	return c.skipParticle(at)
}

// groupReader takes the tokens of a verb group.
type groupReader struct {
	*chunker
	group      verbGroup
	aux, modal bool
	last       string // auxiliary
	done       bool
}

// take says whether the token belongs to the group that began at token i.
func (r *groupReader) take(i, at int) bool {
	t := &r.tokens[at]
	switch t.tag {
	case tagAux, tagModal:
		r.aux, r.modal = r.aux || t.tag == tagAux, r.modal || t.tag == tagModal
		r.group.would = r.group.would || t.lower == "would"
		if t.tag == tagAux {
			r.last = t.lower
		}
		r.group.negated = r.group.negated || strings.HasSuffix(t.lower, "n't") || t.lower == "cannot" || t.lower == "used"
	case tagNeg:
		r.group.negated = true
	case tagTo:
		return r.takeTo(i, at)
	case tagVerb:
		r.takeVerb(at)
	case tagAdv, tagQuote:
	default:
		return false
	}
	return true
}

// takeTo takes the "to" of "to send", and of "has to send", which is finite.
func (r *groupReader) takeTo(i, at int) bool {
	if at == i || r.tokens[at-1].tag == tagNeg {
		r.group.infinitive = true
		return true
	}
	r.modal = true
	return (r.tokens[at-1].lower == "used" || r.last == "have" || r.last == "has" || r.last == "had") && startsVerb(r.tokens, at+1)
}

func (r *groupReader) takeVerb(at int) {
	t := &r.tokens[at]
	r.group.verb, r.group.at = t.verb, at
	r.group.passive = t.form == formPast && isBe(r.last)
	r.group.participle = t.form == formPast && !r.aux && !r.modal
	r.group.gerund = t.form == formGerund && !r.aux || t.form == formPast && r.last == "having"
	r.done = true
}

func startsVerb(tokens []token, i int) bool {
	return tagAt(tokens, i) == tagVerb || tagAt(tokens, i) == tagAdv || tagAt(tokens, i) == tagAux
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "gets", "get", "got":
		return true
	}
	return false
}

// skipParticle passes over "out" in "sends out" and "up" in "looks up".
func (c *chunker) skipParticle(i int) int {
	next := tagAt(c.tokens, i+1)
	if i+1 >= len(c.tokens) {
		return i
	}
	switch c.tokens[i].lower {
	case "out":
		if c.tokens[i+1].lower != "of" {
			return i + 1
		}
	case "off":
		if next == tagPrep {
			return i + 1
		}
	case "up", "down", "away", "forth":
		return i + 1
	}
	return i
}
