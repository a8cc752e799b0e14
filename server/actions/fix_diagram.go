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
	source, rest, err := m.swallowed(ctx, &f)
	if err != nil {
		return draft{}, unchecked(err)
	}
	fixed, notes, ok, err := m.in.Grammar.Repair(ctx, source)
	line := m.doc.Text.LineOf(f.span.Start) + 1
	switch {
	case err != nil:
		return draft{}, unchecked(err)
	case !ok:
		return draft{}, &Refusal{Reason: fmt.Sprintf("the diagram at line %d cannot be mended without knowing what was meant: %s", line, m.complaint(ctx, source))}
	}
	fixed, meant, left := m.meant(ctx, fixed)
	notes = append(notes, meant...)
	shown := fixed
	if f.open != "" {
		fixed, notes = strings.TrimRight(fixed, "\r\n")+"\n"+f.open+rest, append(notes, "Close the block.")
	}
	switch {
	case fixed == f.source && left != "":
		return draft{}, &Refusal{Reason: fmt.Sprintf("the diagram at line %d is accepted by mermaid, yet hardly as it was meant, and what was meant cannot be told: %s", line, strings.TrimRight(left, "."))}
	case fixed == f.source:
		return draft{summary: fmt.Sprintf("The diagram at line %d is accepted by mermaid; the document is unchanged.", line)}, nil
	}
	if eol := text.EOL(m.doc.Text.Content()); eol != "\n" {
		fixed = strings.ReplaceAll(strings.ReplaceAll(fixed, eol, "\n"), "\n", eol)
	}
	return draft{
		edits: f.edits(m.doc.Text.Content(), fixed), text: shown, closes: f.open != "",
		summary: fmt.Sprintf("Mended the diagram at line %d: %s", line, strings.Join(notes, " ")),
	}, nil
}

// swallowed parts the source of a block that nothing closes into the diagram and what follows
// it.
func (m *material) swallowed(ctx context.Context, f *mermaidBlock) (source, rest string, err error) {
	if f.open == "" {
		return f.source, "", nil
	}
	ends, _ := mermaid.EndsOf(f.source, f.open)
	for _, end := range append([]int{len(strings.TrimRight(f.source, "\r\n"))}, ends...) {
		v, err := m.in.Grammar.Check(ctx, f.source[:end])
		source, rest = f.source[:end], f.source[mermaid.TextAfter(f.source, end, f.open):]
		if err != nil || v.OK {
			return source, rest, err
		}
	}
	return source, rest, nil
}

// mostMended is how many things that were not meant are mended in one diagram.
const mostMended = 20

// meant mends what mermaid accepts and draws otherwise than it was surely meant, one
// thing after the other, and keeps only what leaves fewer of them in a diagram that
// still parses. What is left is said in words.
func (m *material) meant(ctx context.Context, source string) (mended string, notes []string, left string) {
	issues := mermaid.Lint(source)
	for range mostMended {
		next, note := m.mendNext(ctx, source, issues)
		if note == "" {
			break
		}
		source, notes = next, append(notes, note+".")
		issues = mermaid.Lint(source)
	}
	if len(issues) > 0 {
		left = issues[0].Message
	}
	return source, notes, left
}

// mendNext makes the first fix that helps.
func (m *material) mendNext(ctx context.Context, source string, issues []mermaid.Issue) (mended, note string) {
	for _, issue := range issues {
		for _, fix := range issue.Fixes {
			next, err := text.ApplyEdits(source, fix.Edits)
			if err != nil || len(mermaid.Lint(next)) >= len(issues) {
				continue
			}
			if v, err := m.in.Grammar.Check(ctx, next); err == nil && v.OK {
				return next, fix.Title
			}
		}
	}
	return source, ""
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
		if f.open != "" {
			return f, nil
		}
		if v, err := m.in.Grammar.Check(ctx, f.source); err == nil && (!v.OK || len(mermaid.Lint(f.source)) > 0) {
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
