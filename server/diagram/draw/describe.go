package draw

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// Describe tells what a diagram shows that was read as a graph: who takes part,
// what is within what, the flows in their order, how they talk and what the whole
// hangs on.
func Describe(g *diagram.Graph) string {
	parts := []string{Cast(taking(g))}
	if within := enclosed(g); within != "" {
		parts = append(parts, within)
	}
	switch {
	case len(g.Scenarios) > 0:
		for _, s := range g.Scenarios {
			parts = append(parts, heading(s.Title)+"\n\n"+Steps(g, s.Steps[:min(len(s.Steps), mostTold)]))
		}
	case len(g.Flows) > 0:
		var flows []diagram.Flow
		for _, f := range g.Flows[:min(len(g.Flows), mostTold)] {
			flows = append(flows, *f)
		}
		parts = append(parts, "*In the order in which it is drawn:*\n\n"+Steps(g, flows))
	}
	if tables := TableStory(g); tables != "" {
		parts = append(parts, "*The tables:*\n\n"+tables)
	}
	return strings.TrimSpace(strings.Join(append(parts, hinges(g)...), "\n\n"))
}

// taking are the nodes that take part: not those that only stand for a frame.
func taking(g *diagram.Graph) []*diagram.Node {
	return slices.DeleteFunc(slices.Clone(g.Nodes), func(n *diagram.Node) bool {
		framed := slices.ContainsFunc(g.Boundaries, func(b *diagram.Boundary) bool { return b.Node == n.ID })
		return framed && !slices.ContainsFunc(g.Flows, func(f *diagram.Flow) bool { return f.From == n.ID || f.To == n.ID })
	})
}

func enclosed(g *diagram.Graph) string {
	var parts []string
	for _, b := range g.Boundaries {
		var of []*diagram.Node
		for _, n := range g.Nodes {
			if n.Boundary == b.ID {
				of = append(of, n)
			}
		}
		if len(of) > 0 {
			parts = append(parts, fmt.Sprintf("**%s** encloses %s.", Markdown(b.Name), enumerate(namesOf(of), mostNamed)))
		}
	}
	return strings.Join(parts, " ")
}

// hinges names likely bottlenecks and what fails with them.
func hinges(g *diagram.Graph) []string {
	var lines []string
	for _, p := range g.SinglePoints() {
		if len(lines) < mostBottlenecks {
			lines = append(lines, "- "+Markdown(p.Blast.String()))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return []string{"*Likely bottlenecks, as far as the picture shows that there is only one of each:*\n\n" + strings.Join(lines, "\n")}
}
