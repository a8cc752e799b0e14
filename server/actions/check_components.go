package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/knowledge"
)

const (
	fewestComponents = 3 // that make a document one about a system
	fewestWords      = 4 // that say something of a component; fewer are an item of a list of catchwords
)

// checkComponents goes through the checklist: what is here, what it would help,
// and what is open about it.
func checkComponents(_ context.Context, m *material) (draft, error) {
	rows := []string{"| item | here | what it would help | fits when | open |", "|---|---|---|---|---|"}
	group, here := "", 0
	for _, c := range knowledge.Components() {
		if c.Group != group {
			group = c.Group
			rows = append(rows, "| **"+group+"** | | | | |")
		}
		found := m.here(c)
		open := c.Asks
		if found == "" {
			found, open = "–", m.deciding(c)
		} else {
			here++
		}
		rows = append(rows, fmt.Sprintf("| %s | %s | %s | %s | %s |", tableCell(c.Name), tableCell(found), tableCell(c.Helps), tableCell(c.Fits), tableCell(open)))
	}
	if !m.service() && (here < fewestComponents || m.style().ID == "go-proposal" && !knowledge.ServesTraffic(m.prose())) {
		return draft{}, &Refusal{Reason: "the checklist is for systems that serve requests, and this document names none of its components, so there is nothing to hold it against"}
	}
	all := len(knowledge.Components())
	body := "## Component checklist\n\nOf what the document has, the last column asks what it must say; of the rest it names what would decide. A dash means that nothing in the document speaks for or against the item.\n\n" +
		strings.Join(rows, "\n")
	return draft{body: body, summary: fmt.Sprintf("Went through %d components; the document speaks of %d.", all, here)}, nil
}

// here is what of the design is a component: parts of the graph, else the sentence
// that speaks of it.
func (m *material) here(c knowledge.Component) string {
	var names []string
	var first *diagram.Node
	for _, n := range m.graph().Nodes {
		is := slices.Contains(c.Kinds, n.Kind.String()) || c.In(strings.ToLower(n.Name+" "+n.Technology))
		if n.Kind == diagram.Person || !is || slices.Contains(names, n.Name) || m.elsewhere(n) {
			continue
		}
		if first == nil {
			first = n
		}
		names = append(names, n.Name)
	}
	if first != nil {
		return someOf(names, 3) + source(m.doc.SectionAt(first.Places[0].Start))
	}
	for _, p := range m.passages() {
		if telling := p.Cell || len(strings.Fields(p.Text)) >= fewestWords; telling && !p.Heading && !apart().MatchString(m.path(p.Section)) && c.In(p.lower) {
			return "“" + clip(p.Text, 90) + "”" + source(p.Section)
		}
	}
	return ""
}

// elsewhere says whether a part is named only where the document speaks of other designs.
func (m *material) elsewhere(n *diagram.Node) bool {
	return len(n.Places) == 0 || !slices.ContainsFunc(n.Places, func(p diagram.Place) bool {
		return !apart().MatchString(m.path(m.doc.SectionAt(p.Start)))
	})
}
