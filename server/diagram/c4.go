package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var c4Call = text.Pattern(`^(\w+)\s*\((.*)$`)

// readC4 reads the calls of C4 diagrams.
func (p *picture) readC4(lines []line) {
	open := []int{-1}
	for _, l := range lines {
		if strings.HasPrefix(l.text, "}") && len(open) > 1 {
			open = open[:len(open)-1]
			continue
		}
		m := c4Call().FindStringSubmatch(l.text)
		if m == nil {
			continue
		}
		args := c4Arguments(m[2])
		span := l.span()
		switch name := m[1]; {
		case len(args) < 2 && name != "Boundary":
		case strings.HasSuffix(name, "oundary") || strings.HasPrefix(name, "Deployment_Node") || strings.HasPrefix(name, "Node"):
			p.boundaries = append(p.boundaries, frame{args[0], plainLabel(args[min(1, len(args)-1)]), open[len(open)-1], span})
			open = append(open, len(p.boundaries)-1)
		case strings.HasPrefix(name, "Rel") || name == "BiRel":
			p.addRel(name, args, span)
		default:
			p.addC4Shape(name, args, span, open[len(open)-1])
		}
	}
}

func (p *picture) addRel(name string, args []string, span text.Span) {
	for i := 2; i < 5; i++ {
		args = append(args, "")
	}
	e := edge{from: p.node(args[0], span.Start), to: p.node(args[1], span.Start), label: plainLabel(args[2]), tech: plainLabel(args[3]), span: span}
	if name == "Rel_Back" {
		e.from, e.to = e.to, e.from
	}
	p.edges = append(p.edges, e)
}

// addC4Shape reads Person, System, Container and Component with their variants.
func (p *picture) addC4Shape(name string, args []string, span text.Span, frame int) {
	kind, ok := c4Kind(name)
	if !ok || plainLabel(args[1]) == "" { // that keeps a place free
		return
	}
	n := &p.nodes[p.node(args[0], span.Start)]
	n.name, n.kind, n.span, n.frame = plainLabel(args[1]), kind, span, frame
	rest := args[2:]
	if strings.HasPrefix(name, "Container") || strings.HasPrefix(name, "Component") {
		if len(rest) > 0 {
			n.tech, rest = plainLabel(rest[0]), rest[1:]
		}
	}
	if len(rest) > 0 {
		n.about = plainLabel(rest[0])
	}
}

func c4Kind(name string) (Kind, bool) {
	base := strings.TrimSuffix(name, "_Ext")
	external := base != name
	switch {
	case base == "Person":
		return Person, true
	case strings.HasSuffix(base, "Db"):
		return Store, true
	case strings.HasSuffix(base, "Queue"):
		return Queue, true
	case external && (base == "System" || base == "Container"):
		return External, true
	case base == "System":
		return System, true
	case base == "Container", base == "Component":
		return Container, true
	}
	return Component, false
}

// c4Arguments cuts the arguments of a call at commas outside of quotes, up to
// its closing bracket. Named arguments ($tags=...) are left out.
func c4Arguments(s string) []string {
	var out []string
	quoted := false
	start := 0
	add := func(end int) {
		if a := strings.TrimSpace(s[start:end]); !strings.HasPrefix(a, "$") {
			out = append(out, strings.Trim(a, `"`))
		}
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case !quoted && s[i] == ',':
			add(i)
			start = i + 1
		case !quoted && s[i] == ')':
			add(i)
			return out
		}
	}
	add(len(s))
	return out
}
