package diagram

// subjectBeforeComma reads "The gateway, a proxy, sends", "The gateway, which
// runs here, sends", and "..., sends".
func (s *sentence) subjectBeforeComma(at int) []int {
	i := at - 1
	if i >= 3 && s.chunks[i-1].kind == chunkPhrase && s.chunks[i-2].kind == chunkComma && s.chunks[i-3].kind == chunkPhrase && !s.hasVerb(i) {
		if m := s.chunks[i-1].np.mention; m >= 0 && s.isClass(s.chunks[i-3].np) {
			return []int{m} // "A new service, the usage aggregator, consumes"
		}
		return s.subjectPhrase(i - 3)
	}
	if k := s.insertedAfter(i); k >= 0 {
		return s.subjectPhrase(k)
	}
	if k := s.afterInsertion(i); k >= 0 {
		return s.subjectPhrase(k)
	}
	return s.subjectOfPeer(at)
}

// insertedAfter returns the phrase before an insertion without a verb that the
// comma at i ends: "The gateway, in turn, calls"; or -1.
func (s *sentence) insertedAfter(i int) int {
	for k := i - 1; k > 0; k-- {
		switch s.chunks[k].kind {
		case chunkPhrase, chunkPrep:
		case chunkVerb:
			if g := s.chunks[k].vg; !g.gerund && !g.participle || s.chunks[k-1].kind != chunkComma && s.chunks[k-1].kind != chunkPrep {
				return -1
			}
		case chunkComma:
			if s.chunks[k-1].kind == chunkPhrase && (k+1 == i || s.chunks[k+1].kind == chunkPrep || s.chunks[k+1].kind == chunkVerb || s.tokens[s.chunks[k+1].at].lower == "running") && !s.hasVerb(k) {
				return k - 1
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// subjectOfPeer is the subject of the verb that the one at a chunk is joined to:
// "asks B to verify the token, then forwards it" goes on with who asks.
func (s *sentence) subjectOfPeer(at int) []int {
	g := s.chunks[at].vg
	if m := s.subjectOfTwin(at); len(m) > 0 {
		return m
	}
	if m := s.subjectOfParallel(at); len(m) > 0 {
		return m
	}
	if g.verb != nil && g.finite && s.tokens[g.at].form != formBase {
		for i := at - 1; i >= 0; i-- {
			if c := s.chunks[i]; c.kind == chunkVerb && c.vg.finite && !c.vg.participle && len(s.subject[i]) > 0 {
				return s.subject[i]
			}
		}
	}
	if g.verb != nil && s.tokens[g.at].form == formBase && s.tokens[0].tag == tagSub && !s.hasMain(at) {
		return s.section.inherited(s) // "If the order is new, then add it to the queue"
	}
	return s.subjectOfLastVerb(at - 1)
}

// subjectOfParallel is the subject of the last active verb in the same form as the one at
// a chunk: "ensures the volume has been mounted, and notifies".
func (s *sentence) subjectOfParallel(at int) []int {
	g := s.chunks[at].vg
	if g.verb == nil || g.passive || g.participle || g.gerund {
		return nil
	}
	form := s.tokens[g.at].form
	for i := at - 1; i >= 0; i-- {
		c := s.chunks[i]
		if c.kind == chunkStop {
			return nil
		}
		if c.kind == chunkVerb && c.vg.verb != nil && !c.vg.passive && !c.vg.participle && !c.vg.gerund && s.tokens[c.vg.at].form == form && len(s.subject[i]) > 0 && !s.isSubordinate(i) {
			return s.subject[i]
		}
	}
	return nil
}

// subjectOfTwin is the subject of the verb that a verb behind "or" repeats: "A can use B to
// notify C, or use D".
func (s *sentence) subjectOfTwin(at int) []int {
	if s.chunks[at-1].word != "or" {
		return nil
	}
	for i := at - 1; i >= 0; i-- {
		if c := s.chunks[i]; c.kind == chunkVerb && c.vg.verb != nil && c.vg.verb == s.chunks[at].vg.verb && !c.vg.participle {
			return s.subject[i]
		}
	}
	return nil
}

// hasMain says whether a verb before the one at a chunk is in the main clause.
func (s *sentence) hasMain(at int) bool {
	for i := 0; i < at; i++ {
		if s.chunks[i].kind == chunkVerb && s.chunks[i].vg.finite && !s.isSubordinate(i) && s.commaBefore(i) {
			return true
		}
	}
	return false
}

func (s *sentence) commaBefore(i int) bool {
	for i--; i >= 0; i-- {
		if s.chunks[i].kind == chunkComma {
			return true
		}
	}
	return false
}
