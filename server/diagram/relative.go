package diagram

// asked returns what the relative pronoun before the subject of the verb at a
// chunk stands for, and the preposition before it: "the server to which
// applications send queries", "the store that the worker reads".
func (s *sentence) asked(at int, args []argument) ([]int, string) {
	if at < 3 || s.chunks[at-1].kind != chunkPhrase && !s.isPersonal(at-1) {
		return nil, ""
	}
	switch rel := s.chunks[at-2]; {
	case rel.kind == chunkRel && s.chunks[at-3].kind == chunkPrep && at > 3:
		if m := s.antecedent(at - 3); len(m) > 0 || at < 5 {
			return m, s.chunks[at-3].word
		}
		return s.offererOf(at - 4), "to" // "exposes an API through which A sends"
	case len(args) > 0 && args[0].prep == "":
	case rel.kind == chunkRel, rel.kind == chunkSub && rel.word == "that" && s.chunks[at-3].kind == chunkPhrase:
		if m := s.offererOf(at - 3); len(m) > 0 {
			return m, ""
		}
		if m := s.antecedent(at - 2); len(m) > 0 {
			return m, s.dangling(at)
		}
		return s.makerBefore(at - 2), s.dangling(at)
	}
	return nil, ""
}

// isPersonal says whether a chunk is a pronoun that stands for who acts: "a queue in which
// it stores".
func (s *sentence) isPersonal(i int) bool {
	return s.chunks[i].kind == chunkPron && (s.chunks[i].word == "it" || s.chunks[i].word == "they")
}

// dangling is the preposition that a relative clause ends with: "that the worker
// reads from".
func (s *sentence) dangling(at int) string {
	if at+1 >= len(s.chunks) || s.chunks[at+1].kind != chunkPrep || at+2 < len(s.chunks) && s.chunks[at+2].kind == chunkPhrase {
		return ""
	}
	return s.chunks[at+1].word
}

// offererOf is who offers the interface that the phrase at a chunk is: "the trip
// service offers an endpoint that".
func (s *sentence) offererOf(i int) []int {
	if i < 1 || s.chunks[i].kind != chunkPhrase || !isInterface(s.tokens[s.chunks[i].np.to-1].lower) || s.chunks[i].np.mention >= 0 && s.chunks[i-1].kind != chunkVerb {
		return nil
	}
	if s.chunks[i-1].kind != chunkVerb || !offers(s.chunks[i-1].vg) {
		return nil
	}
	return s.subject[i-1]
}

// offers holds for verbs whose object others call: "exposes an API".
func offers(g verbGroup) bool {
	switch g.lemma() {
	case "offer", "expose", "provide", "have", "serve", "present", "implement", "be":
		return !g.negated && !g.passive
	}
	return false
}

// isInterface holds for nouns for what a component is called by.
func isInterface(w string) bool {
	switch Singular(w) {
	case "api", "apis", "endpoint", "interface", "method", "rpc", "port", "socket", "webhook":
		return true
	}
	return false
}
