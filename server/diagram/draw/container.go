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
	if len(newPlan(g).links) == 0 {
		return Drawing{}, noFlows(g)
	}
	name := systemName(g, title)
	g, outer := withoutWhole(g, title)
	p := newPlan(g)
	best, least := Drawing{}, -1
	for _, members := range []int{0, mostMembers, mostMembers / 2, mostMembers / 3} {
		if members == 0 && len(p.boxes) > mostBoxes {
			continue
		}
		d, tangled := newPlan(g).containers(name, members)
		if least < 0 || tangled < least {
			best, least = d, tangled
		}
		if least <= len(p.links)/tolerable || len(p.boxes) > mostUntangled {
			break
		}
	}
	if outer != "" {
		best.LeftOut = append(best.LeftOut, outer)
	}
	return best, nil
}

const (
	tolerable     = 10 // so many times as many arrows as lead through boxes make a picture that can be read
	mostUntangled = 40 // boxes that are divided further for that
)

// containers draws all in one picture, or in parts of so many members. It returns how often
// an arrow leads through a box.
func (p *plan) containers(system string, members int) (Drawing, int) {
	if members > 0 {
		return p.inParts(system, members)
	}
	p.label()
	picture, tangled := p.printContainer(system)
	d := p.drawing(Drawing{Legend: p.framed()})
	d.Pictures = []Picture{{Source: picture}}
	return d, tangled
}

// label gives every box its identifier and its text.
func (p *plan) label() {
	for _, b := range p.boxes {
		b.id = p.names.id(b.nodes[0].ID)
		b.label = p.names.box(b.name())
	}
}

const others = "Run by others" // the frame around what is not the system's own

// printContainer also returns how often an arrow leads through a box.
func (p *plan) printContainer(system string) (source string, tangled int) {
	s := &script{}
	s.line("C4Container")
	title := system
	system = p.names.frame(system)
	l := p.layOut(system)
	s.line("  title Containers of %s", titled(title, l.grid.titleRunes()))
	s.containers("  ", l.grid, l.grid.of(nil))
	if l.grid.has(l.outer) {
		id := p.names.id(systemID)
		s.frame("  ", "System_Boundary", id, system)
		s.nested(p, l)
		s.line("  }")
		s.paintFrame(id)
	}
	if boxes := l.grid.of(l.others); len(boxes) > 0 {
		id := p.names.id("elsewhere")
		s.line(`  Boundary(%s, "%s", "external") {`, id, others)
		s.containers("    ", l.grid, boxes)
		s.line("  }")
		s.paintFrame(id)
	}
	s.relations(p, l.grid)
	s.paintBoxes(l.grid)
	s.layout(l.grid)
	tangled, _ = l.grid.faults()
	return s.String(), tangled
}

// containerLayout is what a container diagram has in which frame.
type containerLayout struct {
	outer, others *frame
	groups        map[*frame]group // within the outer frame
	grid          *grid
}

func (p *plan) layOut(system string) *containerLayout {
	var around, inside, elsewhere []*box
	for _, b := range layered(p.boxes, p.links) {
		switch b.kind {
		case diagram.Person, diagram.Client, diagram.System:
			around = append(around, b)
		case diagram.External:
			elsewhere = append(elsewhere, b)
		default:
			inside = append(inside, b)
		}
	}
	l := &containerLayout{outer: &frame{title: system}, others: &frame{title: others}, groups: map[*frame]group{}}
	zones := []zone{{around, nil}}
	for _, g := range p.groups(inside) {
		f := l.outer
		if g.boundary != nil {
			g.label = p.names.frame(g.boundary.Name)
			f = &frame{title: g.label, around: l.outer}
			l.groups[f] = g
		}
		zones = append(zones, zone{g.boxes, f})
	}
	zones = append(zones, zone{elsewhere, l.others})
	l.grid = newGrid(p.links, zones...)
	l.grid.lay(perRow(max(len(inside), len(around), len(elsewhere)))...)
	p.nameSpaces(l.grid)
	return l
}

// perRow is how many boxes stand side by side, and how many else. Three fit on any screen.
func perRow(n int) []int {
	switch {
	case n <= 4:
		return []int{2, 3}
	case n <= 9:
		return []int{3, 3, 2}
	}
	return []int{3}
}

func (s *script) containers(indent string, g *grid, boxes []*box) {
	for _, b := range boxes {
		switch e := element(b.kind); {
		case b.space():
			s.space(indent, b)
		case e == "Person" || e == "System" || e == "System_Ext":
			s.element(indent, e, b, g.room(), b.about())
		default:
			s.element(indent, e, b, g.room(), b.technology(), b.about())
		}
	}
}

// nested draws what is within the system: boxes, and boundaries.
func (s *script) nested(p *plan, l *containerLayout) {
	s.containers("    ", l.grid, l.grid.of(l.outer))
	for _, z := range l.grid.zones {
		g, ok := l.groups[z.frame]
		if !ok {
			continue
		}
		id := p.names.id(g.boundary.ID)
		s.frame("    ", "Container_Boundary", id, g.label)
		s.containers("      ", l.grid, l.grid.of(z.frame))
		s.line("    }")
		s.paintFrame(id)
	}
}
