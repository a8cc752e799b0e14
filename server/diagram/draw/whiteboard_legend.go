package draw

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// The signs after a name.
const (
	markBottleneck = "▲" // likely
	markScales     = "×N"
)

const mostBottlenecks = 3

// mark puts signs on the boxes, and says in the legend why.
func (p *plan) mark() []string {
	var legend []string
	left := mostBottlenecks
	for _, point := range p.graph.SinglePoints() {
		b := p.of[point.Node.ID]
		if b == nil || b.marks != "" || len(b.nodes) > 1 || left == 0 || len(b.in) < 2 {
			continue
		}
		left--
		b.marks = markBottleneck
		legend = append(legend, fmt.Sprintf("%s likely bottleneck: **%s**. %d of the others drawn depend on it, and the document does not say that there is more than one.", markBottleneck, Markdown(b.name()), len(b.in)))
	}
	var several []string
	for _, b := range p.boxes {
		if b.marks == "" && b.scales() {
			b.marks = markScales
			several = append(several, "**"+Markdown(b.name())+"**")
		}
	}
	if len(several) > 0 {
		legend = append(legend, fmt.Sprintf("%s scales out: %s. The document says that there are several.", markScales, enumerate(several, mostSketched)))
	}
	return legend
}

// scales says whether there are several of a part. Of people there always are, and how what
// others run scales is theirs.
func (b *box) scales() bool {
	switch b.kind {
	case diagram.Person, diagram.Client, diagram.External:
		return false
	}
	return slices.ContainsFunc(b.nodes, func(n *diagram.Node) bool { return len(n.Redundant) > 0 })
}

// merged explains the boxes that stand for several nodes.
func (p *plan) merged() []string {
	var legend []string
	for _, b := range p.boxes {
		if len(b.nodes) > 1 && b.name() != strings.Join(b.names(), ", ") {
			legend = append(legend, "**"+Markdown(b.name())+"** stands for "+enumerate(namesOf(b.nodes), mostNamed)+".")
		}
	}
	return legend
}
