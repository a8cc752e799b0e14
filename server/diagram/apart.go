package diagram

// noteApart notes which names stand at the two ends of one relation: "the notification
// service calls the push notification service" tells of two things.
func (m *merger) noteApart() {
	m.apart = map[[2]*candidate]bool{}
	for i := range m.parts {
		p := &m.parts[i]
		for _, r := range p.local.relations {
			for _, t := range r.targets {
				for _, a := range r.subjects {
					for _, b := range t.mentions {
						if x, y := p.of(a), p.of(b); x != y && x.last() == y.last() {
							m.apart[[2]*candidate{x, y}] = true
						}
					}
				}
			}
		}
	}
}

// last is the last word of a name. Only names that end alike are ever taken for one.
func (c *candidate) last() string {
	if len(c.words) == 0 {
		return ""
	}
	return c.words[len(c.words)-1]
}

// areApart says whether two names are those of two things.
func (m *merger) areApart(a, b *candidate) bool {
	return len(m.apart) > 0 && (m.apart[[2]*candidate{a, b}] || m.apart[[2]*candidate{b, a}])
}
