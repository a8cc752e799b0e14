package draw

import (
	"fmt"
	"slices"

	"github.com/designls/designls/server/diagram"
)

// Context draws the system as one box among the people who use it and the systems
// that it talks to, as C4Context. Title is the document's.
func Context(g *diagram.Graph, title string) (Drawing, error) {
	if len(g.Nodes) == 0 {
		return Drawing{}, errNoParts
	}
	p := contextPlan(g, title)
	if len(p.boxes) < 2 || !slices.Contains(p.boxes, p.system) {
		return Drawing{}, errNoContext
	}
	if len(p.links) == 0 {
		return Drawing{}, fmt.Errorf("the document names %s but not what passes between them and the system, so there are no arrows to draw; say who uses it for what, and what it sends to whom", enumerate(namesOf(p.aroundIt()), 5))
	}
	source := p.printContext()
	d := p.drawing(Drawing{around: p.fromOutside(), numbers: p.numbers})
	d.Pictures = []Picture{{Source: source}}
	return d, nil
}

const systemID = "the_system" // of the box that stands for all that is inside

// contextPlan has one box for all that is inside, and one for each of the rest.
func contextPlan(g *diagram.Graph, title string) *plan {
	p := &plan{graph: g, of: map[string]*box{}, names: newNames()}
	whole := &diagram.Node{ID: systemID, Name: systemName(g, title)}
	system := theSystem(g, title)
	if n := namesake(g, whole.Name); n != nil {
		whole.Name, whole.Description = n.Name, n.Description
	}
	p.system = &box{kind: diagram.System, place: -1, nodes: []*diagram.Node{whole}}
	outside := outsideOf(g, system)
	for _, n := range g.Nodes {
		if outside[n.ID] {
			p.addBox(n)
		} else {
			p.of[n.ID] = p.system
		}
	}
	p.boxes = append(p.boxes, p.system)
	p.connect()
	p.trimAround()
	return p
}

// aroundIt are the nodes beside the system.
func (p *plan) aroundIt() []*diagram.Node {
	var nodes []*diagram.Node
	for _, b := range p.boxes {
		if b != p.system {
			nodes = append(nodes, b.nodes...)
		}
	}
	return nodes
}

// outsideOf are the people, the other systems, those that others run, and what people hold in
// hand where the document names nobody who does something with it.
func outsideOf(g *diagram.Graph, system *diagram.Node) map[string]bool {
	people := slices.ContainsFunc(g.Nodes, func(n *diagram.Node) bool { return n.Kind == diagram.Person && begins(g, n) })
	outside := map[string]bool{}
	for _, n := range g.Nodes {
		outside[n.ID] = n.Kind == diagram.Person || n.Kind == diagram.External || n.Kind == diagram.System && n != system || n.Kind == diagram.Client && !people
	}
	return outside
}

// begins says whether something does more than receive.
func begins(g *diagram.Graph, n *diagram.Node) bool {
	return slices.ContainsFunc(g.Flows, func(f *diagram.Flow) bool { return f.From == n.ID })
}

func talks(g *diagram.Graph, n *diagram.Node) bool {
	return slices.ContainsFunc(g.Flows, func(f *diagram.Flow) bool { return f.From == n.ID || f.To == n.ID })
}

// trimAround leaves out what talks to nobody, unless nothing around does, and the
// least connected of too many.
func (p *plan) trimAround() {
	if len(p.links) > 0 {
		for _, b := range slices.Clone(p.boxes) {
			if b != p.system && b.degree() == 0 {
				p.boxes = slices.DeleteFunc(p.boxes, func(o *box) bool { return o == b })
				p.idle = append(p.idle, b.nodes...)
			}
		}
	}
	p.keep(mostAround + 1)
}

func (p *plan) printContext() string {
	s := &script{}
	s.line("C4Context")
	p.label()
	above, below := p.around()
	columns := []int{1, 2}
	if len(p.boxes) > 3 {
		columns = []int{3, 2}
	}
	grid := newGrid(p.links, zone{boxes: append(append(above, p.system), below...)})
	grid.lay(columns...)
	s.line("  title System context of %s", titled(p.system.name(), grid.titleRunes()))
	p.nameSpaces(grid)
	for _, b := range grid.of(nil) {
		if b.space() {
			s.space("  ", b)
		} else {
			s.element("  ", contextElement(b.kind), b, grid.room(), b.about())
		}
	}
	s.relations(p, grid)
	s.paintBoxes(grid)
	s.layout(grid)
	return s.String()
}

// around splits what is around the system into who comes to it and whom it goes to.
func (p *plan) around() (above, below []*box) {
	for _, b := range p.boxes {
		switch {
		case b == p.system:
		case b.kind == diagram.External:
			below = append(below, b)
		default:
			above = append(above, b)
		}
	}
	return above, below
}

// contextElement is the C4 name of a kind of box in a context diagram. What people hold
// in hand stands there for them.
func contextElement(k diagram.Kind) string {
	switch k {
	case diagram.Person, diagram.Client:
		return "Person"
	case diagram.External:
		return "System_Ext"
	}
	return "System"
}
