package diagram

// relateBetween reads "A sits between B and C", "A forwards messages between B and C" and "a
// call between B and C"; a is B.
func (s *sentence) relateBetween(i, a int) {
	if before := s.chunks[i-1]; before.kind == chunkVerb && isPlacing(before.vg) {
		for _, m := range s.subject[i-1] {
			s.emitBetween(a, m, i)
			s.emitTo(m, i+3, i)
		}
	}
	if m := s.goesBetween(i); len(m) > 0 {
		s.emitTo(m[0], i+1, i)
		s.emitTo(m[0], i+3, i)
	} else if s.isTalk(i-1) && !isNegativeDet(s.chunks[i-1].np.det) || s.isSetUp(i) {
		s.emitTo(a, i+3, i)
	}
}

// relateGoBetween reads "the gateway acts as a bridge between A and B" and "is the only
// link between A and B": what goes between hands on from the one to the other.
func (s *sentence) relateGoBetween(i int) bool {
	if i < 2 || s.chunks[i-1].kind != chunkPhrase {
		return false
	}
	if p := s.chunks[i-1].np; isNegativeDet(p.det) || !handsOn[Singular(s.tokens[p.to-1].lower)] {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		switch c := s.chunks[k]; c.kind {
		case chunkVerb:
			if c.vg.negated || c.vg.would && s.isRevoked(k) || !isActing(c.vg) {
				return false
			}
			for _, m := range s.subject[k] {
				if a := s.chunks[i+1].np.mention; a >= 0 {
					s.emitBetween(a, m, i)
				}
				s.emitTo(m, i+3, i)
			}
			return len(s.subject[k]) > 0
		case chunkPhrase, chunkPrep, chunkConj, chunkComma:
		default:
			return false
		}
	}
	return false
}

// isActing holds for verbs behind which stands what their subject is.
func isActing(g verbGroup) bool {
	switch g.lemma() {
	case "be", "act", "serve", "function", "work", "become", "form", "operate", "provide":
		return true
	}
	return false
}

// handsOn are nouns for what hands on what it gets.
var handsOn = map[string]bool{
	"bridge": true, "proxy": true, "intermediary": true, "mediator": true, "middleman": true, "gateway": true, "link": true, "relay": true, "broker": true, "adapter": true, "adaptor": true,
	"translator": true, "buffer": true, "interface": true, "glue": true, "go-between": true, "shim": true, "middleware": true,
}

// goesBetween says whether the verb before "between" at a chunk tells who carries what two
// tell each other: "A forwards messages between B and C".
func (s *sentence) goesBetween(i int) []int {
	if i < 2 || s.chunks[i-1].kind != chunkPhrase || s.chunks[i-2].kind != chunkVerb {
		return nil
	}
	g := s.chunks[i-2].vg
	if g.negated || g.passive {
		return nil
	}
	switch g.lemma() {
	case "forward", "proxy", "relay", "route", "pass", "mediate", "transfer", "move", "translate", "broker", "tunnel", "shuttle", "carry", "transport":
		return s.subject[i-2]
	}
	return nil
}

// isSetUp says whether a connection is told to be made before "between" at a chunk: "a
// connection is established between".
func (s *sentence) isSetUp(i int) bool {
	if i < 2 || s.chunks[i-1].kind != chunkVerb || !s.chunks[i-1].vg.passive || s.chunks[i-1].vg.negated || !s.isTalk(i-2) {
		return false
	}
	switch s.chunks[i-1].vg.lemma() {
	case "establish", "open", "create", "make", "set", "initiate", "maintain", "exchange", "keep", "hold":
		return true
	}
	return false
}
