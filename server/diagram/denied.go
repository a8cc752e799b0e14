package diagram

// isDenied says whether an infinitive hangs on something that is denied: "has no
// way to inform", "does not need to contact", "rather than having A call B".
func (s *sentence) isDenied(i int) bool {
	if g := s.chunks[i].vg; !g.infinitive && !g.gerund && g.verbWord(s.tokens) != "having" {
		return s.isMadeTo(i) && s.isDenied(i-2)
	}
	for k := i - 1; k >= 0; k-- {
		switch c := s.chunks[k]; c.kind {
		case chunkPhrase:
			if isNegativeDet(c.np.det) {
				return true
			}
		case chunkPrep:
			if c.word == "without" || c.word == "instead of" {
				return true
			}
		case chunkVerb:
			switch c.vg.lemma() {
			case "avoid", "prevent", "fail", "refuse", "stop", "eliminate", "forget":
				return true
			}
			return c.vg.negated || s.isDenied(k)
		default:
			return false
		}
	}
	return false
}

// isMadeTo says whether the verb at a chunk is what another has somebody do: "having A
// call B", "to let A call B".
func (s *sentence) isMadeTo(i int) bool {
	if i < 2 || s.chunks[i-1].kind != chunkPhrase || s.chunks[i-2].kind != chunkVerb {
		return false
	}
	switch s.chunks[i-2].vg.verbWord(s.tokens) {
	case "have", "having", "let", "make", "help":
		return true
	}
	return false
}

// isNeither says whether the subject of the verb at a chunk is "neither A nor B".
func (s *sentence) isNeither(i int) bool {
	for i--; i >= 0; i-- {
		switch c := s.chunks[i]; {
		case c.kind == chunkPhrase && s.tokens[c.np.from].lower == "neither", c.word == "neither":
			return true
		case c.kind != chunkPhrase && c.kind != chunkConj && c.kind != chunkPrep:
			return false
		}
	}
	return false
}
