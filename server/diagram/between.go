package diagram

// relateGoBetween reads "the gateway acts as a bridge between A and B" and "is the only
// link between A and B": what goes between hands on from the one to the other.
func (s *sentence) relateGoBetween(i int) bool {
	if i < 2 || i+3 >= len(s.chunks) || s.chunks[i-1].kind != chunkPhrase || s.chunks[i+1].kind != chunkPhrase || s.chunks[i+2].kind != chunkConj {
		return false
	}
	if p := s.chunks[i-1].np; isNegativeDet(p.det) || !handsOn[singular(s.tokens[p.to-1].lower)] {
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
