package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/sketch"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// figures are the mermaid sources that an action wrote, or that what it wrote is
// about: the diagram above a description.
func (p product) figures() []string {
	if p.action.ID == "fix-diagram" && p.result.Text != "" {
		return []string{p.result.Text}
	}
	var sources []string
	for _, f := range actions.Figures(document.Parse(text.NewMapper(p.markdown()), nil)) {
		sources = append(sources, f.Source)
	}
	block := p.after.Block(p.result.Block)
	if len(sources) > 0 || block == nil || p.action.ID != "describe-diagram" {
		return sources
	}
	for _, f := range actions.Figures(p.after) {
		if f.Span.End <= block.Span.Start {
			sources = []string{f.Source}
		}
	}
	return sources
}

// drawn is what stands below the markdown: on a terminal, or when it is asked for.
func (p product) drawn(ctx context.Context, s streams, f runFlags, g *mermaid.Grammar) (string, error) {
	columns, terminal := terminalColumns(s.out)
	if f.drawing == drawingNever || f.drawing == drawingAuto && !terminal {
		return "", nil
	}
	if columns == 0 {
		columns = mostWidth
	}
	return p.drawings(ctx, g, columns)
}

// drawings are the figures as text for a terminal of so many columns, each with a
// sentence on what it is.
func (p product) drawings(ctx context.Context, g *mermaid.Grammar, columns int) (string, error) {
	var b strings.Builder
	for _, source := range p.figures() {
		d, err := sketch.Text(ctx, g, source, sketch.Limits{Columns: columns, ASCII: onlyASCII()})
		switch {
		case errors.Is(err, mermaid.ErrNoGrammar):
			return "", nil // doctor says so; the markdown is all there is
		case errors.Is(err, mermaid.ErrUnreadable):
			continue // what was written is a mended diagram at most, and says what it lacks
		case err != nil:
			return "", err
		}
		fmt.Fprintf(&b, "\n%s\n", d.About)
		if d.Text != "" {
			fmt.Fprintf(&b, "\n%s", d.Text)
		}
	}
	return b.String(), nil
}
