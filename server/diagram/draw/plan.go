package draw

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/designls/designls/server/diagram"
)

func itoa(n int) string { return strconv.Itoa(n) }

// box is what is drawn for a node, or for several.
type box struct {
	id     string
	label  string // what stands in it
	kind   diagram.Kind
	nodes  []*diagram.Node // the first gives the box its name
	place  int             // in the order of the graph
	marks  string          // signs after the name
	out    map[*box]bool
	in     map[*box]bool
	inside string // ID of the boundary

	width, height float64 // as they will be drawn, about
	at            rect    // where a grid has put it
}

func (b *box) degree() int { return len(b.out) + len(b.in) }

// name is that of the node, or are those of a few as far as there is room.
func (b *box) name() string {
	if all := strings.Join(b.names(), ", "); len(strings.Fields(all)) <= nameWords && utf8.RuneCountInString(all) <= nameRunes {
		return all
	}
	if more := len(b.nodes) - 1; more > 0 {
		return b.nodes[0].Name + " +" + itoa(more)
	}
	return b.nodes[0].Name
}

func (b *box) names() (names []string) {
	for _, n := range b.nodes {
		names = append(names, n.Name)
	}
	return names
}

// link is what is drawn for the flows from one box to another.
type link struct {
	from, to *box
	flows    []*diagram.Flow
	number   int // stands at the arrow where there is no room for words; 0 for none

	written []string // what stands at the arrow in words, and how; see pair
	width   float64  // of both, as they are drawn
}

// plan is what a picture is to show.
type plan struct {
	graph   *diagram.Graph
	boxes   []*box
	links   []*link
	of      map[string]*box // by the ID of a node
	idle    []*diagram.Node // without any flow
	cut     []*diagram.Node // left out so that the picture can be read
	names   *names
	first   map[string]bool   // what a picture is about, by the ID of a node
	numbers map[[2]string]int // of links, in all the pictures of a drawing
	system  *box              // that stands for all that is inside, in a picture of what is around
}

// newPlan has a box for each node that takes part in a flow.
func newPlan(g *diagram.Graph) *plan {
	p := &plan{graph: g, of: map[string]*box{}, names: newNames()}
	busy := map[string]bool{}
	for _, f := range g.Flows {
		if f.From != f.To && g.Node(f.From) != nil && g.Node(f.To) != nil {
			busy[f.From], busy[f.To] = true, true
		}
	}
	for _, n := range g.Nodes {
		if !busy[n.ID] {
			p.idle = append(p.idle, n)
			continue
		}
		p.addBox(n)
	}
	p.connect()
	return p
}

func (p *plan) addBox(n *diagram.Node) {
	b := &box{kind: n.Kind, nodes: []*diagram.Node{n}, place: len(p.boxes), inside: n.Boundary}
	p.boxes = append(p.boxes, b)
	p.of[n.ID] = b
}

// connect makes the links anew, after boxes were merged or left out.
func (p *plan) connect() {
	p.links = nil
	for _, b := range p.boxes {
		b.out, b.in = map[*box]bool{}, map[*box]bool{}
	}
	known := map[[2]*box]*link{}
	for _, f := range p.graph.Flows {
		from, to := p.of[f.From], p.of[f.To]
		if from == nil || to == nil || from == to {
			continue
		}
		l := known[[2]*box{from, to}]
		if l == nil {
			l = &link{from: from, to: to}
			known[[2]*box{from, to}] = l
			p.links = append(p.links, l)
			from.out[to], to.in[from] = true, true
		}
		l.flows = append(l.flows, f)
	}
}

// keep leaves out every box but the ones that are most connected.
func (p *plan) keep(most int) {
	if len(p.boxes) <= most {
		return
	}
	ranked := slices.Clone(p.boxes)
	slices.SortStableFunc(ranked, func(a, b *box) int { return p.weight(b) - p.weight(a) })
	for _, b := range ranked[most:] {
		p.drop(b)
	}
	p.connect()
	p.dropLonely()
}

// weight ranks the boxes by how much a picture loses without them.
func (p *plan) weight(b *box) int {
	if b == p.system {
		return 1 << 30
	}
	if p.first[b.nodes[0].ID] {
		return 1<<20 + b.degree()
	}
	return b.degree()
}

// dropLonely leaves out what lost its last link when others were left out.
func (p *plan) dropLonely() {
	for _, b := range slices.Clone(p.boxes) {
		if b.degree() == 0 {
			p.drop(b)
		}
	}
}

func (p *plan) drop(b *box) {
	for _, n := range b.nodes {
		delete(p.of, n.ID)
		p.cut = append(p.cut, n)
	}
	p.boxes = slices.DeleteFunc(p.boxes, func(o *box) bool { return o == b })
}

// drawn are the nodes and flows of a picture, and sentences for the rest.
func (p *plan) drawing(d Drawing) Drawing {
	for _, b := range p.boxes {
		if b != p.system {
			d.Nodes = append(d.Nodes, b.nodes...)
		}
	}
	if d.numbers == nil {
		d.numbers = map[[2]string]int{}
	}
	for _, l := range p.links {
		for _, f := range l.flows {
			d.Flows = append(d.Flows, *f)
			if l.number > 0 {
				d.numbers[[2]string{f.From, f.To}] = l.number
			}
		}
	}
	slices.SortStableFunc(d.Flows, func(a, b diagram.Flow) int { return a.Place.Start - b.Place.Start })
	d.Legend = append(d.Legend, p.names.long...)
	d.LeftOut = append(d.LeftOut, p.leftOut()...)
	return d
}

func (p *plan) leftOut() []string {
	var out []string
	if len(p.cut) > 0 {
		out = append(out, "Left out, so that the picture can be read: "+enumerate(namesOf(p.cut), mostNamed)+".")
	}
	if len(p.idle) > 0 {
		out = append(out, "Not drawn, since the document does not say what they exchange with the rest: "+enumerate(namesOf(p.idle), mostNamed)+".")
	}
	return out
}
