package diagram

// makes holds for verbs whose object comes from who does it: "events produced by A".
func makes(v *verb) bool {
	if v == nil {
		return false
	}
	switch v.lemma {
	case "produce", "create", "generate", "expose", "emit", "make", "issue", "publish", "send", "export", "return", "submit", "upload", "report", "push", "provide", "serve", "offer", "write", "collect", "sign", "render":
		return true
	}
	return false
}

// isMadeBy says whether a participle and "by" begin at a chunk that tell who makes
// what stands before them.
func (s *sentence) isMadeBy(i int) bool {
	return i > 0 && i+1 < len(s.chunks) && s.chunks[i].kind == chunkVerb && s.chunks[i].vg.participle && s.chunks[i+1].word == "by" && s.chunks[i-1].kind == chunkPhrase && makes(s.chunks[i].vg.verb)
}

// makerBefore is who makes what the relative pronoun at a chunk stands for: "A emits
// samples which".
func (s *sentence) makerBefore(i int) []int {
	i--
	if i > 0 && s.chunks[i].kind == chunkComma {
		i--
	}
	for i >= 2 && s.chunks[i].kind == chunkPhrase && s.chunks[i-1].kind == chunkPrep && s.chunks[i].np.mention < 0 {
		i -= 2
	}
	if i < 1 || s.chunks[i].kind != chunkPhrase || !s.isThing(s.chunks[i].np) || s.chunks[i-1].kind != chunkVerb {
		return nil
	}
	if g := s.chunks[i-1].vg; g.negated || g.passive || g.participle || !makes(g.verb) {
		return nil
	}
	return s.subject[i-1]
}

// isHandedOver says whether what the verb at a chunk is done to is sent by who makes it:
// "A sends a file which B uses", but not "A exposes an API which B uses".
func (s *sentence) isHandedOver(at int) bool {
	if len(s.antecedent(at-2)) > 0 || len(s.makerBefore(at-2)) == 0 {
		return false
	}
	for i := at - 3; i >= 0; i-- {
		if s.chunks[i].kind == chunkVerb {
			switch s.chunks[i].vg.lemma() {
			case "send", "emit", "push", "return", "submit", "upload", "report":
				return true
			}
			return false
		}
	}
	return false
}

// madeBy reads "A scrapes metrics exposed by B": A takes them from B.
func (s *sentence) madeBy(at int) []int {
	if at+4 >= len(s.chunks) || s.chunks[at+1].kind != chunkPhrase || !s.isThing(s.chunks[at+1].np) || !s.isMadeBy(at+2) || s.chunks[at+4].kind != chunkPhrase {
		return nil
	}
	return named([]phrase{s.chunks[at+4].np})
}

// isOffered says whether the participle at a chunk tells who answers, rather than who has
// made what is at hand: "the API exposed by B", but not "the key created by B".
func (s *sentence) isOffered(i int) bool {
	switch s.chunks[i].vg.lemma() {
	case "provide", "expose", "serve", "offer", "publish", "host", "implement":
		return true
	}
	return false
}

// relateThence reads "from A to B and from there to C".
func (s *sentence) relateThence(i int) {
	if i+3 >= len(s.chunks) || s.chunks[i+1].word != "there" || s.chunks[i+2].word != "to" || s.chunks[i+3].kind != chunkPhrase {
		return
	}
	for k := i - 1; k > 0; k-- {
		if s.chunks[k].kind == chunkPhrase && s.chunks[k].np.mention >= 0 {
			s.emitTo(s.chunks[k].np.mention, i+3, i)
			return
		}
	}
}

// isThing says whether a phrase names nothing that could be a part of a system by its
// last word.
func (s *sentence) isThing(p phrase) bool {
	return p.mention < 0 || s.section.out.mentions[p.mention].marks&(markWeak|markTech|markBold|markNamed) == 0
}
