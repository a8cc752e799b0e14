package actions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
)

const mostAfterwards = 6 // things that happen when the client has its answer

// writeScenario tells the way of a write as the flows of the document state it, and
// asks for what they leave open.
func (m *material) writeScenario() string {
	path := pathTo(m.graph(), diagram.Write)
	if len(path) == 0 {
		return numbered([]string{"The client sends –.", "– validates it and makes it durable in –; from here on it is not lost.", "The client is told –.", "Afterwards, without the client waiting: –."})
	}
	steps := append(m.told(path), "The write is durable when –; the client is told –.")
	afterwards := "–."
	if later := afterPath(m.graph(), path); len(later) > 0 {
		afterwards = draw.Narrate(m.graph(), later[:min(len(later), mostAfterwards)])
	}
	return numbered(append(steps, "Afterwards, without the client waiting: "+afterwards))
}

// readScenario is the same for a read.
func (m *material) readScenario() string {
	path := pathTo(m.graph(), diagram.Read)
	if len(path) == 0 {
		return numbered([]string{"The client asks for –.", "It is found in –, or else in –.", "What may be stale in the answer is –, by at most –."})
	}
	return numbered(append(m.told(path), "What may be stale in the answer is –, by at most –."))
}

func (m *material) told(flows []diagram.Flow) (lines []string) {
	for _, f := range flows {
		lines = append(lines, draw.Tell(m.graph(), f))
	}
	return lines
}

func numbered(lines []string) string {
	for i := range lines {
		lines[i] = fmt.Sprintf("%d. %s", i+1, lines[i])
	}
	return strings.Join(lines, "\n")
}

// pathTo is the shortest way, along what callers wait for, from where requests come
// in to a store that is read or written there; nil when the flows state none.
func pathTo(g *diagram.Graph, access diagram.Access) []diagram.Flow {
	var ways [][]diagram.Flow
	seen := map[string]bool{}
	for _, n := range entries(g) {
		ways, seen[n.ID] = append(ways, []diagram.Flow{{To: n.ID}}), true
	}
	for len(ways) > 0 {
		way := ways[0]
		ways = ways[1:]
		for _, f := range g.Flows {
			if f.From != way[len(way)-1].To || f.Async || f.Access == (diagram.Read|diagram.Write)&^access {
				continue
			}
			next := append(slices.Clone(way), *f)
			if to := g.Node(f.To); to.Kind == diagram.Store || to.Kind == diagram.Cache && access == diagram.Read {
				if f.Access&access != 0 {
					return both(next[1:])
				}
			} else if !seen[f.To] {
				ways, seen[f.To] = append(ways, next), true
			}
		}
	}
	return nil
}

// both takes the words of one access off a last flow that is stated to do both.
func both(path []diagram.Flow) []diagram.Flow {
	if last := &path[len(path)-1]; last.Access == diagram.Read|diagram.Write {
		last.Label, last.Taken = "", false
	}
	return path
}

// entries are where requests come in: people and what they hold in hand, else the
// parts that nobody in the document turns to.
func entries(g *diagram.Graph) []*diagram.Node {
	var hands, first []*diagram.Node
	for _, n := range g.Nodes {
		called := slices.ContainsFunc(g.Flows, func(f *diagram.Flow) bool { return f.To == n.ID })
		calls := slices.ContainsFunc(g.Flows, func(f *diagram.Flow) bool { return f.From == n.ID })
		switch {
		case !calls:
		case n.Kind == diagram.Person || n.Kind == diagram.Client:
			hands = append(hands, n)
		case !called && !n.Kind.Holds():
			first = append(first, n)
		}
	}
	if len(hands) > 0 {
		return hands
	}
	return first
}

// afterPath are the asynchronous flows that a path sets off, with what follows them.
func afterPath(g *diagram.Graph, path []diagram.Flow) (flows []diagram.Flow) {
	reached := map[string]bool{}
	for _, f := range path {
		reached[f.From], reached[f.To] = true, true
	}
	late := map[string]bool{}
	for grown := true; grown; {
		grown = false
		for _, f := range g.Flows {
			if (late[f.From] || reached[f.From] && f.Async) && !late[f.To] && !reached[f.To] {
				late[f.To], grown = true, true
				told := *f
				told.Async = false // is said of all of them
				flows = append(flows, told)
			}
		}
	}
	return flows
}
