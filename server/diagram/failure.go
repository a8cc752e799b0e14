package diagram

import (
	"fmt"
	"slices"
	"strings"
)

// Impact is what the failure of one node does to another.
type Impact uint8

// The impacts, the worse the higher.
const (
	Untouched Impact = iota
	Stale            // works on with old data
	Degraded         // works on in part, slower or later
	Down             // cannot do its work
)

func (i Impact) String() string {
	return [...]string{"untouched", "stale", "degraded", "down"}[i]
}

// Blast is what happens when a node fails and nothing stands in for it.
type Blast struct {
	Node      *Node
	Down      []*Node // all lists in the order of the graph, without people
	Degraded  []*Node
	Stale     []*Node
	Scenarios []*Scenario // the stories that can no longer be told to their end
}

// Blast returns the blast radius of the node with an ID, as far as the document
// states flows: who calls a failed node fails with it, unless the call does not
// wait, is for a copy of what a store keeps, or is one of many that a router
// hands on; what a failed node feeds goes stale. An unknown ID has an empty one.
func (g *Graph) Blast(id string) Blast {
	b := Blast{Node: g.Node(id)}
	if b.Node == nil {
		return b
	}
	impact := g.spread(id)
	for _, n := range g.Nodes {
		if n.ID == id || n.Kind == Person {
			continue
		}
		switch impact[n.ID] {
		case Down:
			b.Down = append(b.Down, n)
		case Degraded:
			b.Degraded = append(b.Degraded, n)
		case Stale:
			b.Stale = append(b.Stale, n)
		}
	}
	for _, s := range g.Scenarios {
		if slices.ContainsFunc(s.Steps, func(f Flow) bool { return f.From == id || f.To == id && !f.Async }) {
			b.Scenarios = append(b.Scenarios, s)
		}
	}
	return b
}

// spread follows the failure along the flows until nothing gets worse.
func (g *Graph) spread(id string) map[string]Impact {
	impact := map[string]Impact{id: Down}
	queue := []string{id}
	raise := func(node string, to Impact, spreads bool) {
		if to > impact[node] {
			impact[node] = to
			if spreads {
				queue = append(queue, node)
			}
		}
	}
	for len(queue) > 0 {
		hit := queue[0]
		queue = queue[1:]
		for _, f := range g.Flows {
			switch hit {
			case f.To:
				raise(f.From, g.backward(f, impact[hit]), !f.Async) // who need not wait keeps others waiting neither
			case f.From:
				raise(f.To, g.forward(f, impact[hit]), true)
			}
		}
	}
	return impact
}

// backward is what an impact on a flow's target does to its sender.
func (g *Graph) backward(f *Flow, hit Impact) Impact {
	to, from := g.Node(f.To), g.Node(f.From)
	switch {
	case hit == Stale && f.Access&Read == 0, hit == Untouched, from.Kind.Holds():
		return Untouched // what keeps data keeps them while nobody takes them
	case hit < Down:
		return hit
	case f.Async, !f.tellsUse(to), to.Kind == Cache && (f.Access == Write || g.readsElsewhere(f)), from.routes() && g.routesElsewhere(f):
		return Degraded
	}
	return Down
}

// tellsUse says whether it is known what a flow is for. An arrow between two
// services without a word on access or protocol may be a call or data that the
// sender could keep to itself for a while.
func (f *Flow) tellsUse(to *Node) bool {
	return f.Place.Source != FromDiagram || f.Access != 0 || f.Protocol != "" || to.Kind.Holds() || f.Order > 0
}

// forward is what an impact on a flow's sender does to its target: data that no
// longer come.
func (g *Graph) forward(f *Flow, hit Impact) Impact {
	to := g.Node(f.To)
	feeds := f.Access&Write != 0 || f.Async
	if hit == Untouched || hit == Degraded || f.Access == Read || !feeds || to.Kind == Person || to.Kind == Client || to.Kind == External {
		return Untouched
	}
	if g.Node(f.From).Kind == Queue || to.Kind.Holds() || f.Async {
		return Stale
	}
	return Untouched
}

// readsElsewhere says whether who reads a cache also reads a store.
func (g *Graph) readsElsewhere(f *Flow) bool {
	return slices.ContainsFunc(g.Flows, func(o *Flow) bool {
		return o.From == f.From && o.To != f.To && o.Access&Read != 0 && g.Node(o.To).Kind == Store
	})
}

// routes holds for what hands requests on to many and does no work of its own.
func (n *Node) routes() bool {
	if n.Kind == Client || n.Kind == Person {
		return true
	}
	w := nameWords(n.Name)
	if len(w) == 0 {
		return false
	}
	switch w[len(w)-1] {
	case "gateway", "balancer", "proxy", "router", "ingress", "frontend", "app", "cdn", "dns", "bff", "mesh", "client", "browser", "ui":
		return true
	}
	return len(w) > 1 && w[len(w)-1] == "server" && (w[0] == "web" || w[0] == "api")
}

// routesElsewhere says whether who routes has somewhere else to route to.
func (g *Graph) routesElsewhere(f *Flow) bool {
	return slices.ContainsFunc(g.Flows, func(o *Flow) bool { return o.From == f.From && o.To != f.To })
}

// String tells the blast radius in a sentence: "Without Redis: login and checkout
// fail, search is stale."
func (b Blast) String() string {
	if b.Node == nil {
		return ""
	}
	var parts []string
	say := func(nodes []*Node, one, many string) {
		if len(nodes) == 1 && !isPlural(strings.ToLower(lastWord(nodes[0].Name))) {
			parts = append(parts, nodes[0].Name+" "+one)
		} else if len(nodes) > 0 {
			parts = append(parts, enumerate(nodes)+" "+many)
		}
	}
	say(b.Down, "fails", "fail")
	say(b.Degraded, "is degraded", "are degraded")
	say(b.Stale, "is stale", "are stale")
	if len(parts) == 0 {
		return fmt.Sprintf("Without %s: nothing fails, as far as the document says.", b.Node.Name)
	}
	return fmt.Sprintf("Without %s: %s.", b.Node.Name, strings.Join(parts, ", "))
}

// listed is how many names a sentence has at most.
const listed = 5

func enumerate(nodes []*Node) string {
	var names []string
	for _, n := range nodes[:min(len(nodes), listed)] {
		names = append(names, n.Name)
	}
	if more := len(nodes) - listed; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names, ", "), more)
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
