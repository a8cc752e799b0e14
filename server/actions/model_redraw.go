package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

var (
	isC4     = text.Pattern(`^\s*C4(Context|Container)\b`)
	designed = text.Pattern(`(?m)^\s*(?:System_Boundary|System)\(\s*\w+\s*,\s*"([^"\n]+)"`)

	titleLine    = text.Pattern(`(?m)^[ \t]*title[ \t]+\S.*$`)
	numberedFlow = text.Pattern(`(?m)^\s*Rel\(.*, "\d+"\)$`)
)

// plans draw a graph, by the kind of C4 diagram.
var plans = map[string]func(*diagram.Graph, string) (draw.Drawing, error){"Context": draw.Context, "Container": draw.Container}

// redrawn draws the C4 diagrams of a draft again: mermaid places their boxes as they
// are listed and its arrows across them, unless somebody works out where both go. A
// diagram of which anything would be lost stays as it is.
func (a *assignment) redrawn(ctx context.Context, body string) string {
	d := document.Parse(text.NewMapper(body), nil)
	var edits []text.Edit
	for _, s := range d.Sections {
		for _, n := range s.Content.Nodes {
			if n.Kind != document.KindFence || n.Language() != "mermaid" || n.Parent >= 0 {
				continue
			}
			inner := n.Inner.Shift(s.Span.Start)
			if source, after, ok := a.arranged(ctx, inner.Of(body)); ok {
				end := n.Span.Shift(s.Span.Start).End
				edits = append(edits, text.Edit{Span: inner, New: source}, text.Edit{Span: text.Span{Start: end, End: end}, New: after})
			}
		}
	}
	if drawn, err := text.ApplyEdits(body, edits); err == nil {
		return drawn
	}
	return body
}

// arranged is a C4 diagram with its boxes and labels out of each other's way, and
// what follows it.
func (a *assignment) arranged(ctx context.Context, source string) (drawn, after string, ok bool) {
	kind := isC4().FindStringSubmatch(source)
	if kind == nil {
		return "", "", false
	}
	title := a.doc.Title()
	if m := designed().FindStringSubmatch(source); m != nil {
		title = m[1]
	}
	g, ok := diagram.ReadDiagram(source)
	if !ok {
		return "", "", false
	}
	d, err := plans[kind[1]](g, title)
	if err != nil || len(d.Pictures) != 1 || len(d.LeftOut) > 0 || len(d.Flows) < len(g.Flows) || a.in.accept(ctx, d.Pictures) != nil {
		return "", "", false
	}
	drawn = strings.TrimRight(d.Pictures[0].Source, "\n") + "\n"
	if own := titleLine().FindString(source); own != "" {
		drawn = titleLine().ReplaceAllLiteralString(drawn, "  "+strings.TrimSpace(own))
	}
	whole := draw.Unfold(drawn)
	for _, n := range g.Nodes {
		if !strings.Contains(whole, n.Name) {
			return "", "", false
		}
	}
	if legend := append(slices.Clone(d.Legend), shortened(g, whole)...); len(legend) > 0 {
		after = "\n\n**Legend**\n\n" + bullets(legend)
	}
	if numberedFlow().MatchString(drawn) {
		after += "\n\n**Flow description.** " + d.Story(g)
	}
	return drawn, after, true
}

// shortened are the descriptions for which a box has no room, in full.
func shortened(g *diagram.Graph, drawn string) []string {
	var list []string
	for _, n := range g.Nodes {
		if about := oneLine(n.Description); about != "" && !strings.Contains(drawn, about) {
			list = append(list, fmt.Sprintf("**%s**: %s", draw.Markdown(n.Name), draw.Markdown(about)))
		}
	}
	return list
}
