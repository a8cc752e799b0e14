package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	dotName  = `("[^"]*"|[\w.]+)`
	dotEdge  = text.Pattern(`^` + dotName + `(?:\s*->\s*(?:` + dotName + `|\{[^}]*\}))+`)
	dotNode  = text.Pattern(`^` + dotName + `\s*\[(.*)\]`)
	dotLabel = text.Pattern(`\blabel\s*=\s*(?:"([^"]*)"|([\w.]+))`)
)

// readGraphviz reads the nodes and arrows of a directed graph in the notation of Graphviz.
func readGraphviz(source string) *picture {
	p := &picture{kind: "drawing", byID: map[string]int{}}
	for _, l := range diagramLines(source) {
		for _, s := range splitStatements(l) {
			rest := strings.TrimSpace(s.text)
			at := s.at + strings.Index(s.text, rest)
			if m := dotEdge().FindString(rest); m != "" {
				p.addDotEdges(m, dotLabelOf(rest[len(m):]), text.Span{Start: at, End: at + len(rest)})
			} else if m := dotNode().FindStringSubmatch(rest); m != nil && m[1] != "node" && m[1] != "edge" && m[1] != "graph" {
				n := &p.nodes[p.node(strings.Trim(m[1], `"`), at)]
				if label := dotLabelOf(m[2]); label != "" {
					n.name, n.tech = splitLabel(label)
				}
				if strings.Contains(m[2], "cylinder") {
					n.kind = Store
				}
			}
		}
	}
	return p
}

// addDotEdges takes "a -> b -> {c d}".
func (p *picture) addDotEdges(chain, label string, span text.Span) {
	var from []int
	for _, part := range strings.Split(chain, "->") {
		var to []int
		for _, id := range strings.FieldsFunc(strings.Trim(strings.TrimSpace(part), "{}"), func(r rune) bool { return r == ',' || r == ';' || r == ' ' && !strings.Contains(part, `"`) }) {
			to = append(to, p.node(strings.Trim(strings.TrimSpace(id), `"`), span.Start))
		}
		for _, a := range from {
			for _, b := range to {
				p.edges = append(p.edges, edge{from: a, to: b, label: label, span: span})
			}
		}
		from = to
	}
}

func dotLabelOf(attributes string) string {
	m := dotLabel().FindStringSubmatch(attributes)
	if m == nil {
		return ""
	}
	return m[1] + m[2]
}
