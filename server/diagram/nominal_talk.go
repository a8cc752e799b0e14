package diagram

// purpose is whom a noun for talking is about that stands behind "for" or "in": "Nagios is
// used for notifications to B", "is responsible for communication with B".
func (s *sentence) purpose(i int) []int {
	if i < 2 || s.chunks[i-1].word != "for" && s.chunks[i-1].word != "in" {
		return nil
	}
	switch c := s.chunks[i-2]; {
	case c.kind == chunkVerb && c.vg.verb != nil && !c.vg.negated && (c.vg.passive || c.vg.participle) && (c.vg.lemma() == "use" || c.vg.lemma() == "involve"):
		if i >= 4 && c.vg.participle && s.chunks[i-3].kind == chunkPhrase {
			if m := s.definedBefore(i - 3); len(m) > 0 {
				return m
			}
		}
		patients, _ := s.patient(i - 2)
		return patients
	case c.kind == chunkPhrase && i >= 3 && s.chunks[i-3].kind == chunkVerb && s.chunks[i-3].vg.copula && !s.chunks[i-3].vg.negated && s.tokens[c.np.to-1].lower == "responsible":
		return s.subject[i-3]
	}
	return nil
}

// isCheck reads "does a health check on B", whose noun alone may be of anything.
func (s *sentence) isCheck(i int) bool {
	p := s.chunks[i].np
	if w := Singular(s.tokens[p.to-1].lower); w != "check" && w != "lookup" && w != "delivery" || i == 0 || s.chunks[i-1].kind != chunkVerb {
		return false
	}
	switch g := s.chunks[i-1].vg; g.lemma() {
	case "perform", "run", "make", "execute", "attempt", "retry", "start":
		return !g.passive && !g.negated
	case "be":
		w := s.tokens[g.at].lower
		return !g.negated && (w == "do" || w == "does" || w == "did" || s.endsInDo(i))
	}
	return false
}

// endsInDo holds for "will do".
func (s *sentence) endsInDo(i int) bool {
	at := s.chunks[i].at - 1
	return at >= 0 && s.tokens[at].lower == "do"
}

// relateCheck states what such a check is of.
func (s *sentence) relateCheck(i int) {
	if s.section.question || isNegativeDet(s.chunks[i].np.det) || i+2 >= len(s.chunks) || !s.isCheck(i) || s.chunks[i+1].kind != chunkPrep || s.chunks[i+2].kind != chunkPhrase || s.chunks[i+2].np.mention < 0 {
		return
	}
	switch s.chunks[i+1].word {
	case "on", "against", "to", "with", "in":
		for _, m := range s.subject[i-1] {
			s.emitBetween(m, s.chunks[i+2].np.mention, i)
		}
	}
}

// joined are the two that "we integrate A with B" brings together.
func (s *sentence) joined(g verbGroup, subjects []int, args []argument) []int {
	if len(subjects) > 0 || len(args) < 2 || args[0].prep != "" || args[0].negated || args[1].negated {
		return nil
	}
	switch g.lemma() {
	case "integrate", "connect", "link", "hook", "attach", "plug", "point", "wire":
		if p := args[1].prep; p == "with" || p == "to" || p == "into" || p == "at" {
			return named(args[0].phrases)
		}
	}
	return nil
}
