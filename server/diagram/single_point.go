package diagram

import (
	"slices"
)

// SinglePoint is a node whose failure takes others down, and of which the
// document does not say that there is more than one.
type SinglePoint struct {
	Blast
	Severity int // how many nodes and scenarios go down with it
}

// SinglePoints returns the single points of failure, the most severe first.
// People, what they hold in hand, and what runs elsewhere are not among them.
func (g *Graph) SinglePoints() []SinglePoint {
	var out []SinglePoint
	for _, n := range g.Nodes {
		if n.Kind == Person || n.Kind == Client || n.Kind == External || len(n.Redundant) > 0 {
			continue
		}
		if b := g.Blast(n.ID); len(b.Down) > 0 {
			out = append(out, SinglePoint{b, 2*len(b.Down) + len(b.Scenarios)})
		}
	}
	slices.SortStableFunc(out, func(a, b SinglePoint) int { return b.Severity - a.Severity })
	return out
}
