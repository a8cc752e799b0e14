package actions

import (
	"context"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
)

// diagramData draws the tables of the document's schemas, or of a section's.
func diagramData(ctx context.Context, m *material) (draft, error) {
	g := &diagram.Graph{}
	for _, e := range m.graph().Entities {
		if m.within(e.Place) {
			g.Entities = append(g.Entities, e)
		}
	}
	d, err := draw.Data(g)
	if err != nil {
		return refused(err)
	}
	made, err := m.diagramDraft(ctx, "Data diagram", d, "The tables, how they are found and what they refer to:\n\n"+draw.TableStory(g))
	if err != nil {
		return draft{}, err
	}
	made.summary = "Drew the data diagram with " + count(len(g.Entities), "table") + "."
	return m.below(made, m.doc.SectionAt(g.Entities[0].Place.Start)), nil
}
