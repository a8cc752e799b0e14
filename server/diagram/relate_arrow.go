package diagram

import "strings"

// relateArrow reads "A -> B", "A <- B", "A <-> B", and what the arrow stands before:
// "A -> B health check".
func (s *sentence) relateArrow(i int) {
	if i == 0 || i+1 >= len(s.chunks) || s.section.question {
		return
	}
	from, to := s.arrowEnds(i-1, true), s.arrowEnds(i+1, false)
	if len(from) == 0 || len(to) == 0 {
		return
	}
	for _, t := range append(from, to...) {
		for _, m := range t.mentions {
			if self := &s.section.out.mentions[m]; self.marks&(markWeak|markTech) != 0 {
				self.marks |= markNamed
			}
		}
	}
	word := s.chunks[i].word
	back := strings.HasPrefix(word, "<") || word == "←"
	both := back && strings.HasSuffix(word, ">") || word == "↔" || word == "⇔" || word == "⇄" || word == "⟷"
	if !back || both {
		s.section.emit(relation{subjects: from[0].mentions, targets: to, span: s.span})
	}
	if back || both {
		s.section.emit(relation{subjects: to[0].mentions, targets: from, span: s.span})
	}
}

// arrowEnds returns the names beside an arrow. Behind it the phrase may go on with what
// passes between them.
func (s *sentence) arrowEnds(i int, before bool) []target {
	c := s.chunks[i]
	if c.kind != chunkPhrase {
		return nil
	}
	var out []target
	if c.np.mention >= 0 {
		out = append(out, target{mentions: []int{c.np.mention}})
	}
	if c.np.inner >= 0 && !before && c.np.mention < 0 {
		s.section.out.mentions[c.np.inner].marks &^= markInner
		out = append(out, target{mentions: []int{c.np.inner}})
	}
	return out
}
