package diagram

// relateActing reads "A acts as a proxy for B" and "A, serving as a client of B".
func (s *sentence) relateActing(i int) {
	if i == 0 || i+4 > len(s.chunks) || s.chunks[i-1].kind != chunkVerb || s.chunks[i+1].kind != chunkPhrase || s.chunks[i+2].kind != chunkPrep || s.chunks[i+3].kind != chunkPhrase {
		return
	}
	g, to := s.chunks[i-1].vg, s.chunks[i+3].np.mention
	if to < 0 || g.negated || s.isDenied(i-1) {
		return
	}
	switch g.lemma() {
	case "act", "serve", "work", "function", "operate", "behave", "use", "run":
	default:
		return
	}
	role := Singular(s.tokens[s.chunks[i+1].np.to-1].lower)
	switch w := s.chunks[i+2].word; {
	case passesBetween[role] && (w == "for" || w == "to" || w == "of"), role == "client" && (w == "of" || w == "to"):
		for _, m := range s.subject[i-1] {
			s.emitBetween(m, to, i)
		}
	}
}

// passesBetween are nouns for what hands on to another what it is asked.
var passesBetween = map[string]bool{"proxy": true, "gateway": true, "bridge": true, "frontend": true, "facade": true, "relay": true, "forwarder": true, "balancer": true, "entrypoint": true, "router": true}
