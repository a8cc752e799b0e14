package actions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/text"
)

func (f *failures) row(x failure) string {
	about := x.Node.Kind.String()
	if x.single && x.rescues == nil {
		about += ", no second one is named"
	}
	name := "**" + tableCell(x.Node.Name) + "** (" + about + ")"
	return fmt.Sprintf("| %s | %s | %s | %s |", name, tableCell(f.stops(x)), tableCell(f.saved(x)), tableCell(f.open(x)))
}

// stops tells the blast radius, and where the flows are stated that it follows from.
func (f *failures) stops(x failure) string {
	said := strings.TrimSuffix(strings.TrimPrefix(x.Blast.String(), "Without "+x.Node.Name+": "), ".")
	var from []string
	for _, flow := range f.graph.Flows {
		if flow.To != x.Node.ID && flow.From != x.Node.ID {
			continue
		}
		if link := ref(f.doc.SectionAt(flow.Place.Start)); link != "" && !slices.Contains(from, link) && len(from) < 2 {
			from = append(from, link)
		}
	}
	if len(from) > 0 {
		said += " (" + strings.Join(from, ", ") + ")"
	}
	return said
}

// saved quotes what the document says, each with its section.
func (f *failures) saved(x failure) string {
	if len(x.rescues) == 0 {
		return "–"
	}
	var quoted []string
	for _, r := range x.rescues[:min(len(x.rescues), mostRescues)] {
		quoted = append(quoted, f.quote(r))
	}
	return strings.Join(quoted, "; ")
}

// alone are the rows of parts of which the text says that there is one, and that no
// flow names.
func (f *failures) alone() (rows []string) {
	if f.in.Report == nil {
		return nil
	}
	for _, found := range f.in.Report.Findings {
		if n := f.graph.Find(found.Subject); found.Rule != "failure-mode" || n != nil && f.affects(n) || !f.within(diagram.Place{Span: found.Span}) {
			continue
		}
		said := "“" + clip(oneLine(found.Quote), 60) + "”" + source(f.doc.SectionAt(found.Span.Start))
		rows = append(rows, fmt.Sprintf("| **%s** | no flow is stated that says; the text has %s | – | %s |", tableCell(found.Subject), tableCell(said), upperFirst(firstQuestion(diagram.Component))))
	}
	return rows
}

func (f *failures) affects(n *diagram.Node) bool {
	b := f.graph.Blast(n.ID)
	return len(b.Down)+len(b.Degraded)+len(b.Stale) > 0
}

func (f *failures) quote(span text.Span) string {
	words := strings.Trim(oneLine(span.Of(f.doc.Text.Content())), "|- ")
	cells := strings.FieldsFunc(strings.NewReplacer("**", "", "`", "", "[", "", "]", "").Replace(words), func(c rune) bool { return c == '|' })
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return "“" + clip(strings.Join(cells, " – "), 110) + "”" + source(f.doc.SectionAt(span.Start))
}

// forEvery quotes what is said of all parts.
func (f *failures) forEvery() string {
	for _, r := range f.rescues {
		if r.Every {
			return f.quote(r.Span)
		}
	}
	return ""
}
