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
	role := singular(s.tokens[s.chunks[i+1].np.to-1].lower)
	switch w := s.chunks[i+2].word; {
	case passesBetween[role] && (w == "for" || w == "to" || w == "of"), role == "client" && (w == "of" || w == "to"):
		for _, m := range s.subject[i-1] {
			s.emitBetween(m, to, i)
		}
	}
}

// passesBetween are nouns for what hands on to another what it is asked.
var passesBetween = map[string]bool{"proxy": true, "gateway": true, "bridge": true, "frontend": true, "facade": true, "relay": true, "forwarder": true, "balancer": true, "entrypoint": true, "router": true}

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

// isCalling holds for verbs whose passive has "from" before who does it.
func isCalling(v *verb) bool {
	switch v.lemma {
	case "call", "invoke", "use", "trigger", "launch", "execute", "reach", "access", "contact":
		return true
	}
	return false
}

func agentsFrom(args []argument) []int {
	for _, a := range args {
		if a.prep == "from" && !a.negated {
			return named(a.phrases)
		}
	}
	return nil
}
