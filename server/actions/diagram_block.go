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

// diagramDraft makes a block of a drawing: pictures, legend, story.
func (m *material) diagramDraft(ctx context.Context, title string, d draw.Drawing, story string) (draft, error) {
	if err := m.in.accept(ctx, d.Pictures); err != nil {
		return draft{}, err
	}
	parts := []string{"## " + title}
	for _, p := range d.Pictures {
		if p.Title != "" {
			parts = append(parts, "### "+draw.Markdown(p.Title))
		}
		parts = append(parts, "```mermaid\n"+strings.TrimRight(p.Source, "\n")+"\n```")
	}
	if len(d.Legend) > 0 {
		parts = append(parts, "**Legend**\n\n"+bullets(d.Legend))
	}
	if len(d.LeftOut) > 0 {
		parts = append(parts, strings.Join(d.LeftOut, " "))
	}
	if story != "" {
		parts = append(parts, "**Flow description.** "+story)
	}
	return draft{body: strings.Join(parts, "\n\n"), summary: drawn(title, d)}, nil
}

func drawn(title string, d draw.Drawing) string {
	what := upperFirst(title)
	if len(d.Pictures) > 1 {
		what += fmt.Sprintf(" (%d pictures)", len(d.Pictures))
	}
	switch {
	case len(d.Nodes) == 0:
		return "Drew the " + lowerFirst(what) + "."
	default:
		return fmt.Sprintf("Drew the %s with %s and %s.", lowerFirst(what), count(len(d.Nodes), "part"), count(len(d.Flows), "flow"))
	}
}

// lowerFirst makes a sentence or a name follow other words, unless it begins with an
// acronym.
func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// refused turns what draw says of a graph into a refusal.
func refused(err error) (draft, error) { return draft{}, &Refusal{Reason: err.Error()} }

// graph is that of what the author wrote: what an action draws must not change
// what is drawn next. It is extracted when it is first asked for; its places are
// those in the document.
func (m *material) graph() *diagram.Graph {
	if m.drawn == nil {
		m.drawn = diagram.Extract(authored(m.doc))
	}
	return m.drawn
}

// authored is the document with its managed blocks blanked out.
func authored(d *document.Document) *document.Document {
	if len(d.Blocks) == 0 {
		return d
	}
	content := []byte(d.Text.Content())
	for _, b := range d.Blocks {
		for i := b.Span.Start; i < b.Span.End; i++ {
			if content[i] != '\n' && content[i] != '\r' {
				content[i] = ' '
			}
		}
	}
	return document.Parse(text.NewMapper(string(content)), nil)
}

// busiest is the section in which most of the flows are stated, since what shows
// them belongs there; nil when there are none.
func (m *material) busiest(flows []diagram.Flow) *document.Section {
	counts := map[*document.Section]int{}
	var best *document.Section
	for _, f := range flows {
		s := m.doc.SectionAt(f.Place.Start)
		if generated(m.doc, s) {
			continue
		}
		if counts[s]++; best == nil || counts[s] > counts[best] {
			best = s
		}
	}
	return best
}

// below puts the draft of a document at the end of the main section that a section
// belongs to, where its heading takes no other section's place in the outline.
func (m *material) below(d draft, s *document.Section) draft {
	if s == nil || m.in.Section != nil {
		return d
	}
	base := baseLevel(m.doc)
	for s.Heading != nil && s.Heading.Level > base && s.Parent >= 0 {
		s = m.doc.Sections[s.Parent]
	}
	switch {
	case s.Heading == nil || s == m.doc.TitleSection():
		d.at = s.Span.End
	case s.Heading.Level == base:
		d.at = s.Deep.End
	default:
		return d
	}
	d.placed = true
	return d
}

// within says whether a place lies in the section that the action works on.
func (m *material) within(p diagram.Place) bool {
	return m.in.Section == nil || m.in.Section.Deep.Contains(p.Start)
}

// story joins the parts of a flow description.
func joinStory(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
}
