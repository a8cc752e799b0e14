package draw

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
)

const mostTold = 40 // sentences of a story

// Story tells what a drawing shows: who takes part, then the stories of the
// document step by step, then what else flows. It is markdown.
func (d Drawing) Story(g *diagram.Graph) string {
	parts := []string{Cast(d.Nodes)}
	drawn := map[[2]string]bool{}
	for _, f := range d.Flows {
		drawn[[2]string{f.From, f.To}] = true
	}
	told := map[[2]string]bool{}
	left := mostTold
	for _, s := range g.Scenarios {
		var steps []diagram.Flow
		for _, f := range s.Steps {
			if drawn[[2]string{f.From, f.To}] || f.Reply && drawn[[2]string{f.To, f.From}] {
				steps = append(steps, f)
			}
		}
		if len(steps) < 2 || len(steps) > left && len(d.numbers) == 0 {
			continue
		}
		left -= len(steps)
		for _, f := range steps {
			told[[2]string{f.From, f.To}] = true
		}
		parts = append(parts, heading(s.Title)+"\n\n"+d.steps(g, steps))
	}
	return strings.Join(append(parts, d.rest(g, told, left)...), "\n\n")
}

func heading(title string) string {
	if title = clean(title); title == "" {
		return "*What happens:*"
	}
	return "*" + Markdown(strings.TrimRight(title, ".:")) + ":*"
}

// rest are the flows that no story tells.
func (d Drawing) rest(g *diagram.Graph, told map[[2]string]bool, left int) []string {
	var lines []string
	for _, f := range d.Flows {
		if told[[2]string{f.From, f.To}] {
			continue
		}
		if line := d.tell(g, f); line != "" {
			lines = append(lines, "- "+line)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	if more := len(lines) - max(left, 10); more > 0 && len(d.numbers) == 0 {
		lines = append(lines[:len(lines)-more], fmt.Sprintf("- And %d more.", more))
	}
	intro := "*What flows:*"
	if len(told) > 0 {
		intro = "*Besides:*"
	}
	return []string{intro + "\n\n" + strings.Join(lines, "\n")}
}

// Steps are flows as a numbered list.
func Steps(g *diagram.Graph, flows []diagram.Flow) string { return Drawing{}.steps(g, flows) }

func (d Drawing) steps(g *diagram.Graph, flows []diagram.Flow) string {
	var lines []string
	for _, f := range flows {
		if line := d.tell(g, f); line != "" {
			lines = append(lines, fmt.Sprintf("%d. %s", len(lines)+1, line))
		}
	}
	return strings.Join(lines, "\n")
}

// tell is the sentence of a flow, with the number of its arrow if that has one.
func (d Drawing) tell(g *diagram.Graph, f diagram.Flow) string {
	line := Tell(g, f)
	n := d.numbers[[2]string{f.From, f.To}]
	if line == "" || n == 0 {
		return line
	}
	return fmt.Sprintf("%s (arrow %d).", strings.TrimSuffix(line, "."), n)
}

// roles are the kinds of nodes in the order in which a cast is introduced.
var roles = []struct {
	kind      diagram.Kind
	one, many string
}{
	{diagram.Person, "person", "people"}, {diagram.Client, "client", "clients"}, {diagram.System, "system", "systems"},
	{diagram.Container, "service", "services"}, {diagram.Component, "component", "components"}, {diagram.Store, "store", "stores"},
	{diagram.Cache, "cache", "caches"}, {diagram.Queue, "queue", "queues"}, {diagram.External, "external system", "external systems"},
}

// Cast introduces who takes part, by kind.
func Cast(nodes []*diagram.Node) string {
	var parts []string
	for _, role := range roles {
		var of []*diagram.Node
		for _, n := range nodes {
			if n.Kind == role.kind {
				of = append(of, n)
			}
		}
		switch len(of) {
		case 0:
		case 1:
			parts = append(parts, "1 "+role.one+" ("+enumerate(namesOf(of), 1)+")")
		default:
			parts = append(parts, fmt.Sprintf("%d %s (%s)", len(of), role.many, enumerate(namesOf(of), mostNamed)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Taking part: " + strings.Join(parts, "; ") + "."
}

// Contracts lists the operations that the document names, "" when it names none.
func Contracts(g *diagram.Graph) string {
	var calls []string
	for _, e := range g.Endpoints {
		calls = append(calls, Markdown(strings.TrimSpace(e.Method+" "+e.Path)))
	}
	if len(calls) == 0 {
		return ""
	}
	return "Contracts that the document names: " + enumerate(calls, mostNamed) + "."
}

// TableStory tells how the tables of the schemas hang together.
func TableStory(g *diagram.Graph) string {
	var lines []string
	for _, e := range g.Entities[:min(len(g.Entities), mostEntities)] {
		var keys, refs []string
		for _, c := range e.Columns {
			if c.Key {
				keys = append(keys, Markdown(c.Name))
			}
			if c.References != "" {
				refs = append(refs, "**"+Markdown(c.References)+"** by "+Markdown(c.Name))
			}
		}
		line := fmt.Sprintf("- **%s** has %s", Markdown(e.Name), plural(len(e.Columns), "column"))
		if len(e.Columns) == 0 {
			line = fmt.Sprintf("- **%s** has no columns that are named", Markdown(e.Name))
		}
		if len(keys) > 0 {
			line += ", is identified by " + enumerate(keys, mostNamed)
		}
		if len(refs) > 0 {
			line += ", refers to " + enumerate(refs, mostNamed)
		}
		lines = append(lines, line+".")
	}
	return strings.Join(lines, "\n")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

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
