package server

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// pending is a change of a document that is being worked out, while its author
// may go on typing. What it is made from is the text at the time it was asked for.
type pending struct {
	s        *session
	uri      string // as the client spells it
	label    string // of the edit, in the client's undo list
	view     view
	follower *follower
	place    *protocol.Range // where the edits were made; nil when the author was writing meanwhile
}

// begin starts a change. It must be called in order with the notifications, and
// leave when the change is made or given up.
func (s *session) beginChange(uri, label string) *pending {
	s.mu.Lock()
	defer s.mu.Unlock()
	return &pending{
		s: s, uri: uri, label: label,
		view:     view{Snapshot: s.workspace.Snapshot(), generation: s.generation},
		follower: s.followers.follow(key(uri)),
	}
}

func (p *pending) leave() {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.s.followers.leave(key(p.uri), p.follower)
}

// restart makes the text as it is now the one that the change is made from.
func (p *pending) restart() {
	p.leave()
	*p = *p.s.beginChange(p.uri, p.label)
}

// maxAttempts is how often an edit is tried while the author types: each time it
// is moved to the newest text, which the author may already have left.
const maxAttempts = 5

// errEditedAway is why an edit is not made: the author has changed its place.
var errEditedAway = errors.New("the place was edited in the meantime")

// apply makes the edits of the text that the change began with in the text as it
// is by now: all of them or none.
func (p *pending) apply(ctx context.Context, edits []text.Edit) error {
	if !p.s.features.applyEdit {
		return errors.New("the editor does not let designls edit, so the document is unchanged")
	}
	for range maxAttempts {
		file, fitted, err := p.fit(edits)
		if err != nil {
			return err
		}
		reason, err := p.send(ctx, file, fitted)
		if err != nil || reason == "" {
			p.place = p.placeOf(file, fitted)
			return err
		}
		if !p.moved(file) {
			return fmt.Errorf("the editor refused the edit (%s), so the document is unchanged; save it and try again", reason)
		}
	}
	return errors.New("the document changed at every attempt, so nothing was put into it; try again when you have stopped typing")
}

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
	if !intact {
		return nil, nil, errEditedAway
	}
	moved = withEOL(moved, content)
	if _, err := text.ApplyEdits(content, moved); err != nil {
		return nil, nil, fmt.Errorf("a bug in designls: %w", err)
	}
	return file, moved, nil
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

// send has the client make edits, and returns why it did not. The author's cancel
// no longer counts: whether the edit is made must be known.
func (p *pending) send(ctx context.Context, file *workspace.File, edits []text.Edit) (refused string, err error) {
	result, err := p.s.client.ApplyEdit(context.WithoutCancel(ctx), &protocol.ApplyWorkspaceEditParams{
		Label: &p.label,
		Edit:  *p.s.workspaceEdit(file, edits, p.label),
	})
	switch {
	case err != nil:
		return "", fmt.Errorf("the editor did not make the edit: %w; look whether the document is as it was", err)
	case result == nil || result.Applied:
		return "", nil
	case result.FailureReason != nil && *result.FailureReason != "":
		return *result.FailureReason, nil
	}
	return "without a reason", nil
}

// moved reports whether the buffer has another version by now.
func (p *pending) moved(file *workspace.File) bool {
	now := p.s.now().Buffer(p.uri)
	return now != nil && (!file.Open || now.Version != file.Version)
}

// placeOf is where the first of the edits begins, after the empty lines that it
// inserts; nil when the author has written since the change began, and so looks
// at something else.
func (p *pending) placeOf(file *workspace.File, edits []text.Edit) *protocol.Range {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	before := p.view.Buffer(p.uri)
	if before == nil || !file.Open || before.Version != file.Version {
		return nil
	}
	first := slices.MinFunc(edits, func(a, b text.Edit) int { return a.Span.Start - b.Span.Start })
	at := toPosition(file.Text.OffsetPosition(first.Span.Start, p.s.features.encoding))
	written := strings.TrimLeft(first.New, "\r\n")
	if lines := strings.Count(first.New[:len(first.New)-len(written)], "\n"); lines > 0 {
		at.Line, at.Character = at.Line+uint32(lines), 0
	}
	return &protocol.Range{Start: at, End: at}
}
