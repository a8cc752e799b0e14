package diagram

// relatePrep reads flows that nouns state: "calls from A to B", "traffic between
// A and B", "A in front of B"; and names behind "such as".
func (s *sentence) relatePrep(i int) {
	if s.section.question || i+1 >= len(s.chunks) {
		return
	}
	if s.chunks[i].word == "in front of" && s.chunks[i+1].kind == chunkPron && i > 0 && s.chunks[i-1].kind == chunkPhrase {
		s.relateBefore(i)
		return
	}
	if s.chunks[i].word == "from" && s.chunks[i+1].kind == chunkPron {
		s.relateThence(i)
		return
	}
	if s.chunks[i+1].kind != chunkPhrase {
		return
	}
	a := s.chunks[i+1].np.mention
	switch s.chunks[i].word {
	case "as":
		s.relateActing(i)
	case "of":
		if i > 0 && a >= 0 && s.chunks[i-1].kind == chunkPhrase && s.isSeveralOf(s.chunks[i-1].np) {
			s.mark([]int{a}, markRedundant) // "three replicas of the order service"
		}
		s.relateCaller(i, a)
	case "using":
		if a >= 0 {
			s.relateUsing(i, a)
		}
	case "from":
		if a >= 0 && !(i > 0 && s.chunks[i-1].kind == chunkPhrase && s.isTalkPhrase(s.chunks[i-1].np)) && i+3 < len(s.chunks) && s.chunks[i+2].kind == chunkPrep && (s.chunks[i+2].word == "to" || s.chunks[i+2].word == "into") && !s.isChange(i) && !s.isMoved(i) {
			s.emitTo(a, i+3, i)
		}
	case "to":
		if a >= 0 && s.isHop(i) {
			s.emitTo(s.chunks[0].np.mention, i+1, i)
		}
	case "between":
		if i > 0 && i+3 < len(s.chunks) && s.chunks[i+2].kind == chunkConj && !s.relateGoBetween(i) && a >= 0 {
			s.relateBetween(i, a)
		}
	case "behind":
		if i > 0 && a >= 0 && s.chunks[i-1].kind == chunkVerb && isPlacing(s.chunks[i-1].vg) {
			for _, m := range s.subject[i-1] {
				s.emitBetween(a, m, i)
			}
		}
	case "in front of":
		if i == 0 {
			return
		}
		if s.chunks[i-1].kind == chunkPhrase && s.chunks[i-1].np.mention >= 0 {
			s.emitTo(s.chunks[i-1].np.mention, i+1, i)
		}
		for _, m := range s.subject[i-1] {
			s.emitTo(m, i+1, i)
		}
	}
}

// emitTo states a flow from a mention to the phrase at chunk "to".
func (s *sentence) emitTo(from, to, at int) {
	if s.chunks[to].kind == chunkPhrase && s.chunks[to].np.mention >= 0 {
		s.emitBetween(from, s.chunks[to].np.mention, at)
	}
}

// emitBetween states a flow between two mentions.
func (s *sentence) emitBetween(from, to, at int) {
	s.section.emit(relation{subjects: []int{from}, targets: []target{{mentions: []int{to}}}, protocol: s.protocol(), span: s.span})
}

// isPlacing holds for verbs that tell where something stands: "sits behind".
func isPlacing(g verbGroup) bool {
	switch g.lemma() {
	case "be", "sit", "run", "live", "stand", "deploy", "place", "put":
		return !g.negated
	}
	return false
}

// isChange says whether "from A to B" at chunk i tells of a change from A to B
// and not of data.
func (s *sentence) isChange(i int) bool {
	for i--; i >= 0; i-- {
		c := s.chunks[i]
		if c.kind == chunkVerb {
			switch c.vg.lemma() {
			case "migrate", "move", "switch", "change", "upgrade", "downgrade", "convert", "transition", "evolve", "shift", "rename", "range", "vary", "scale", "grow", "go", "fork", "translate", "be", "differ":
				return true
			}
			return false
		}
		if c.kind == chunkPhrase {
			switch s.tokens[c.np.to-1].lower {
			case "migration", "move", "switch", "change", "upgrade", "transition", "shift", "conversion", "translation":
				return true
			}
		}
	}
	return false
}

// isTalk says whether the phrase at chunk i is about two things that talk.
func (s *sentence) isTalk(i int) bool {
	if s.chunks[i].kind == chunkVerb {
		switch s.chunks[i].vg.lemma() {
		case "flow", "send", "exchange", "share", "pass", "transfer", "replicate", "sync", "synchronize", "stream", "route":
			return true
		}
	}
	if s.chunks[i].kind != chunkPhrase {
		return false
	}
	return s.isTalkPhrase(s.chunks[i].np)
}

func (s *sentence) isTalkPhrase(p phrase) bool {
	switch Singular(s.tokens[p.to-1].lower) {
	case "communication", "connection", "traffic", "call", "request", "interaction", "message", "data", "replication", "synchronization", "link", "channel", "rpc", "exchange", "trip", "event",
		"conversation", "query", "write", "read", "stream", "session", "transaction", "lookup", "look-up", "invocation", "response", "subscription", "watch", "tunnel", "sync", "upload", "export", "websocket", "handshake", "heartbeat", "ping", "scan", "search":
		return true
	}
	return false
}

func (s *sentence) isSeveralOf(p phrase) bool {
	return partitive[Singular(s.tokens[p.to-1].lower)] && isPlural(s.tokens[p.to-1].lower) && tellsSeveral(s.tokens[p.from:p.to])
}

// relateBefore reads "the gateway, with a load balancer in front of it": the
// pronoun is what was named before.
func (s *sentence) relateBefore(i int) {
	front := s.chunks[i-1].np.mention
	for k := i - 2; k >= 0 && front >= 0; k-- {
		if c := s.chunks[k]; c.kind == chunkPhrase && c.np.mention >= 0 {
			s.section.emit(relation{subjects: []int{front}, targets: []target{{mentions: []int{c.np.mention}}}, span: s.span})
			return
		}
	}
}
