package draw

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram"
)

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
	parts := introduced(nodes)
	switch {
	case len(nodes) == 0 || len(parts) == 0:
		return ""
	case len(nodes) == 1:
		return upper(parts[0]) + " stands alone."
	}
	return "Taking part are " + listed(parts) + "."
}

// castAround introduces who is around the system.
func castAround(nodes []*diagram.Node) string {
	parts := introduced(nodes)
	switch len(parts) {
	case 0:
		return ""
	case 1:
		verb := "is"
		if len(nodes) > 1 || several(nodes[0]) {
			verb = "are"
		}
		return "Around the system, there " + verb + " only " + parts[0] + "."
	}
	return "Around the system are " + listed(parts) + "."
}

// introduced has a phrase for the nodes of each kind.
func introduced(nodes []*diagram.Node) (parts []string) {
	for _, role := range roles {
		var of []*diagram.Node
		for _, n := range nodes {
			if n.Kind == role.kind {
				of = append(of, n)
			}
		}
		switch {
		case len(of) == 1:
			parts = append(parts, alone(of[0], role.one))
		case len(of) > 1 && len(of) <= 3:
			parts = append(parts, "the "+role.many+" "+enumerate(namesOf(of), 3))
		case len(of) > 3:
			parts = append(parts, fmt.Sprintf("%d %s (%s)", len(of), role.many, enumerate(namesOf(of), mostNamed)))
		}
	}
	return parts
}

// alone introduces the only one of its kind: "the store Order DB", "the Memory Cache".
func alone(n *diagram.Node, role string) string {
	name := clean(n.Name)
	if n.Kind == diagram.Person || strings.HasSuffix(strings.ToLower(name), role) || many.MatchString(name) {
		return "the " + Markdown(name)
	}
	return "the " + role + " " + Markdown(name)
}

// listed joins phrases that may hold commas of their own.
func listed(parts []string) string {
	if last := len(parts) - 1; last > 1 || last == 1 && strings.Contains(parts[0]+parts[1], ",") {
		return strings.Join(parts[:last], "; ") + "; and " + parts[last]
	}
	return enumerate(parts, len(parts))
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
