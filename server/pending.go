package server

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/actions"
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
	files    []actions.File  // to be written together with the edits
	unsaved  string          // what the author should know of them; "" when none was written
	place    *protocol.Range // where the edits were made; nil when the author was writing meanwhile
	confirm  bool            // the author sees the edits first, and decides
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
	files, confirm := p.files, p.confirm
	*p = *p.s.beginChange(p.uri, p.label)
	p.files, p.confirm = files, confirm
}

// maxAttempts is how often an edit is tried while the author types: each time it
// is moved to the newest text, which the author may already have left.
const maxAttempts = 5

// errEditedAway is why an edit is not made: the author has changed its place.
var errEditedAway = errors.New("the place was edited in the meantime")

// apply makes the edits of the text that the change began with in the text as it
// is by now: all of them or none. Edits are made one after another: clients that
// know no versions would make two at a time in the wrong places.
func (p *pending) apply(ctx context.Context, edits []text.Edit) error {
	if !p.s.features.applyEdit {
		return errors.New("the editor does not let designls edit, so the document is unchanged")
	}
	if err := p.agreed(ctx, edits); err != nil {
		return err
	}
	// An author may take long to decide; such an edit is of one version, and so need not
	// keep others waiting.
	if !p.shown() {
		if _, err := p.s.editing.begin(ctx); err != nil {
			return err
		}
		defer p.s.editing.end()
	}
	for range maxAttempts {
		if err := ctx.Err(); err != nil {
			return err
		}
		file, fitted, err := p.fit(edits)
		if err != nil {
			return err
		}
		reason, err := p.send(file, fitted)
		if err != nil || reason == "" {
			p.place = p.placeOf(file, fitted)
			return err
		}
		if p.discarded(reason, file) {
			return errDiscarded
		}
		if !p.moved(file) {
			return fmt.Errorf("the editor refused the edit (%s), so the document is unchanged; see to that, and try again", reason)
		}
	}
	return errors.New("the document changed at every attempt, so nothing was put into it; try again when you have stopped typing")
}

// send has the client make edits, and returns why it did not. The author's cancel
// no longer counts: whether the edit is made must be known. Only the end of the
// session ends the waiting.
func (p *pending) send(file *workspace.File, edits []text.Edit) (refused string, err error) {
	edit, err := p.edit(file, edits)
	if err != nil || edit == nil {
		return "", err
	}
	result, err := p.s.client.ApplyEdit(p.s.ctx, &protocol.ApplyWorkspaceEditParams{Label: &p.label, Edit: *edit})
	switch {
	case err != nil:
		return "", fmt.Errorf("the editor did not make the edit: %v; look whether the document is as it was", err)
	case result == nil || result.Applied:
		return "", nil
	case result.FailureReason != nil && *result.FailureReason != "":
		return *result.FailureReason, nil
	}
	return withoutReason, nil
}

// edit is the edit for the client, with the pictures that go with it; nil when
// there is nothing to be done.
func (p *pending) edit(file *workspace.File, edits []text.Edit) (*protocol.WorkspaceEdit, error) {
	w := p.s.workspaceEdit(file, edits, p.label)
	if p.shown() {
		needConfirmation(w)
	}
	if len(edits) == 0 {
		w.Changes, w.DocumentChanges = nil, nil
	}
	before := len(w.DocumentChanges)
	if err := p.s.addPictures(w, p.uri, p.files); err != nil {
		return nil, err
	}
	if len(w.DocumentChanges) > before && !p.s.features.saves {
		p.unsaved = " The picture is seen when its file is saved, too."
	}
	if len(w.Changes) == 0 && len(w.DocumentChanges) == 0 {
		return nil, nil
	}
	return w, nil
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
	if len(edits) == 0 || before == nil || !file.Open || before.Version != file.Version {
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
