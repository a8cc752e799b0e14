package actions

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/text"
)

// fixDiagram mends the usual slips of a diagram in the author's text.
func fixDiagram(ctx context.Context, m *material) (draft, error) {
	if m.in.Grammar == nil {
		return draft{}, &Refusal{Reason: mermaid.ErrNoGrammar.Error()}
	}
	f, err := m.brokenBlock(ctx)
	if err != nil {
		return draft{}, err
	}
	fixed, notes, ok, err := m.in.Grammar.Repair(ctx, f.source)
	line := m.doc.Text.LineOf(f.span.Start) + 1
	switch {
	case err != nil:
		return draft{}, unchecked(err)
	case !ok:
		return draft{}, &Refusal{Reason: fmt.Sprintf("the diagram at line %d cannot be mended without knowing what was meant: %s", line, m.complaint(ctx, f.source))}
	case fixed == f.source:
		return draft{summary: fmt.Sprintf("The diagram at line %d is accepted by mermaid; the document is unchanged.", line)}, nil
	}
	if eol := text.EOL(m.doc.Text.Content()); eol != "\n" {
		fixed = strings.ReplaceAll(strings.ReplaceAll(fixed, eol, "\n"), "\n", eol)
	}
	return draft{
		edits: f.edits(m.doc.Text.Content(), fixed), text: fixed,
		summary: fmt.Sprintf("Mended the diagram at line %d: %s", line, strings.Join(notes, " ")),
	}, nil
}

// brokenBlock is the block at the selection, or the first that is broken of what
// the action works on; the first of all when none is.
func (m *material) brokenBlock(ctx context.Context) (mermaidBlock, error) {
	first, err := m.chosenBlock()
	if err != nil || first.touches(m.in.Selection) {
		return first, err
	}
	for _, f := range mermaidBlocks(m.doc) {
		if m.in.Section != nil && !m.in.Section.Deep.ContainsSpan(f.span) {
			continue
		}
		v, err := m.in.Grammar.Check(ctx, f.source)
		if err == nil && !v.OK {
			return f, nil
		}
	}
	return first, nil
}

func unchecked(err error) error {
	if errors.Is(err, mermaid.ErrNoGrammar) || errors.Is(err, mermaid.ErrTooLong) || errors.Is(err, mermaid.ErrTooSlow) {
		return &Refusal{Reason: err.Error()}
	}
	return err
}

// complaint says in words what is wrong with a source.
func (m *material) complaint(ctx context.Context, source string) string {
	v, err := m.in.Grammar.Check(ctx, source)
	if err != nil || v.OK {
		return "mermaid does not say what is wrong"
	}
	issue, err := m.in.Grammar.Explain(ctx, v, source)
	if err != nil || issue.Message == "" {
		return v.Error.Message
	}
	return strings.TrimRight(issue.Message, ".")
}
