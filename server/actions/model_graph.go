package actions

import (
	"context"
	"fmt"

	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/reviewer"
)

// pictures draw a graph, by the id of the action, with the title of the block.
var pictures = map[string]struct {
	title string
	draw  func(g reviewer.Graph, title string) (draw.Drawing, error)
}{
	"diagram-context":    {"Context diagram", func(g reviewer.Graph, title string) (draw.Drawing, error) { return draw.Context(g.Graph, title) }},
	"diagram-container":  {"Container diagram", func(g reviewer.Graph, title string) (draw.Drawing, error) { return draw.Container(g.Graph, title) }},
	"diagram-whiteboard": {"Whiteboard diagram", func(g reviewer.Graph, title string) (draw.Drawing, error) { return draw.Whiteboard(g.Graph, title) }},
	"diagram-sequence":   {"Sequence diagram", drawSteps},
	"diagram-data":       {"Data diagram", func(g reviewer.Graph, _ string) (draw.Drawing, error) { return draw.Data(g.Graph) }},
}

func drawSteps(g reviewer.Graph, _ string) (draw.Drawing, error) {
	if len(g.Scenarios) == 0 {
		return draw.Sequence(g.Graph, nil)
	}
	return draw.Sequence(g.Graph, g.Scenarios[0])
}

// modelGraph draws the graph that the model reads out of the document.
func modelGraph(ctx context.Context, a *assignment) (draft, error) {
	picture, ok := pictures[a.prompt.ID]
	if !ok {
		picture = pictures["diagram-container"]
		picture.title = a.prompt.Title
	}
	g, err := a.in.Reviewer.Graph(ctx, a.task(), a.report)
	if err != nil {
		return draft{}, err
	}
	a.in.report(reviewer.Progress{Doing: "Drawing"})
	d, err := picture.draw(g, a.doc.Title())
	if err != nil {
		return refused(fmt.Errorf("the graph that %s returned cannot be drawn, so the document is unchanged: %w", a.in.Reviewer.Name(), err))
	}
	title := picture.title
	if a.prompt.ID == "diagram-sequence" && g.Title != "" {
		title += ": " + clip(draw.Markdown(g.Title), 60)
	}
	made, err := a.diagramDraft(ctx, title, d, a.story(g, d))
	if err != nil {
		return draft{}, err
	}
	body := made.body
	if len(g.Bottlenecks) > 0 {
		body += "\n\n**Likely bottlenecks**\n\n" + bullets(g.Bottlenecks)
	}
	if len(g.Assumed) > 0 {
		body += "\n\n**Assumed, since the document does not state it**\n\n" + bullets(g.Assumed)
	}
	out := a.placedLike(body, fmt.Sprintf("%s By %s%s.", made.summary, a.in.Reviewer.Name(), tokens(g.Usage)))
	if a.base.body == "" {
		out = a.below(out, a.busiest(a.stated()))
	}
	return out, nil
}

// story is how the model tells the flows, or else how the program does.
func (a *assignment) story(g reviewer.Graph, d draw.Drawing) string {
	if g.Story != "" {
		return g.Story
	}
	return d.Story(g.Graph)
}
