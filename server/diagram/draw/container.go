package draw

import (
	"github.com/designls/designls/server/diagram"
)

// Container draws the parts of the system in detail, with what is around them, as
// C4Container: one picture, or several where that would be too large. Title is the
// document's.
func Container(g *diagram.Graph, title string) (Drawing, error) {
	if len(g.Nodes) == 0 {
		return Drawing{}, errNoParts
	}
	p := newPlan(g)
	if len(p.links) == 0 {
		return Drawing{}, noFlows(g)
	}
	name := systemName(g, title)
	if len(p.boxes) > mostBoxes {
		return inParts(p, name), nil
	}
	p.label()
	source := p.printContainer(name)
	d := p.drawing(Drawing{Legend: p.framed()})
	d.Pictures = []Picture{{Source: source}}
	return d, nil
}

// label gives every box its identifier and its text.
func (p *plan) label() {
	for _, b := range p.boxes {
		b.id = p.names.id(b.nodes[0].ID)
		b.label = p.names.label(b.name())
	}
}

const others = "Run by others" // the frame around what is not the system's own

func (p *plan) printContainer(system string) string {
	s := &script{}
	s.line("C4Container")
	system = p.names.label(system)
	s.line("  title Containers of %s", titled(system))
	l := p.layOut(system)
	s.containers("  ", l.around)
	if len(l.inside) > 0 {
		id := p.names.id(systemID)
		s.frame("  ", "System_Boundary", id, system)
		s.nested(p, l.groups)
		s.line("  }")
		s.paintFrame(id)
	}
	if len(l.elsewhere) > 0 {
		id := p.names.id("elsewhere")
		s.frame("  ", "Boundary", id, others)
		s.containers("    ", l.elsewhere)
		s.line("  }")
		s.paintFrame(id)
	}
	s.relations(p, l.grid)
	for _, b := range p.boxes {
		s.paintBox(b)
	}
	s.layout(l.grid.columns)
	return s.String()
}

// containerLayout is what a container diagram has in which frame, in order.
type containerLayout struct {
	around, inside, elsewhere []*box
	groups                    []group
	grid                      *grid
}

func (p *plan) layOut(system string) *containerLayout {
	l := &containerLayout{}
	for _, b := range layered(p.boxes, p.links) {
		switch b.kind {
		case diagram.Person, diagram.Client:
			l.around = append(l.around, b)
		case diagram.External:
			l.elsewhere = append(l.elsewhere, b)
		default:
			l.inside = append(l.inside, b)
		}
	}
	l.groups = p.groups(l.inside)
	outer := &frame{title: system}
	zones := []zone{{l.around, nil}}
	for i, g := range l.groups {
		f := outer
		if g.boundary != nil {
			l.groups[i].label = p.names.label(g.boundary.Name)
			f = &frame{title: l.groups[i].label, around: outer}
		}
		zones = append(zones, zone{g.boxes, f})
	}
	zones = append(zones, zone{l.elsewhere, &frame{title: others}})
	l.grid = newGrid(perRow(max(len(l.inside), len(l.around), len(l.elsewhere))), p.links, zones...)
	l.grid.arrange()
	return l
}

// perRow is how many boxes stand side by side. Three fit on any screen.
func perRow(n int) int {
	if n <= 4 {
		return 2
	}
	return 3
}

func (s *script) containers(indent string, boxes []*box) {
	for _, b := range boxes {
		switch e := element(b.kind); e {
		case "Person", "System", "System_Ext":
			s.call(indent, e, b.id, b.label, b.about())
		default:
			s.call(indent, e, b.id, b.label, b.technology(), b.about())
		}
	}
}

// nested draws the boundaries within the system.
func (s *script) nested(p *plan, groups []group) {
	for _, g := range groups {
		if g.boundary == nil {
			s.containers("    ", g.boxes)
			continue
		}
		id := p.names.id(g.boundary.ID)
		s.frame("    ", "Container_Boundary", id, g.label)
		s.containers("      ", g.boxes)
		s.line("    }")
		s.paintFrame(id)
	}
}
