package draw

import (
	"strings"

	"github.com/designls/designls/server/diagram"
)

// theSystem is the node that the document designs: the system that its title names,
// or the only one that a document without a title has. It is nil when there is none;
// other systems are around it.
func theSystem(g *diagram.Graph, title string) *diagram.Node {
	var only []*diagram.Node
	for _, n := range g.Nodes {
		if n.Kind != diagram.System {
			continue
		}
		if clean(n.Name) != "" && strings.Contains(strings.ToLower(title), strings.ToLower(n.Name)) {
			return n
		}
		only = append(only, n)
	}
	if clean(title) == "" && len(only) == 1 {
		return only[0]
	}
	return nil
}

// systemName is what the document calls the system that it designs.
func systemName(g *diagram.Graph, title string) string {
	if n := theSystem(g, title); n != nil {
		return n.Name
	}
	for _, prefix := range []string{"design of", "design", "proposal", "the", "a", "an"} {
		if rest, ok := cutFold(title, prefix+" "); ok {
			title = rest
		}
	}
	if _, rest, ok := strings.Cut(title, ": "); ok && len(rest) > 3 {
		title = rest
	}
	if clean(title) == "" {
		return "The system"
	}
	return clean(title)
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// namesake is the node with a name, whatever the document takes it for.
func namesake(g *diagram.Graph, name string) *diagram.Node {
	for _, n := range g.Nodes {
		if strings.EqualFold(n.Name, name) {
			return n
		}
	}
	return nil
}
