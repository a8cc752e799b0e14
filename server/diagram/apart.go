package diagram

import "strings"

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

// areBothShown says whether an author sets two names apart: each stands in bold, as a
// title of its own, or in a picture.
func areBothShown(a, b *candidate) bool {
	return a.bold > 0 && b.bold > 0 || a.titles > 0 && b.titles > 0 || a.drawn > 0 && b.drawn > 0
}

// isOneOf says whether a name joined by hyphens is that of one among several: the
// "intel-nic-plugin" of "device plugins".
func isOneOf(c, class *candidate) bool {
	return 2*class.plural > class.total && len(c.words) > 2 && !strings.Contains(c.name, " ")
}
