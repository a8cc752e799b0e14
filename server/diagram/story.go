package diagram

// goingOn is what does the things that a passive verb tells of: what the list around it
// is about, or what the sentence before tells of: "The gateway checks the order. The
// order is then sent to the order service."
func (r *sectionReader) goingOn(v *verb) []int {
	if !v.transfers && v.access == 0 {
		return nil
	}
	if i := r.item; i != nil {
		switch {
		case i.parent != nil && r.canDo(i.parent.about):
			return i.parent.about
		case i.parent == nil && r.canDo(r.lead):
			return r.lead
		case r.first:
			return nil
		}
	}
	if r.lastBlock == r.block && r.canDo(r.lastSubject) {
		return r.lastSubject
	}
	return nil
}

// placeOf is what "where" at a chunk stands for, if that does things: "sends the order to
// the gateway, where it is checked".
func (s *sentence) placeOf(where int) []int {
	i := where - 1
	if i > 0 && s.chunks[i].kind == chunkComma {
		i--
	}
	if i < 1 || s.chunks[i].kind != chunkPhrase || s.chunks[i].np.mention < 0 || s.chunks[i-1].kind != chunkPrep {
		return nil
	}
	if m := []int{s.chunks[i].np.mention}; s.section.canDo(m) {
		return m
	}
	return nil
}

// stage is where a sentence says before its first verb that all of it is done: "On the
// gateway, orders are checked and sent to", "In the PD leader:".
func (s *sentence) stage() []int {
	if len(s.chunks) < 3 || s.chunks[0].kind != chunkPrep || s.chunks[1].kind != chunkPhrase || s.chunks[1].np.mention < 0 {
		return nil
	}
	switch s.chunks[0].word {
	case "in", "on", "at", "from", "inside", "within":
		if m := []int{s.chunks[1].np.mention}; s.section.canDo(m) {
			return m
		}
	}
	return nil
}

// canDo says whether mentions are of parts that do things.
func (r *sectionReader) canDo(mentions []int) bool {
	if len(mentions) == 0 {
		return false
	}
	m := &r.out.mentions[mentions[0]]
	return !m.kind.Holds() && m.kind != Queue && m.marks&(markHead|markTech|markBold|markCoined) != 0
}
