package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var diagramDrift = Rule{
	ID:       "diagram-drift",
	Title:    "Diagram and text that disagree",
	Severity: finding.Information,
	What: "A mermaid diagram of components in which one is drawn that the text never mentions, although it mentions all the others; " +
		"a list or table beside a diagram of which it shows all but one; and an arrow that points against what the only sentence about the two says. " +
		"A name counts as mentioned when any telling word of it stands anywhere in the document.",
	Why: "Pictures are drawn once, and the text goes on changing. Readers who look at the picture only, and that is most of them, learn of a design that is no longer meant.",
	Bad: ordersPicture + `The web shop hands each order to the order API, which keeps it in PostgreSQL and announces it on Kafka. The mailer listens there and confirms the order.
`,
	Good: ordersPicture + `The web shop hands each order to the order API, which keeps it in PostgreSQL and announces it on Kafka. The mailer listens there and confirms the order. Before all that, the API asks the fraud scoring whether to take the order.
`,
	Fixes:   []string{"add a sentence about the component", "add the component to the flowchart", "turn the arrow round", "draw the parts anew from the text"},
	Section: findDrift,
}

// ordersPicture is the beginning of both examples.
const ordersPicture = `# Orders

~~~mermaid
flowchart LR
  web[Web shop] --> api[Order API]
  api --> db[(PostgreSQL)]
  api --> bus[Kafka]
  bus --> mailer[Mailer]
  api --> fraud[Fraud scoring]
~~~

`

func findDrift(s *Scope) []finding.Finding {
	var found []finding.Finding
	for _, d := range diagrams(s.Content()) {
		g, ok := diagram.ReadDiagram(d.text)
		if !ok || len(g.Nodes) == 0 || strings.Contains(d.text, "sequenceDiagram") { // that is one story of several
			continue
		}
		p := &pictured{diagramSource: d, graph: g, scope: s, beside: textWords(s.Content())}
		found = append(found, p.unmentioned()...)
		found = append(found, p.undrawn()...)
		found = append(found, p.reversed()...)
	}
	return found
}

// pictured is a diagram of components with the text that it can be held against.
type pictured struct {
	diagramSource
	graph  *diagram.Graph
	scope  *Scope
	beside words // of its section
}

// mentions says whether the text has a word with the stem.
func (p *pictured) mentions(stem string) bool { return p.beside[stem] || p.scope.elsewhere(stem) }

// mentionsAll says whether the text has all the words of a name, as of the "Web app".
func (p *pictured) mentionsAll(name string) bool {
	all := name != ""
	eachStem(name, func(stem string, _ int) { all = all && p.mentions(stem) })
	return all
}

// leastMentioned is how many components of a diagram the text has to mention for
// it to be about the same things.
const leastMentioned = 4

// unmentioned is the one component of the diagram that the text says nothing of.
func (p *pictured) unmentioned() []finding.Finding {
	var missing []*diagram.Node
	known, doubtful := 0, 0
	for _, n := range p.graph.Nodes {
		switch stems := telling(n.Name); {
		case len(stems) == 0 && !p.mentionsAll(n.Name): // it cannot be told
		case !slices.ContainsFunc(stems, func(stem string) bool { return !p.mentions(stem) }):
			known++
		case p.unheardOf(n):
			missing = append(missing, n)
		default:
			doubtful++
		}
	}
	if len(missing) != 1 || known < leastMentioned || doubtful > known/4 {
		return nil
	}
	n := missing[0]
	return []finding.Finding{{
		Span:    p.span(n.Places[0].Span),
		Subject: n.Name,
		Message: fmt.Sprintf("The diagram shows %q, which the text never mentions, though it mentions the other components.", n.Name),
		Why:     "Either the text lacks a part of the design, or the picture still shows one that was given up.",
		Options: []string{"Say in the text what it is for.", "Take it out of the diagram, if it is no part of the design any more."},
		Fixes:   append(p.addSentence(n), redraw),
	}}
}

// unheardOf says whether nothing by which a component may go is in the text. Of
// people and their devices a text need not speak.
func (p *pictured) unheardOf(n *diagram.Node) bool {
	if n.Kind == diagram.Person || n.Kind == diagram.Client || len(n.Places) == 0 || len(special(n.Name)) == 0 {
		return false
	}
	short := initials(n.Name)
	if short != "" && p.mentions(short) {
		return false
	}
	names := append([]string{n.Name, p.idOf(n), n.Technology, n.Description}, n.Aliases...)
	for _, stem := range telling(strings.Join(names, " ")) {
		if p.mentions(stem) {
			return false
		}
	}
	return true
}

// idOf is what the diagram calls a node by.
func (p *pictured) idOf(n *diagram.Node) string {
	rest := p.text[n.Places[0].Start:]
	if end := strings.IndexAny(rest, "[({>@ \t\r\n:,"); end >= 0 {
		return rest[:end]
	}
	return rest
}

// addSentence says after the diagram what the diagram says of a component, for
// the author to put into better words.
func (p *pictured) addSentence(n *diagram.Node) []finding.Fix {
	if !p.closed {
		return nil
	}
	var from, to []string
	for _, f := range p.graph.Flows {
		switch n.ID {
		case f.To:
			from = append(from, p.graph.Node(f.From).Name)
		case f.From:
			to = append(to, p.graph.Node(f.To).Name)
		}
	}
	var parts []string
	if len(from) > 0 {
		parts = append(parts, "is reached from "+enumerated(from))
	}
	if len(to) > 0 {
		parts = append(parts, "leads to "+enumerated(to))
	}
	if parts == nil {
		parts = []string{"is part of the design"}
	}
	gap := p.eol + strings.TrimRight(p.margin, " \t") + p.eol + p.margin
	sentence := fmt.Sprintf("**%s** %s.", n.Name, strings.Join(parts, " and "))
	return []finding.Fix{{
		Title: fmt.Sprintf("Add a sentence about %s", n.Name),
		Edits: []text.Edit{{Span: text.Span{Start: p.closing, End: p.closing}, New: gap + sentence}},
	}}
}

func enumerated(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
