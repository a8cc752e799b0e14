package actions

import (
	"context"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
)

// diagramState draws the state machines of the document, or of a section: what states
// there are and when one leads to another.
func diagramState(ctx context.Context, m *material) (draft, error) {
	var machines []*diagram.StateMachine
	for _, machine := range diagram.States(authored(m.doc)) {
		if m.within(machine.Place) {
			machines = append(machines, machine)
		}
	}
	d, err := draw.States(machines)
	if err != nil {
		return refused(err)
	}
	made, err := m.diagramDraft(ctx, "State diagram", d, draw.StateStory(machines))
	if err != nil {
		return draft{}, err
	}
	states, transitions, first := 0, 0, (*diagram.StateMachine)(nil)
	for _, machine := range machines {
		if len(machine.Transitions) > 0 {
			states += len(machine.States)
			transitions += len(machine.Transitions)
			if first == nil {
				first = machine
			}
		}
	}
	made.summary = "Drew the state diagram with " + count(states, "state") + " and " + count(transitions, "transition") + "."
	return m.below(made, m.doc.SectionAt(first.Place.Start)), nil
}
