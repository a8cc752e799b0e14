package actions

import (
	"context"

	"github.com/designls/designls/server/diagram/draw"
)

// diagramContext draws the system among its users and the systems around it.
func diagramContext(ctx context.Context, m *material) (draft, error) {
	g := m.graph()
	d, err := draw.Context(g, m.doc.Title())
	if err != nil {
		return refused(err)
	}
	return m.diagramDraft(ctx, "Context diagram", d, joinStory(d.Story(g), draw.Contracts(g)))
}
