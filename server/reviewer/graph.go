package reviewer

import (
	"context"
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/llm"
)

// Graph is a graph that a model has returned, with what it says about it. Nothing
// of it has a place in the document.
type Graph struct {
	*diagram.Graph
	Title       string
	Story       string   // markdown: the flows told in order
	Bottlenecks []string // markdown, an item each
	Assumed     []string // markdown, an item each: what the document does not state
	Left        int      // flows between parts that the model did not list
	Usage       llm.Usage
}

// graphReply is the reply of the schema "graph".
type graphReply struct {
	People  []struct{ Name, Description string }
	Systems []struct {
		Name, Description string
		External          bool
	}
	Containers []partReply
	Stores     []partReply
	Queues     []partReply
	Flows      []struct {
		From, To, Label, Protocol, Access string
		Sync, Reply                       bool
	}
	Boundaries []struct{ Name, Parent string }
	Entities   []struct {
		Name    string
		Columns []struct{ Name, Type, Key, References string }
	}
	Title       string
	Story       string
	Bottlenecks []struct{ Part, Note string }
	Assumed     []string
}

type partReply struct {
	Name, Kind, Technology, Description, Boundary string
	Replicated                                    bool
}

// problem is what the schema cannot say of a graph.
func (g *graphReply) problem() error {
	names := map[string]bool{}
	for _, name := range g.names() {
		names[partKey(name)] = true
	}
	for _, f := range g.Flows {
		for _, end := range []string{f.From, f.To} {
			if !names[partKey(end)] {
				return fmt.Errorf("/flows has one from %q to %q, and %q is not listed among the parts", f.From, f.To, end)
			}
		}
	}
	return nil
}

func (g *graphReply) names() []string {
	var names []string
	for _, p := range g.People {
		names = append(names, p.Name)
	}
	for _, s := range g.Systems {
		names = append(names, s.Name)
	}
	for _, list := range [][]partReply{g.Containers, g.Stores, g.Queues} {
		for _, p := range list {
			names = append(names, p.Name)
		}
	}
	return names
}

// Graph has the model read a graph out of the document, for the program to draw.
func (r *Reviewer) Graph(ctx context.Context, t Task, report func(Progress)) (g Graph, err error) {
	llm.Try(ctx, func(ctx context.Context) bool {
		g, err = r.graph(ctx, t, report)
		return OfUse(err)
	})
	return g, err
}

func (r *Reviewer) graph(ctx context.Context, t Task, report func(Progress)) (Graph, error) {
	talk, err := r.begin(ctx, t, report)
	if err != nil {
		return Graph{}, err
	}
	var reply graphReply
	if err := structured(ctx, talk, &reply); err != nil {
		return Graph{Usage: talk.usage}, err
	}
	b := newGraphBuilder()
	b.parts(&reply)
	b.flows(&reply)
	b.entities(&reply)
	g := Graph{Graph: b.graph, Title: oneLine(reply.Title), Left: b.left, Usage: talk.usage}
	if reply.Story != "" {
		g.Story = linked(clean(reply.Story), t.Doc)
	}
	for _, n := range reply.Bottlenecks {
		g.Bottlenecks = append(g.Bottlenecks, fmt.Sprintf("**%s**: %s", words(n.Part), inline(n.Note)))
	}
	for _, a := range reply.Assumed {
		g.Assumed = append(g.Assumed, inline(a))
	}
	g.Assumed = append(g.Assumed, unsaid(t.Doc.Text.Content(), reply)...)
	return g, nil
}

// unsaid are the parts that the document does not name and the model does not call
// assumed.
func unsaid(content string, reply graphReply) []string {
	said := " " + words(fold(content).text) + " " + words(fold(strings.Join(reply.Assumed, " ")).text) + " "
	var list []string
	for _, name := range reply.names() {
		key := words(partKey(name))
		if !strings.Contains(said, " "+key+" ") && !strings.Contains(said, " "+key+"s ") && !strings.Contains(said, " "+strings.TrimSuffix(key, "s")+" ") {
			list = append(list, fmt.Sprintf("%s: the document does not name it", inline(name)))
		}
	}
	return list
}

// inline makes a text of the model's one line of markdown that cannot do anything.
func inline(s string) string { return strings.NewReplacer("<", "&lt;", "[", "\\[").Replace(oneLine(s)) }
