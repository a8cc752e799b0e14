package diagram

// countTalks counts for each name how often it is at an end of a statement, and how often
// an accepted component that is no person is at the other.
func (m *merger) countTalks() {
	for _, c := range m.candidates {
		c.speaks, c.spokenTo, c.talks = 0, 0, 0
	}
	for i := range m.parts {
		p := &m.parts[i]
		if p.standing != standsFull {
			continue
		}
		for _, r := range p.local.relations {
			if !r.cell {
				p.countTalk(r)
			}
		}
	}
}

// countTalk counts the ends of a statement.
func (p *part) countTalk(r relation) {
	for _, t := range r.targets {
		for _, a := range r.subjects {
			for _, b := range t.mentions {
				if x, y := p.of(a).root(), p.of(b).root(); x != y {
					x.speaks++
					y.spokenTo++
					x.countIf(y)
					y.countIf(x)
				}
			}
		}
	}
}

// countIf counts one at the other end that is a component and no person.
func (c *candidate) countIf(other *candidate) {
	if other.accepted && other.kind != Person {
		c.talks++
	}
}
