package draw

import (
	"slices"

	"github.com/designls/designls/server/diagram"
)

const mostMembers = 14 // of one part; with their neighbors they fill a picture

// part is what one of several pictures is about: the members of a boundary, or a hub
// and what is nearest to it.
type part struct {
	title   string
	members []*box
}

// inParts draws what is too large for one picture: first how the parts hang together,
// then each part with what its members talk to. Every picture has a heading. Each part has
// at most so many members. It also returns how often an arrow leads through a box.
func (whole *plan) inParts(system string, members int) (Drawing, int) {
	parts, tangled := whole.divide(members), 0
	cut := parts[min(len(parts), mostPictures):]
	parts = parts[:len(parts)-len(cut)]
	d := Drawing{numbers: map[[2]string]int{}}
	if overview := whole.overview(parts); overview != "" {
		d.Pictures = append(d.Pictures, Picture{Title: "Overview", Source: overview})
	}
	shown := map[string]bool{}
	for _, part := range parts {
		p := whole.only(part)
		p.numbers = d.numbers
		p.label()
		source, n := p.printContainer(system)
		d.Pictures = append(d.Pictures, Picture{Title: part.title, Source: source})
		tangled += n
		d = p.drawing(d)
		d.Legend = append(d.Legend, p.framed()...)
		for _, n := range d.Nodes {
			shown[n.ID] = true
		}
	}
	d.tidy()
	whole.cut = slices.DeleteFunc(slices.Clone(whole.graph.Nodes), func(n *diagram.Node) bool { return shown[n.ID] || whole.of[n.ID] == nil })
	d.LeftOut = whole.leftOut()
	return d, tangled
}

// tidy takes out what several pictures show.
func (d *Drawing) tidy() {
	nodes, flows, legend := map[*diagram.Node]bool{}, map[[2]string]bool{}, map[string]bool{}
	d.Nodes = slices.DeleteFunc(d.Nodes, func(n *diagram.Node) bool { seen := nodes[n]; nodes[n] = true; return seen })
	d.Legend = slices.DeleteFunc(d.Legend, func(s string) bool { seen := legend[s]; legend[s] = true; return seen })
	d.Flows = slices.DeleteFunc(d.Flows, func(f diagram.Flow) bool {
		key := [2]string{f.From, f.To}
		seen := flows[key]
		flows[key] = true
		return seen
	})
}

// divide makes parts of the boxes: by boundary as far as there are any, and around the
// most connected of the rest.
func (p *plan) divide(most int) []part {
	var parts []part
	taken := map[*box]bool{}
	for _, boundary := range p.graph.Boundaries {
		members := slices.DeleteFunc(slices.Clone(p.boxes), func(b *box) bool { return b.inside != boundary.ID || taken[b] })
		if len(members) < 3 {
			continue
		}
		parts = append(parts, split(boundary.Name, members, most)...)
		for _, b := range members {
			taken[b] = true
		}
	}
	rest := slices.DeleteFunc(slices.Clone(p.boxes), func(b *box) bool { return taken[b] })
	return append(parts, split("", rest, most)...)
}

// split divides members until each part can be drawn: the most connected with what is
// nearest to it, again and again.
func split(title string, members []*box, most int) []part {
	if title != "" && len(members) <= most {
		return []part{{title, members}}
	}
	var parts []part
	for len(members) > 0 {
		near := nearest(members, most)
		members = slices.DeleteFunc(members, func(b *box) bool { return slices.Contains(near, b) })
		if len(near) < 3 && len(parts) > 0 && len(parts[len(parts)-1].members) < most {
			last := &parts[len(parts)-1]
			last.members = append(last.members, near...)
			continue
		}
		name := "Around " + near[0].nodes[0].Name
		if title != "" {
			name = title + ": around " + near[0].nodes[0].Name
		}
		parts = append(parts, part{name, near})
	}
	return parts
}

// nearest are the most connected of the boxes and those next to it, breadth first.
func nearest(of []*box, most int) []*box {
	hub := slices.MaxFunc(of, func(a, b *box) int {
		if a.degree() != b.degree() {
			return a.degree() - b.degree()
		}
		return b.place - a.place
	})
	near := []*box{hub}
	for i := 0; i < len(near) && len(near) < most; i++ {
		for _, b := range of {
			if (near[i].out[b] || near[i].in[b]) && !slices.Contains(near, b) && len(near) < most {
				near = append(near, b)
			}
		}
	}
	return near
}

// only is the plan of a part: its members, those whom they talk to, and the flows of
// the members.
func (p *plan) only(of part) *plan {
	member := map[string]bool{}
	for _, b := range of.members {
		member[b.nodes[0].ID] = true
	}
	g := &diagram.Graph{Nodes: p.graph.Nodes, Boundaries: p.graph.Boundaries}
	for _, f := range p.graph.Flows {
		if member[f.From] || member[f.To] {
			g.Flows = append(g.Flows, f)
		}
	}
	sub := newPlan(g)
	sub.idle = nil
	sub.first = member
	sub.keep(mostBoxes)
	sub.cut = nil
	return sub
}

// overview draws the parts as boxes and which of them talk. It is empty when there is
// only one, or when none do.
func (p *plan) overview(parts []part) string {
	if len(parts) < 2 {
		return ""
	}
	of := map[*box]int{}
	for i, part := range parts {
		for _, b := range part.members {
			of[b] = i + 1
		}
	}
	n := newNames()
	s := &script{}
	s.line("flowchart TB")
	for i, part := range parts {
		s.line(`  part%d["%s"]`, i+1, escape(n.label(part.title)))
	}
	drawn := map[[2]int]bool{}
	for _, l := range p.links {
		ends := [2]int{of[l.from], of[l.to]}
		if ends[0] != ends[1] && ends[0] > 0 && ends[1] > 0 && !drawn[ends] {
			drawn[ends] = true
			s.line("  part%d --> part%d", ends[0], ends[1])
		}
	}
	if len(drawn) == 0 {
		return ""
	}
	s.line("  classDef part fill:%s,stroke:%s,color:#ffffff", paintContainer.fill, paintContainer.border)
	for i := range parts {
		s.line("  class part%d part", i+1)
	}
	s.line("  linkStyle default stroke:%s", gray)
	s.line("%s", dagre)
	return s.String()
}
