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
	groups := p.groups(inside)
	columns := perRow(max(len(inside), len(around), len(elsewhere)))
	zones := []zone{{around, 0}}
	for i, g := range groups {
		zones = append(zones, zone{g.boxes, 1 + min(i, 1)})
	}
	grid := newGrid(columns, p.links, append(zones, zone{elsewhere, 1})...)
	grid.arrange()
	s.containers("  ", p, around)
	if len(inside) > 0 {
		id := p.names.id(systemID)
		s.frame("  ", "System_Boundary", id, system)
		s.nested(p, groups)
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
	s.relations(p, grid)
	s.line("  UpdateLayoutConfig($c4ShapeInRow=\"%d\", $c4BoundaryInRow=\"1\")", columns)
	return s.String()
}

// perRow is how many boxes stand side by side. Three fit on any screen.
func perRow(n int) int {
	if n <= 4 {
		return 2
	}
	return 3
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

// group are the boxes in one boundary; nil stands for the system's own.
type group struct {
	boundary *diagram.Boundary
	boxes    []*box
}

// groups divides boxes by boundary. The first group has those in none, and those in
// a boundary that holds a single box or all of them.
func (p *plan) groups(inside []*box) []group {
	members := map[string][]*box{}
	for _, b := range inside {
		members[b.inside] = append(members[b.inside], b)
	}
	all := []group{{}}
	framed := map[string]bool{}
	for _, boundary := range p.graph.Boundaries {
		if of := members[boundary.ID]; len(of) > 1 && len(of) < len(inside) && !framed[boundary.ID] {
			framed[boundary.ID] = true
			all = append(all, group{boundary, of})
		}
	}
	for _, b := range inside {
		if !framed[b.inside] {
			all[0].boxes = append(all[0].boxes, b)
		}
	}
	return all
}

// nested draws the boundaries within the system.
func (s *script) nested(p *plan, groups []group) {
	for _, g := range groups {
		if g.boundary == nil {
			s.containers("    ", p, g.boxes)
			continue
		}
		id := p.names.id(g.boundary.ID)
		s.frame("    ", "Container_Boundary", id, p.names.label(g.boundary.Name))
		s.containers("      ", p, g.boxes)
		s.line("    }")
		s.paintFrame(id)
	}
}

func (s *script) relations(p *plan, g *grid) {
	moved := g.offsets()
	for _, l := range p.links {
		s.rel(l, moved[l])
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
