package draw

import "github.com/designls/designls/server/diagram"

// group are the boxes in one boundary; nil stands for the system's own.
type group struct {
	boundary *diagram.Boundary
	label    string // the title of the frame
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
			all = append(all, group{boundary: boundary, boxes: of})
		}
	}
	for _, b := range inside {
		if !framed[b.inside] {
			all[0].boxes = append(all[0].boxes, b)
		}
	}
	return all
}

// framed names the frames within the system and what they hold, since some hosts draw
// their titles dark on dark.
func (p *plan) framed() []string {
	var inside []*box
	for _, b := range p.boxes {
		if b.kind != diagram.Person && b.kind != diagram.Client && b.kind != diagram.External {
			inside = append(inside, b)
		}
	}
	var legend []string
	for _, g := range p.groups(inside)[1:] {
		var names []string
		for _, b := range g.boxes {
			names = append(names, Markdown(b.name()))
		}
		legend = append(legend, "The frame **"+Markdown(g.boundary.Name)+"** holds "+enumerate(names, mostNamed)+".")
	}
	return legend
}
