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
