package sketch

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
)

// list writes the arrows of a diagram one below the other. It answers false, and
// nothing, when they do not fit either.
func list(r mermaid.Reading, l Limits) (string, bool) {
	names := map[string]string{}
	for _, n := range r.Nodes {
		names[n.ID] = oneLine(n.Label)
		switch shapeOf(n.Shape) {
		case begin:
			names[n.ID] = "(start)"
		case finish:
			names[n.ID] = "(end)"
		}
	}
	var lines []string
	for _, e := range r.Edges {
		if e.Line != "invisible" {
			lines = append(lines, listed(names[e.From], names[e.To], e.Label, e.Start != "" && e.End == "", r.Kind != mermaid.ER && r.Kind != mermaid.Class))
		}
	}
	for _, s := range r.Steps {
		if isMessage(s) {
			lines = append(lines, fmt.Sprintf("%2d. %s", len(lines)+1, listed(names[s.From], names[s.To], s.Text, false, true)))
		}
	}
	if len(lines) == 0 {
		return "", false
	}
	if l.Columns > 0 {
		var broken []string
		for _, line := range lines {
			for i, part := range wrap(line, l.Columns-4, columns) {
				if i > 0 {
					part = "    " + part
				}
				broken = append(broken, part)
			}
		}
		lines = broken
	}
	if l.Rows > 0 && len(lines) > l.Rows {
		return "", false
	}
	return strings.Join(lines, "\n") + "\n", true
}

// listed is one arrow, or one line where arrows are something else.
func listed(from, to, label string, back, arrows bool) string {
	if back {
		from, to = to, from
	}
	link := " -> "
	if !arrows {
		link = " -- "
	}
	if label = oneLine(label); label != "" {
		label = ": " + label
	}
	return from + link + to + label
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
