package diagram

// addBoundaries takes over the boundaries that diagrams draw and sentences tell
// of. Boundaries of one name are one.
func (m *merger) addBoundaries(g *Graph, ids *ids) {
	known := map[string]*Boundary{}
	for i := range m.parts {
		p := &m.parts[i]
		if p.standing == standsAside {
			continue
		}
		frames := make([]*Boundary, len(p.local.frames))
		for k, f := range p.local.frames {
			b := known[nameKey(f.name)]
			if b == nil {
				b = &Boundary{ID: ids.unique(f.name), Name: f.name, Place: place(p.section, f.span, f.source)}
				known[nameKey(f.name)] = b
				g.Boundaries = append(g.Boundaries, b)
			}
			if frames[k] = b; f.parent >= 0 && frames[f.parent] != b && b.Parent == "" {
				b.Parent = frames[f.parent].ID
			}
			if f.mention >= 0 {
				if n := p.of(f.mention).root().node; n != nil {
					b.Node = n.ID
				}
			}
		}
		m.fill(p, frames)
	}
}

// fill puts the nodes of a section into their boundaries.
func (m *merger) fill(p *part, frames []*Boundary) {
	for k, t := range p.local.mentions {
		if t.frame < 0 {
			continue
		}
		if n := p.of(k).root().node; n != nil && n.Boundary == "" && frames[t.frame].Node != n.ID {
			n.Boundary = frames[t.frame].ID
		}
	}
}
