package reviewer

import "github.com/designls/designls/server/diagram"

// graphBuilder makes a graph of what a model returned.
type graphBuilder struct {
	graph      *diagram.Graph
	identify   func(string) string
	ids        map[string]string // of nodes, by key of the name
	boundaries map[string]string // IDs, by key of the name
	left       int
}

func newGraphBuilder() *graphBuilder {
	return &graphBuilder{graph: &diagram.Graph{}, identify: diagram.Identifiers(), ids: map[string]string{}, boundaries: map[string]string{}}
}

func (b *graphBuilder) parts(r *graphReply) {
	for _, f := range r.Boundaries {
		if key := partKey(f.Name); key != "" && b.boundaries[key] == "" {
			b.boundaries[key] = b.identify(f.Name)
			b.graph.Boundaries = append(b.graph.Boundaries, &diagram.Boundary{ID: b.boundaries[key], Name: oneLine(f.Name)})
		}
	}
	b.nest(r)
	for _, p := range r.People {
		b.node(diagram.Person, partReply{Name: p.Name, Description: p.Description})
	}
	for _, s := range r.Systems {
		kind := diagram.System
		if s.External {
			kind = diagram.External
		}
		b.node(kind, partReply{Name: s.Name, Description: s.Description})
	}
	for _, c := range r.Containers {
		b.node(containerKinds[c.Kind], c)
	}
	for _, s := range r.Stores {
		b.node(diagram.Store, s)
	}
	for _, q := range r.Queues {
		b.node(diagram.Queue, q)
	}
}

var containerKinds = map[string]diagram.Kind{
	"service": diagram.Container, "client": diagram.Client, "cache": diagram.Cache, "component": diagram.Component,
}

// nest puts boundaries into each other, unless they would go round in a circle.
func (b *graphBuilder) nest(r *graphReply) {
	parents := map[string]string{}
	for _, f := range r.Boundaries {
		id, parent := b.boundaries[partKey(f.Name)], b.boundaries[partKey(f.Parent)]
		circle := parent == ""
		for up := parent; up != ""; up = parents[up] {
			circle = circle || up == id
		}
		if !circle && parents[id] == "" {
			parents[id] = parent
		}
	}
	for _, f := range b.graph.Boundaries {
		f.Parent = parents[f.ID]
	}
}

// node adds a part; one of a name that there is already adds nothing.
func (b *graphBuilder) node(kind diagram.Kind, p partReply) {
	key := partKey(p.Name)
	if key == "" || b.ids[key] != "" {
		return
	}
	b.ids[key] = b.identify(p.Name)
	n := &diagram.Node{
		ID: b.ids[key], Name: oneLine(p.Name), Kind: kind, Technology: oneLine(p.Technology), Description: oneLine(p.Description),
		Boundary: b.boundaries[partKey(p.Boundary)], Places: []diagram.Place{{}},
	}
	if p.Replicated {
		n.Redundant = []diagram.Place{{}}
	}
	b.graph.Nodes = append(b.graph.Nodes, n)
}

var accesses = map[string]diagram.Access{"read": diagram.Read, "write": diagram.Write, "both": diagram.Read | diagram.Write}

// flows adds the flows, and the story of their order.
func (b *graphBuilder) flows(r *graphReply) {
	story := &diagram.Scenario{Title: oneLine(r.Title)}
	known := map[[2]string]*diagram.Flow{}
	for _, f := range r.Flows {
		from, to := b.ids[partKey(f.From)], b.ids[partKey(f.To)]
		if from == "" || to == "" {
			b.left++
			continue
		}
		flow := diagram.Flow{From: from, To: to, Label: oneLine(f.Label), Protocol: oneLine(f.Protocol), Async: !f.Sync, Access: accesses[f.Access], Reply: f.Reply}
		step := flow
		step.Order = len(story.Steps) + 1
		story.Steps = append(story.Steps, step)
		if old := known[[2]string{from, to}]; old != nil {
			old.Access |= flow.Access
		} else if !f.Reply && from != to {
			known[[2]string{from, to}] = &flow
			b.graph.Flows = append(b.graph.Flows, &flow)
		}
	}
	if len(story.Steps) > 1 {
		b.graph.Scenarios = append(b.graph.Scenarios, story)
	}
}

func (b *graphBuilder) entities(r *graphReply) {
	names := map[string]string{}
	for _, e := range r.Entities {
		names[partKey(e.Name)] = oneLine(e.Name)
	}
	for _, e := range r.Entities {
		entity := &diagram.Entity{Name: oneLine(e.Name)}
		for _, c := range e.Columns {
			entity.Columns = append(entity.Columns, diagram.Column{Name: oneLine(c.Name), Type: oneLine(c.Type), Key: c.Key == "primary", References: names[partKey(c.References)]})
		}
		b.graph.Entities = append(b.graph.Entities, entity)
	}
}
