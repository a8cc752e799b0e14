package actions

import (
	"context"

	"github.com/designls/designls/server/diagram/draw"
)

// diagramContainer draws the parts of the system in detail.
func diagramContainer(ctx context.Context, m *material) (draft, error) {
	g := m.graph()
	d, err := draw.Container(g, m.doc.Title())
	if err != nil {
		return refused(err)
	}
	made, err := m.diagramDraft(ctx, "Container diagram", d, joinStory(d.Story(g), draw.Contracts(g)))
	return m.below(made, m.busiest(d.Flows)), err
}
