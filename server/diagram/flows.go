package diagram

import (
	"slices"
	"strings"
)

// addFlows makes flows of the relations between accepted names: one for each pair
// and direction in the graph, and each time they talk in the scenarios.
func (m *merger) addFlows(g *Graph) {
	known := map[[2]string]*Flow{}
	for i := range m.parts {
		p := &m.parts[i]
		if p.standing != standsFull {
			continue
		}
		stories := map[int]*Scenario{}
		for _, r := range p.local.relations {
			flows := m.resolve(p, r)
			story := m.story(p, r, stories)
			for _, f := range flows {
				if story != nil {
					f.Order = len(story.Steps) + 1
					story.Steps = append(story.Steps, f)
				}
				if !f.Reply {
					g.addFlow(f, known)
				}
			}
			if story != nil && len(story.Steps) == 2 && len(flows) > 0 && !slices.Contains(g.Scenarios, story) {
				g.Scenarios = append(g.Scenarios, story)
			}
		}
	}
	slices.SortStableFunc(g.Flows, func(a, b *Flow) int { return a.Place.Start - b.Place.Start })
	g.numberFlows(known)
}

// addFlow adds a flow, or adds to the one between the same nodes.
func (g *Graph) addFlow(f Flow, known map[[2]string]*Flow) {
	k := [2]string{f.From, f.To}
	old := known[k]
	if old == nil {
		f.Order = 0
		known[k] = &f
		g.Flows = append(g.Flows, &f)
		return
	}
	old.Access |= f.Access
	old.Async = old.Async && f.Async
	if old.Label == "" {
		old.Label, old.Taken = f.Label, f.Taken
	}
	if old.Protocol == "" {
		old.Protocol = f.Protocol
	}
}

// numberFlows gives the flows of the graph their step in the first scenario.
func (g *Graph) numberFlows(known map[[2]string]*Flow) {
	for _, s := range g.Scenarios {
		for _, step := range s.Steps {
			if f := known[[2]string{step.From, step.To}]; f != nil && f.Order == 0 {
				f.Order = step.Order
			}
		}
	}
}

// story returns the scenario that a relation is a step of, or nil.
func (m *merger) story(p *part, r relation, stories map[int]*Scenario) *Scenario {
	if r.list == 0 {
		return nil
	}
	s := stories[r.list]
	if s == nil {
		s = &Scenario{Title: p.section.Title(), Place: place(p.section, r.span, r.source)}
		stories[r.list] = s
	}
	s.Place.End = max(s.Place.End, place(p.section, r.span, r.source).End)
	return s
}

// resolve turns a relation into flows between accepted nodes. Of the alternative
// targets the first that is a component counts.
func (m *merger) resolve(p *part, r relation) []Flow {
	from, via := m.nodes(p, r.subjects), m.ways(p, r)
	for _, t := range r.targets {
		to := m.nodes(p, t.mentions)
		if t.access == 0 && r.source == FromProse {
			to = slices.DeleteFunc(to, func(n *Node) bool { return n.Kind == Person }) // nobody is used or called
		}
		if len(to) == 0 {
			continue
		}
		make := func(a, b *Node) Flow {
			return Flow{From: a.ID, To: b.ID, Label: r.label, Protocol: r.protocol, Async: r.async || b.Kind == Queue || a.Kind == Queue, Access: t.access, Reply: r.reply, Taken: r.isTaken(t, a), Place: place(p.section, r.span, r.source)}
		}
		a, b := from, to
		if t.reversed {
			a, b = to, from
		}
		if len(via) > 0 {
			return append(pairs(a, via, make), pairs(via, b, make)...)
		}
		return pairs(a, b, make)
	}
	if len(via) > 0 {
		r.targets, r.via = []target{{mentions: r.via}}, nil
		return m.resolve(p, r)
	}
	return nil
}

// isTaken says whether the label tells what the target does: of a worker that reads a queue,
// and of an arrow from a store with "take batch" on it, which the store does not.
func (r *relation) isTaken(t target, from *Node) bool {
	if r.source != FromDiagram || t.reversed {
		return t.reversed && r.source == FromProse && r.label != ""
	}
	verb, _, _ := strings.Cut(r.label, " ")
	return from.Kind.Holds() && labelAccess(verb) == Read
}

func pairs(from, to []*Node, make func(a, b *Node) Flow) []Flow {
	var out []Flow
	for _, a := range from {
		for _, b := range to {
			if a != b {
				out = append(out, make(a, b))
			}
		}
	}
	return out
}

// nodes returns what mentions stand for. A bare noun that is no component by
// itself stands for the one named last that ends so.
func (m *merger) nodes(p *part, mentions []int) []*Node {
	var out []*Node
	for _, k := range mentions {
		c := p.of(k).root()
		n := c.node
		if n == nil && c.isAlone() && p.local.mentions[k].marks&(markDefinite|markBold) != 0 {
			n = p.lastNamed(k, c.words[0])
			if r := p.local.mentions[k].refers; n == nil && r > 0 {
				n = p.of(r - 1).root().node
			}
		}
		if n != nil && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// ways are the nodes that data go through: "a log" is the one that the document has.
func (m *merger) ways(p *part, r relation) []*Node {
	if out := m.nodes(p, r.via); len(out) > 0 || r.carrier == "" {
		return out // without a search through all names
	}
	if n := m.onlyNamed(r.carrier); n != nil {
		return []*Node{n}
	}
	return nil
}

func (p *part) lastNamed(before int, noun string) *Node {
	for k := before - 1; k >= 0; k-- {
		if w := p.names[p.local.termOf[k]].words; len(w) > 1 && w[len(w)-1] == noun {
			if n := p.of(k).root().node; n != nil {
				return n
			}
		}
	}
	return nil
}
