package draw

import (
	"fmt"

	"github.com/designls/designls/server/diagram"
)

// Sequence draws a story step by step, as a sequence diagram.
func Sequence(g *diagram.Graph, story *diagram.Scenario) (Drawing, error) {
	if story == nil || len(story.Steps) == 0 {
		return Drawing{}, errNoScene
	}
	d := Drawing{Flows: known(g, story.Steps)}
	if len(d.Flows) == 0 {
		return Drawing{}, errNoScene
	}
	if more := len(d.Flows) - mostSteps; more > 0 {
		d.Flows = d.Flows[:mostSteps]
		d.LeftOut = append(d.LeftOut, fmt.Sprintf("Only the first %d of %d steps are drawn.", mostSteps, mostSteps+more))
	}
	n := newNames()
	d.Pictures = []Picture{{Source: printSequence(g, &d, n)}}
	d.Legend = append(d.Legend, n.long...)
	return d, nil
}

func known(g *diagram.Graph, steps []diagram.Flow) []diagram.Flow {
	var flows []diagram.Flow
	for _, f := range steps {
		if last := len(flows) - 1; last >= 0 && sameWay(f, flows[last]) && f.Reply == flows[last].Reply && f.Label == flows[last].Label {
			continue // told twice
		}
		if g.Node(f.From) != nil && g.Node(f.To) != nil {
			flows = append(flows, f)
		}
	}
	return flows
}

// Connected is how many steps of a story hang together: those that a picture tells in one go.
func Connected(story *diagram.Scenario) (most int) {
	for i := range story.Steps {
		with := map[string]bool{story.Steps[i].From: true}
		n := 0
		for _, f := range story.Steps[i:] {
			if with[f.From] || with[f.To] {
				with[f.From], with[f.To] = true, true
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

func printSequence(g *diagram.Graph, d *Drawing, names *names) string {
	s := &script{}
	s.line("sequenceDiagram")
	s.line("  autonumber")
	ids := map[string]string{}
	for _, f := range d.Flows {
		for _, id := range []string{f.From, f.To} {
			if ids[id] != "" {
				continue
			}
			n := g.Node(id)
			ids[id] = names.id(id)
			d.Nodes = append(d.Nodes, n)
			keyword := "participant"
			if n.Kind == diagram.Person {
				keyword = "actor"
			}
			s.line("  %s %s as %s", keyword, ids[id], escape(names.box(n.Name)))
		}
	}
	for _, f := range d.Flows {
		s.line("  %s%s%s: %s", ids[f.From], message(f), ids[f.To], escape(stepLabel(f)))
	}
	return s.String()
}

func message(f diagram.Flow) string {
	switch {
	case f.Reply:
		return "-->>"
	case f.Async:
		return "-)"
	}
	return "->>"
}

// stepLabel is never empty, since mermaid draws no arrow without a text.
func stepLabel(f diagram.Flow) string {
	text := (&link{flows: []*diagram.Flow{&f}}).said()
	if text == "" {
		text = "uses"
	}
	if f.Reply && label(f.Label) == "" {
		text = "answers"
	}
	if p, _ := shorten(f.Protocol, 3, 20); p != "" && p != text {
		return text + " (" + p + ")"
	}
	return text
}
