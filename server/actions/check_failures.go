package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

const (
	mostFailures = 24 // rows of the table
	mostRescues  = 2  // quoted for a part
)

// checkFailures walks through the parts of the design: what fails with each, what
// the document says saves it, and what it leaves open.
func checkFailures(_ context.Context, m *material) (draft, error) {
	g := m.graph()
	f := &failures{material: m, graph: g, rescues: rules.Rescues(m.doc)}
	all, alone := f.all(), f.alone()
	if len(all)+len(alone) == 0 {
		return draft{}, &Refusal{Reason: "the document states no flow between parts of a system, so what fails with what cannot be told; say who calls, reads or writes whom, or draw it"}
	}
	rows := []string{"| what fails | what stops working | what the document says saves it | what is open |", "|---|---|---|---|"}
	open := 0
	for _, x := range all[:min(len(all), mostFailures)] {
		rows = append(rows, f.row(x))
		if x.rescues == nil {
			open++
		}
	}
	rows, open = append(rows, alone...), open+len(alone)
	parts := []string{
		"## Failures",
		"What stops working follows from the flows that the document states; whoever calls a part is taken to wait for it unless the document says otherwise. A part about which no flow is stated has no row, unless the document says that there is one of it.",
		strings.Join(rows, "\n"),
	}
	if more := len(all) - mostFailures; more > 0 {
		parts = append(parts, fmt.Sprintf("%s with a smaller blast radius left out.", countAre(more, "further part")))
	}
	if every := f.forEvery(); every != "" {
		parts = append(parts, "Said of every part: "+every+".")
	}
	summary := fmt.Sprintf("Walked through the failure of %s; the document says of %d what saves them.", count(len(rows)-2, "part"), len(rows)-2-open)
	return draft{body: strings.Join(parts, "\n\n"), summary: summary}, nil
}

// failures looks at the parts of a document.
type failures struct {
	*material
	graph   *diagram.Graph
	rescues []rules.Rescue
}

// failure is that of one part.
type failure struct {
	diagram.Blast
	single  bool
	rescues []text.Span
}

// all lists the parts with which something fails, the worst first. What people hold
// in hand fails for one of them only.
func (f *failures) all() []failure {
	single := map[string]bool{}
	for _, s := range f.graph.SinglePoints() {
		single[s.Node.ID] = true
	}
	var all []failure
	for _, n := range f.graph.Nodes {
		b := f.graph.Blast(n.ID)
		if n.Kind == diagram.Person || n.Kind == diagram.Client || !f.affects(n) || !slices.ContainsFunc(n.Places, f.within) {
			continue
		}
		all = append(all, failure{b, single[n.ID], f.saving(n)})
	}
	slices.SortStableFunc(all, func(a, b failure) int { return b.weight() - a.weight() })
	return all
}

func (x failure) weight() int {
	return 100*len(x.Down) + 10*len(x.Degraded) + len(x.Stale) + 50*truth(x.single)
}

// saving are the sentences that say what becomes of the system without a part, or
// that there is more than one of it.
func (f *failures) saving(n *diagram.Node) (own []text.Span) {
	names := append([]string{n.Name}, n.Aliases...)
	for _, r := range f.rescues {
		if !r.Every && r.Of(names...) {
			own = append(own, r.Span)
		}
	}
	for _, p := range n.Redundant {
		if s := f.sentence(p.Start); s.Len() > 0 && !slices.Contains(own, s) && !f.asks(s) {
			own = append(own, s)
		}
	}
	return own
}

// asks says whether a sentence is a question, which promises nothing.
func (f *failures) asks(s text.Span) bool {
	return strings.HasSuffix(strings.TrimSpace(s.Of(f.doc.Text.Content())), "?")
}

// sentence is the author's sentence at a place.
func (f *failures) sentence(at int) text.Span {
	for _, p := range f.passages() {
		if p.Span.Contains(at) {
			return p.Span
		}
	}
	return text.Span{}
}
