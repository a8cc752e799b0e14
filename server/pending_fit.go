package server

import (
	"fmt"
	"slices"

	"go.lsp.dev/protocol"

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
	if _, err := text.ApplyEdits(content, moved); err != nil {
		return nil, nil, fmt.Errorf("a bug in designls: %w", err)
	}
	return file, moved, nil
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
