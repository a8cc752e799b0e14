package draw

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// Contracts lists the operations that the document names, "" when it names none.
func Contracts(g *diagram.Graph) string {
	var calls []string
	for _, e := range g.Endpoints {
		if call := Markdown(strings.TrimSpace(e.Method + " " + e.Path)); !slices.Contains(calls, call) {
			calls = append(calls, call)
		}
	}
	switch len(calls) {
	case 0:
		return ""
	case 1:
		return "The contract that the document names is " + calls[0] + "."
	}
	return "The contracts that the document names are " + enumerate(calls, mostNamed) + "."
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
		clauses := []string{line}
		if len(keys) > 0 {
			clauses = append(clauses, "is found by "+enumerate(keys, mostNamed))
		}
		if len(refs) > 0 {
			clauses = append(clauses, "refers to "+enumerate(refs, mostNamed))
		}
		lines = append(lines, enumerate(clauses, len(clauses))+".")
	}
	return strings.Join(lines, "\n")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
