package server

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// errDiscarded is why an edit is not made: the author has seen it and does not want
// it.
var errDiscarded = errors.New("it was discarded")

const (
	// reasonDiscarded is what a client says about an edit that the author was shown
	// and has turned down.
	reasonDiscarded = "discarded"
	// withoutReason stands for the reason of a client that gives none.
	withoutReason = "without a reason"
)

const choiceApply = "Apply"

// shown reports whether the client shows the edits to the author before it makes
// them.
func (p *pending) shown() bool {
	return p.confirm && p.s.features.documentChanges && p.s.features.annotations
}

// agreed asks the author of a client that cannot show edits whether they are wanted.
func (p *pending) agreed(ctx context.Context, edits []text.Edit) error {
	if !p.confirm || p.shown() || len(edits)+len(p.files) == 0 {
		return nil
	}
	question := fmt.Sprintf("%q would add %s and take %s away. Put it into the document?", p.label, lines(added(edits)), lines(p.removed(edits)))
	switch title, err := p.s.ask(ctx, question, []string{choiceApply, choiceDiscard}); {
	case err != nil:
		return fmt.Errorf("the editor cannot ask whether the result is wanted, so the document is unchanged; switch edits.confirm off, or run it on the command line: %w", err)
	case title != choiceApply:
		return errDiscarded
	}
	return nil
}

// discarded reports whether an edit that was refused was turned down by the author. A
// client that only says that it did not make the edit has shown it before.
func (p *pending) discarded(reason string, file *workspace.File) bool {
	return p.confirm && (reason == reasonDiscarded || reason == withoutReason && !p.moved(file))
}

// needConfirmation has the client show an edit before it is made.
func needConfirmation(w *protocol.WorkspaceEdit) {
	for id, a := range w.ChangeAnnotations {
		a.NeedsConfirmation = ref(true)
		w.ChangeAnnotations[id] = a
	}
}

func added(edits []text.Edit) (n int) {
	for _, e := range edits {
		if written := strings.Trim(e.New, "\r\n"); written != "" {
			n += strings.Count(written, "\n") + 1
		}
	}
	return n
}

func (p *pending) removed(edits []text.Edit) (n int) {
	before, err := p.view.File(p.uri)
	if err != nil {
		return 0
	}
	for _, e := range edits {
		n += strings.Count(e.Span.Of(before.Text.Content()), "\n")
	}
	return n
}

func lines(n int) string {
	if n == 1 {
		return "1 line"
	}
	return fmt.Sprintf("%d lines", n)
}
