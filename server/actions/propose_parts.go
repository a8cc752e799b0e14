package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
)

const (
	fewestParts = 3 // of the document's own that stand for the design
	mostParts   = 12
)

// designPicture is a subsection with a drawing of what the document states. Where it
// states too little to be drawn, it says what is missing.
func (m *material) designPicture(ctx context.Context, title string, make func(*diagram.Graph, string) (draw.Drawing, error)) (string, error) {
	g := m.graph()
	d, err := make(g, m.doc.Title())
	if err != nil {
		return "### " + title + "\n\nThere is none: " + err.Error() + ".", nil
	}
	made, err := m.diagramDraft(ctx, title, d, d.Story(g))
	if err != nil {
		return "", err
	}
	return deeper(made.body), nil
}

// deeper moves the headings of a draft a level down. Fences hold no headings of it.
func deeper(body string) string {
	lines, fenced := strings.Split(body, "\n"), false
	for i, line := range lines {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		if !fenced && strings.HasPrefix(line, "#") {
			lines[i] = "#" + line
		}
	}
	return strings.Join(lines, "\n")
}

// components has a row for each part of the design and what is said of it; for a
// document without parts, a row for each that such a system usually has.
func (m *material) components() string {
	rows := []string{"| component | availability | consistency | scales by | replication | failover | conflicting writes |", "|---|---|---|---|---|---|---|"}
	parts := m.parts()
	if len(parts) < fewestParts {
		return m.usualParts(rows)
	}
	for _, n := range parts[:min(len(parts), mostParts)] {
		rows = append(rows, m.partRow(n))
	}
	table := strings.Join(rows, "\n") + "\n\nA link leads to where the document speaks of it; a dash stands where it does not."
	if more := len(parts) - mostParts; more > 0 {
		table += fmt.Sprintf(" %s with fewer flows left out.", upperFirst(countAre(more, "further part")))
	}
	return table
}

// parts are what of the design can fail and has to scale, those with most flows first.
func (m *material) parts() []*diagram.Node {
	g := m.graph()
	degree := map[string]int{}
	for _, f := range g.Flows {
		degree[f.From]++
		degree[f.To]++
	}
	var parts []*diagram.Node
	for _, n := range g.Nodes {
		runs := n.Kind == diagram.Container || n.Kind == diagram.Component || n.Kind.Holds()
		if runs && degree[n.ID] > 0 && !m.elsewhere(n) {
			parts = append(parts, n)
		}
	}
	slices.SortStableFunc(parts, func(a, b *diagram.Node) int { return degree[b.ID] - degree[a.ID] })
	return parts
}

// partRow says where the document speaks of each aspect of a part by name.
func (m *material) partRow(n *diagram.Node) string {
	cells := []string{"**" + tableCell(draw.Markdown(n.Name)) + "**"}
	places := slices.DeleteFunc(m.own(m.naming(n)), func(p passage) bool { return !p.names(n) })
	for _, a := range aspects {
		cells = append(cells, tableCell(dash(sectionsOf(saying(places, a.words(), mostRescues), mostRescues))))
	}
	return "| " + strings.Join(cells, " | ") + " |"
}

func (m *material) usualParts(rows []string) string {
	for _, part := range m.system().Parts {
		rows = append(rows, fmt.Sprintf("| **%s**: %s | – | – | – | – | – | – |", tableCell(part.Name), tableCell(part.Does)))
	}
	if len(m.system().Parts) == 0 {
		return strings.Join(append(rows, "| – | – | – | – | – | – | – |"), "\n")
	}
	return "The parts that most systems of this kind have; strike what this one does not need, and fill in the rest.\n\n" + strings.Join(rows, "\n")
}
