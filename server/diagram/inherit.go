package diagram

// inherited is the subject of a verb that has none in its own sentence.
func (r *sectionReader) inherited(s *sentence) []int {
	if s.inner {
		return nil
	}
	if r.item == nil {
		if len(s.chunks) > 0 && s.chunks[0].kind == chunkVerb && s.tokens[s.chunks[0].vg.at].form == formThird {
			return r.heading // "## Ingester", "Reads samples from the distributor."
		}
		return nil
	}
	switch {
	case !r.first && len(r.item.about) > 0 && s.chunks[0].kind == chunkVerb && s.chunks[0].vg.finite:
		return r.item.about // "Order servers: check orders. Put them in the queue."
	case r.item.parent != nil && len(r.item.parent.about) > 0:
		return r.item.parent.about
	case r.item.parent == nil && len(r.lead) > 0:
		return r.lead
	}
	return r.heading
}

// pronoun is what "it" stands for at the start of a sentence: in a new step what
// the step before handed over to, else the subject of the sentence before.
func (r *sectionReader) pronoun(one bool) []int {
	if r.first && len(r.lastTarget) > 0 {
		return r.lastTarget
	}
	if one && len(r.lastSubject) > 0 && len(r.lastTarget) == 1 && r.isNoIt(r.lastSubject) && !r.isNoIt(r.lastTarget) {
		return r.lastTarget // "Phones send positions to the tracker. It keeps"
	}
	if !one && len(r.lastSubject) > 0 && len(r.lastTarget) > 0 && !r.isNoIt(r.lastSubject) && r.areSeveral(r.lastTarget) {
		return r.lastTarget // "The scheduler calls the workers. They write"
	}
	if len(r.lastSubject) == 0 {
		return r.heading
	}
	return r.lastSubject
}

// isNoIt holds for what "it" does not stand for: people, and several things.
func (r *sectionReader) isNoIt(mentions []int) bool {
	n := &r.out.mentions[mentions[0]]
	return n.kind == Person || r.areSeveral(mentions)
}

// areSeveral says whether "they" can stand for mentions: two of them, or a plural.
func (r *sectionReader) areSeveral(mentions []int) bool {
	n := &r.out.mentions[mentions[0]]
	return len(mentions) > 1 || n.marks&markPlural != 0 && n.marks&markTech == 0
}

// doing is what does the things that a section tells: what its heading names.
func (r *sectionReader) doing() []int {
	if len(r.heading) > 0 && !r.out.mentions[r.heading[0]].kind.Holds() && (r.out.mentions[r.heading[0]].marks&(markWeak|markTech) != 0 || r.hasActed(r.heading[0])) {
		return r.heading
	}
	return nil
}

// where is what "we" at a chunk make do something to a store or a queue: the component that
// the text is about.
func (s *sentence) where(i int) []int {
	r := s.section
	if len(r.heading) == 0 || s.chunks[i].word != "we" {
		return nil
	}
	if m := &r.out.mentions[r.heading[0]]; m.kind == Person || m.kind.Holds() || m.marks&markWeak == 0 || !r.hasActed(r.heading[0]) {
		return nil
	}
	for _, c := range s.chunks[i:] {
		if c.kind == chunkPhrase && c.np.mention >= 0 && (r.out.mentions[c.np.mention].kind.Holds() || r.out.mentions[c.np.mention].kind == Queue) {
			return r.heading
		}
	}
	return nil
}

// hasActed says whether the section tells of a deed of what a mention names.
func (r *sectionReader) hasActed(m int) bool {
	for i := range r.out.mentions {
		if r.out.mentions[i].agent > 0 && r.out.mentions[i].key == r.out.mentions[m].key {
			return true
		}
	}
	return false
}
