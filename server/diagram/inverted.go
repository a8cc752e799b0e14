package diagram

// isInverted says whether the verb at a chunk is the "is" of a sentence that begins with
// what it says of its subject: "Subscribed to the queue is the tile server".
func (s *sentence) isInverted(at int) bool {
	if at+1 >= len(s.chunks) || s.chunks[at+1].kind != chunkPhrase || !s.chunks[at].vg.copula || s.chunks[at].vg.negated {
		return false
	}
	if first := s.chunks[0]; first.kind != chunkVerb || !first.vg.participle || first.vg.verb == nil || !connects(first.vg.verb) {
		return false
	}
	for _, c := range s.chunks[1:at] {
		if c.kind != chunkPrep && c.kind != chunkPhrase && c.kind != chunkConj {
			return false
		}
	}
	return true
}

// relateInverted states what the participle that such a sentence begins with says of what
// stands behind its "is".
func (s *sentence) relateInverted(at int) {
	s.subject[at] = named([]phrase{s.chunks[at+1].np})
	if s.section.question || len(s.subject[at]) == 0 {
		return
	}
	g, args := s.chunks[0].vg, s.arguments(0)
	r := s.newRelation(g, args)
	r.takePassive(g.verb, args)
	r.subjects = s.subject[at]
	s.section.countAgents(r.subjects)
	s.section.emit(r)
}
