package actions

import (
	"context"

	"github.com/designls/designls/server/diagram/draw"
)

// diagramWhiteboard draws the system as one would on a whiteboard.
func diagramWhiteboard(ctx context.Context, m *material) (draft, error) {
	g := m.graph()
	d, err := draw.Whiteboard(g, m.doc.Title())
	if err != nil {
		return refused(err)
	}
	made, err := m.diagramDraft(ctx, "Whiteboard diagram", d, d.Story(g))
	return m.below(made, m.busiest(d.Flows)), err
}
