package server

import (
	"fmt"
	"slices"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// fit moves edits to the text as it is now.
func (p *pending) fit(edits []text.Edit) (*workspace.File, []text.Edit, error) {
	before, err := p.view.File(p.uri)
	if err != nil {
		return nil, nil, err
	}
	file, changes, err := p.sinceThen(before)
	if err != nil {
		return nil, nil, err
	}
	content := file.Text.Content()
	moved, intact := rebase(edits, changes, before.Text.Content(), content)
	if !intact || !blocksIntact(before.Document(), edits, changes) {
		return nil, nil, errEditedAway
	}
	moved = withEOL(moved, content)
	now, err := text.ApplyEdits(content, moved)
	if err != nil {
		return nil, nil, fmt.Errorf("a bug in designls: %w", err)
	}
	if len(changes) > 0 && !p.readsAlike(before, edits, file, now) {
		return nil, nil, errEditedAway
	}
	return file, moved, nil
}

// readsAlike says whether edits mean the same in the text as it is now as in the one
// that they were made for. An author may have begun a code block or a comment above
// their place, or put a block of the same id elsewhere; then what they write would
// not be managed.
func (p *pending) readsAlike(before *workspace.File, edits []text.Edit, file *workspace.File, now string) bool {
	meant, err := text.ApplyEdits(before.Text.Content(), edits)
	if err != nil {
		return false
	}
	was, is := before.Document(), file.Document()
	then, after := document.Parse(text.NewMapper(meant), was), document.Parse(text.NewMapper(now), is)
	if len(then.Blocks)-len(was.Blocks) != len(after.Blocks)-len(is.Blocks) || len(after.Problems) > len(is.Problems)+max(0, len(then.Problems)-len(was.Problems)) {
		return false
	}
	for _, b := range was.Blocks {
		touched := slices.ContainsFunc(edits, func(e text.Edit) bool { return e.Span.Start < b.Span.End && e.Span.End > b.Span.Start })
		if touched && is.Block(b.ID) == nil {
			return false
		}
	}
	return true
}

// movedRange is where a range of the text that the change began with is by now.
func (p *pending) movedRange(r protocol.Range) (protocol.Range, bool) {
	before, err := p.view.File(p.uri)
	if err != nil {
		return r, false
	}
	file, changes, err := p.sinceThen(before)
	if err != nil {
		return r, false
	}
	enc := p.s.features.encoding
	start := before.Text.PositionOffset(fromPosition(r.Start), enc)
	end := max(start, before.Text.PositionOffset(fromPosition(r.End), enc))
	span, _ := text.MoveAll(text.Span{Start: start, End: end}, changes)
	return toRange(file.Text.SpanRange(span, enc)), true
}

// sinceThen returns the text as it is now and what was changed since, in order.
func (p *pending) sinceThen(before *workspace.File) (*workspace.File, []text.Edit, error) {
	if err := p.s.inStep(p.uri); err != nil {
		return nil, nil, err
	}
	p.s.mu.Lock()
	now := p.s.workspace.Snapshot()
	followed := before.Open && !p.follower.lost
	changes := slices.Clone(p.follower.edits)
	p.s.mu.Unlock()
	file, err := now.File(p.uri)
	if err != nil || followed {
		return file, changes, err
	}
	// Nobody has told what was changed on disk, or while it was closed.
	changes = text.Diff(before.Text.Content(), file.Text.Content())
	slices.Reverse(changes)
	return file, changes, nil
}
