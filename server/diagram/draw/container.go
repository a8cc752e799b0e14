package draw

import (
	"slices"

	"github.com/designls/designls/server/diagram"
)

// Container draws the parts of the system in detail, with what is around them, as
// C4Container: one picture, or one for each boundary where it would be too large.
// Title is the document's.
func Container(g *diagram.Graph, title string) (Drawing, error) {
	if len(g.Nodes) == 0 {
		return Drawing{}, errNoParts
	}
	p := newPlan(g)
	if len(p.links) == 0 {
		return Drawing{}, noFlows(g)
	}
	if len(p.boxes) > mostBoxes {
		if d, ok := byBoundary(g, p); ok {
			return d, nil
		}
	}
	p.keep(mostBoxes)
	p.label()
	source := p.printContainer(p.names.label(systemName(g, title)))
	d := p.drawing(Drawing{})
	d.Pictures = []Picture{{Source: source}}
	return d, nil
}

// label gives every box its identifier; the labels follow as they are printed.
func (p *plan) label() {
	for _, b := range p.boxes {
		b.id = p.names.id(b.nodes[0].ID)
	}
}

func (p *plan) printContainer(system string) string {
	s := &script{}
	s.line("C4Container")
	var around, inside, elsewhere []*box
	for _, b := range layered(p.boxes, p.links) {
		switch b.kind {
		case diagram.Person, diagram.Client:
			around = append(around, b)
		case diagram.External:
			elsewhere = append(elsewhere, b)
		default:
			inside = append(inside, b)
		}
	}
	s.containers("  ", p, around)
	if len(inside) > 0 {
		id := p.names.id(systemID)
		s.frame("  ", "System_Boundary", id, system)
		s.nested(p, inside)
		s.line("  }")
		s.paintFrame(id)
	}
	if len(elsewhere) > 0 {
		id := p.names.id("elsewhere")
		s.frame("  ", "Boundary", id, "Run by others")
		s.containers("    ", p, elsewhere)
		s.line("  }")
		s.paintFrame(id)
	}
	s.relations(p)
	s.line("  UpdateLayoutConfig($c4ShapeInRow=\"%d\", $c4BoundaryInRow=\"1\")", perRow(max(len(inside), len(around), len(elsewhere))))
	return s.String()
}

// perRow is how many boxes stand side by side.
func perRow(n int) int {
	switch {
	case n <= 4:
		return 2
	case n <= 12:
		return 3
	}
	return 4
}

func (s *script) containers(indent string, p *plan, boxes []*box) {
	for _, b := range boxes {
		name := p.names.label(b.name())
		switch element(b.kind) {
		case "Person", "System", "System_Ext":
			s.call(indent, element(b.kind), b.id, name, b.about())
		default:
			s.call(indent, element(b.kind), b.id, name, b.technology(), b.about())
		}
	}
}

// nested draws the boundaries that hold some of the boxes but not all.
func (s *script) nested(p *plan, inside []*box) {
	groups := map[string][]*box{}
	for _, b := range inside {
		id := b.inside
		if !slices.ContainsFunc(p.graph.Boundaries, func(o *diagram.Boundary) bool { return o.ID == id }) {
			id = ""
		}
		groups[id] = append(groups[id], b)
	}
	s.containers("    ", p, groups[""])
	for _, boundary := range p.graph.Boundaries {
		members := groups[boundary.ID]
		if len(members) < 2 || len(members) == len(inside) {
			s.containers("    ", p, members)
			continue
		}
		id := p.names.id(boundary.ID)
		s.frame("    ", "Container_Boundary", id, p.names.label(boundary.Name))
		s.containers("      ", p, members)
		s.line("    }")
		s.paintFrame(id)
	}
}

func (s *script) relations(p *plan) {
	for _, l := range p.links {
		s.rel(l.from.id, l.to.id, l.uses(), l.how())
	}
	for _, b := range p.boxes {
		s.paintBox(b)
	}
}

// byBoundary has a picture for each boundary with what its members talk to. Not ok
// means that boundaries do not divide the graph.
func byBoundary(g *diagram.Graph, whole *plan) (Drawing, bool) {
	d := Drawing{}
	shown := map[string]bool{}
	for _, boundary := range g.Boundaries {
		members := slices.DeleteFunc(slices.Clone(whole.boxes), func(b *box) bool { return b.inside != boundary.ID })
		if len(members) < 3 || len(d.Pictures) == mostPictures {
			continue
		}
		part := newPlan(around(g, boundary.ID))
		part.idle = nil
		part.keep(mostBoxes)
		part.label()
		title := part.names.label(boundary.Name)
		d = part.drawing(d)
		d.Pictures = append(d.Pictures, Picture{Title: title, Source: part.printContainer(title)})
		d.Legend = append(d.Legend, part.names.long...)
		for _, b := range part.boxes {
			shown[b.nodes[0].ID] = true
		}
	}
	if len(shown)*2 < len(whole.boxes) {
		return Drawing{}, false
	}
	whole.cut = slices.DeleteFunc(slices.Clone(g.Nodes), func(n *diagram.Node) bool { return shown[n.ID] || whole.of[n.ID] == nil })
	d.LeftOut = append(d.LeftOut, whole.leftOut()...)
	d.Legend = slices.Compact(d.Legend)
	return d, true
}

// around is the part of a graph that talks with what is in a boundary.
func around(g *diagram.Graph, boundary string) *diagram.Graph {
	in := func(id string) bool { n := g.Node(id); return n != nil && n.Boundary == boundary }
	part := &diagram.Graph{Nodes: g.Nodes, Boundaries: g.Boundaries}
	for _, f := range g.Flows {
		if in(f.From) || in(f.To) {
			part.Flows = append(part.Flows, f)
		}
	}
	return part
}
