package diagram

import (
	"slices"
	"strings"
)

// build makes the graph of the candidates that were accepted.
func (m *merger) build() *Graph {
	g := &Graph{}
	m.collect()
	ids := newIDs()
	for _, c := range m.candidates {
		if c.parent == nil && c.accepted && len(c.places) > 0 {
			c.node = c.makeNode(ids)
			g.Nodes = append(g.Nodes, c.node)
		}
	}
	slices.SortStableFunc(g.Nodes, func(a, b *Node) int { return a.Places[0].Start - b.Places[0].Start })
	m.addBoundaries(g, ids)
	m.addFlows(g)
	g.settleQueues()
	m.addSchemas(g)
	return g
}

func (c *candidate) makeNode(ids *ids) *Node {
	name := c.spellings[0].name
	n := &Node{ID: ids.unique(name), Name: name, Kind: c.kind, Places: c.places, Technology: c.tech, Description: c.about, Redundant: c.redundant}
	for _, s := range c.spellings[1:] {
		n.Aliases = append(n.Aliases, s.name)
	}
	if n.Kind == Component && c.marks&markHead != 0 {
		n.Kind = Container
	}
	return n
}

// collect gives each root its places and spellings, the most frequent spelling
// first.
func (m *merger) collect() {
	for i := range m.parts {
		p := &m.parts[i]
		if p.standing == standsAside {
			continue
		}
		for k := range p.local.mentions {
			if c := p.of(k).root(); c.accepted {
				c.note(p, &p.local.mentions[k])
			}
		}
	}
	for _, c := range m.candidates {
		if len(c.spellings) > 0 {
			slices.SortStableFunc(c.spellings, func(a, b spelling) int { return b.count - a.count })
			c.nameFully()
		}
	}
}

// spelling is a way to write a component's name.
type spelling struct {
	name  string
	count int
	drawn bool // stands so in a diagram or a table
}

// note takes over what one mention tells of a component.
func (c *candidate) note(p *part, t *mention) {
	at := place(p.section, t.span, t.source)
	c.places = append(c.places, at)
	s := c.spelled(t.name)
	s.count++
	s.drawn = s.drawn || t.marks&(markDrawn|markTabled) != 0
	if t.marks&markRedundant != 0 {
		c.redundant = append(c.redundant, at)
	}
	if c.tech == "" {
		c.tech = t.tech
	}
	if c.about == "" {
		c.about = t.about
	}
}

// fewSpellings is how many spellings are looked through: nearly no name has more.
const fewSpellings = 8

// spelled returns the spelling, which is added when it is new.
func (c *candidate) spelled(name string) *spelling {
	for i := range c.spellings[:min(len(c.spellings), fewSpellings)] {
		if c.spellings[i].name == name {
			return &c.spellings[i]
		}
	}
	i, known := c.further[name]
	if !known {
		i = len(c.spellings)
		c.spellings = append(c.spellings, spelling{name: name})
		if c.further == nil && i >= fewSpellings {
			c.further = map[string]int{}
		}
		if i >= fewSpellings {
			c.further[name] = i
		}
	}
	return &c.spellings[i]
}

// nameFully puts a full name before a bare noun or an abbreviation that stands
// more often, unless the full name is rare.
func (c *candidate) nameFully() {
	if len(c.spellings) == 1 || len(nameWords(c.spellings[0].name)) > 1 && c.drawn == 0 {
		return
	}
	for i, s := range c.spellings {
		if s.drawn || c.drawn == 0 && len(nameWords(s.name)) > 1 && 5*s.count >= c.spellings[0].count {
			copy(c.spellings[1:i+1], c.spellings[:i])
			c.spellings[0] = s
			return
		}
	}
}

func (m *merger) addSchemas(g *Graph) {
	known := map[string]*Entity{}
	for i := range m.parts {
		p := &m.parts[i]
		if p.standing == standsAside {
			continue
		}
		for _, e := range p.local.entities {
			copied := *e
			copied.Place = place(p.section, e.Place.Span, e.Place.Source)
			name := strings.ToLower(e.Name)
			if old := known[name]; old == nil {
				known[name] = &copied
				g.Entities = append(g.Entities, &copied)
			} else if len(old.Columns) == 0 {
				*old = copied
			}
		}
		for _, e := range p.local.endpoints {
			g.Endpoints = append(g.Endpoints, &Endpoint{e.Method, e.Path, place(p.section, e.Place.Span, e.Place.Source)})
		}
	}
	g.Endpoints = slices.CompactFunc(g.Endpoints, func(a, b *Endpoint) bool { return a.Method == b.Method && a.Path == b.Path })
}
