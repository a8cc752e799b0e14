package draw

import "github.com/designls/designls/server/diagram"

// fromOutside is the graph as a picture shows it that has one box for all that is inside: the
// story below it must not name what is not drawn.
func (p *plan) fromOutside() *diagram.Graph {
	seen := &diagram.Graph{}
	for _, b := range p.boxes {
		seen.Nodes = append(seen.Nodes, b.nodes...)
	}
	for _, f := range p.graph.Flows {
		if step, ok := p.asDrawn(*f); ok {
			seen.Flows = append(seen.Flows, &step)
		}
	}
	for _, s := range p.graph.Scenarios {
		story := &diagram.Scenario{Title: s.Title, Place: s.Place}
		for _, f := range s.Steps {
			if step, ok := p.asDrawn(f); ok {
				story.Steps = append(story.Steps, step)
			}
		}
		seen.Scenarios = append(seen.Scenarios, story)
	}
	return seen
}

// asDrawn is a flow between the boxes that hold its ends; not ok for one that stays in a box or
// leads to what is not drawn.
func (p *plan) asDrawn(f diagram.Flow) (diagram.Flow, bool) {
	from, to := p.of[f.From], p.of[f.To]
	if from == nil || to == nil || from == to {
		return f, false
	}
	f.From, f.To = from.nodes[0].ID, to.nodes[0].ID
	return f, true
}
