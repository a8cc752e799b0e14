package draw

import (
	"regexp"
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

// withoutWhole is the graph without the system as a whole, which is the frame of a picture of
// its parts, and without those that only the whole talks to. The sentence says so; it is empty
// where nothing was taken out because the parts would not make a picture without it.
func withoutWhole(g *diagram.Graph, title string) (parts *diagram.Graph, outer string) {
	system := theSystem(g, title)
	if system == nil {
		return g, ""
	}
	parts = &diagram.Graph{Boundaries: g.Boundaries, Scenarios: g.Scenarios}
	inner, outside := 0, outsideOf(g, system)
	for _, f := range g.Flows {
		if f.From != system.ID && f.To != system.ID {
			parts.Flows = append(parts.Flows, f)
			if !outside[f.From] && !outside[f.To] {
				inner++
			}
		}
	}
	if inner < 2 || !talks(g, system) {
		return g, ""
	}
	var left []*diagram.Node
	for _, n := range g.Nodes {
		switch {
		case n == system:
		case talks(g, n) && !talks(parts, n):
			left = append(left, n)
		default:
			parts.Nodes = append(parts.Nodes, n)
		}
	}
	if len(left) == 0 {
		return parts, ""
	}
	return parts, "Left out, since only " + system.Name + " as a whole talks to them: " + enumerate(namesOf(left), mostNamed) + "."
}

// systemName is what the document calls the system that it designs.
func systemName(g *diagram.Graph, title string) string {
	if n := theSystem(g, title); n != nil {
		return n.Name
	}
	title = numbered.ReplaceAllString(clean(title), "")
	for _, prefix := range []string{"design of", "design", "proposal", "the", "a", "an"} {
		if rest, ok := cutFold(title, prefix+" "); ok {
			title = rest
		}
	}
	if _, rest, ok := strings.Cut(title, ": "); ok && len(rest) > 3 {
		title = rest
	}
	if title = clean(title); title == "" || general[strings.ToLower(title)] {
		return "The system"
	}
	return title
}

// numbered is how many collections of documents begin a title: "RFC 12 - Caches", "7. Caches".
var numbered = regexp.MustCompile(`^(?i:(?:[a-z]+ )?(?:RFC|RFD|KEP|OTEP|ADR|proposal|enhancement|decision)[ #-]*)\d+\s*[:–—-]\s*|^\d+(?:\.|\s*[:–—-])\s+`)

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
