package actions

import (
	"context"
	"slices"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
)

// diagramSequence draws a story of the document step by step: the selected one,
// that of the section, or else the one with the most steps
// that hang together.
func diagramSequence(ctx context.Context, m *material) (draft, error) {
	g := m.graph()
	story := m.chosenStory(g)
	d, err := draw.Sequence(g, story)
	if err != nil {
		return refused(err)
	}
	title := "Sequence diagram"
	if s := m.doc.SectionAt(story.Place.Start); m.in.Section == nil && s.Heading != nil && s != m.doc.TitleSection() {
		if of := draw.StoryTitle(s.Heading.Text); of != "" {
			title += " of " + clip(draw.Markdown(of), 60)
		}
	}
	made, err := m.diagramDraft(ctx, title, d, joinStory(draw.Cast(d.Nodes), draw.Steps(g, d.Flows)))
	if err != nil {
		return draft{}, err
	}
	return m.below(made, m.busiest(d.Flows)), nil
}

// chosenStory is nil when nothing in scope is told in steps.
func (m *material) chosenStory(g *diagram.Graph) *diagram.Scenario {
	var best *diagram.Scenario
	for _, s := range g.Scenarios {
		switch {
		case !m.within(s.Place):
		case m.in.Selection.Len() > 0 && s.Place.Overlaps(m.in.Selection):
			return s
		case best == nil || tellsMore(s, best):
			best = s
		}
	}
	if best == nil && m.in.Section != nil {
		return m.storyOfSection(g)
	}
	return best
}

// tellsMore compares stories by the steps that hang together: arrows beside each other tell
// little, however many they are.
func tellsMore(a, b *diagram.Scenario) bool {
	if x, y := draw.Connected(a), draw.Connected(b); x != y {
		return x > y
	}
	return len(a.Steps) > len(b.Steps)
}

// storyOfSection takes the flows of a section in the order in which it states them.
func (m *material) storyOfSection(g *diagram.Graph) *diagram.Scenario {
	story := &diagram.Scenario{Title: m.in.Section.Title(), Place: diagram.Place{Span: m.in.Section.Span}}
	for _, f := range g.Flows {
		if m.within(f.Place) {
			story.Steps = append(story.Steps, *f)
		}
	}
	slices.SortStableFunc(story.Steps, func(a, b diagram.Flow) int { return a.Place.Start - b.Place.Start })
	return story
}
