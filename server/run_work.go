package server

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/reviewer"
)

// run is one run of an action on a document.
type run struct {
	s         *session
	id        string
	action    actions.Action
	arguments *runArguments
	pending   *pending
	progress  progress
	news      runNews
	block     string   // that was written, "" for none
	offline   bool     // the author wants it without a model, because that failed
	shown     *preview // what it has found out is only shown; nil mostly
	model     string   // who was asked, "" for nobody
}

// carryOut does the whole run: it tells progress, and ends in an edit or in a
// sentence that says why there is none.
func (r *run) carryOut(ctx context.Context, offered protocol.ProgressToken) {
	defer func() { r.pending.leave() }()
	r.progress = r.s.newProgress(ctx, r.id, offered)
	r.progress.begin(ctx, r.action.Title)
	r.settings(ctx)
	r.begin(ctx)
	var summary string
	var err error
	if failure := r.s.contain("the action "+r.action.ID, func() { summary, err = r.change(ctx) }); failure != nil {
		err = failure
	}
	r.finish(ctx, summary, err)
}

// settings has the run use those that were changed just before it was asked for: who
// has chosen another engine means this run, too. They may have come since it began.
func (r *run) settings(ctx context.Context) {
	waited := r.s.settings.await(ctx)
	if waited || r.pending.view.Folder(r.arguments.URI) != r.s.now().Folder(r.arguments.URI) {
		r.restart()
		r.pending.confirm = r.shown == nil && r.pending.view.Folder(r.arguments.URI).Config.ConfirmEdits
	}
}

// finish says how the run has ended.
func (r *run) finish(ctx context.Context, summary string, err error) {
	said := r.said(summary, err)
	r.progress.end(ctx, said)
	r.end(ctx, said, err)
	var refusal *actions.Refusal
	switch {
	case err == nil:
		if r.progress.token == nil {
			r.s.say(protocol.MessageTypeInfo, said)
		}
	case errors.Is(err, context.Canceled), errors.Is(err, errDiscarded):
	case errors.As(err, &refusal):
		r.s.log.Debug("action refused", zap.String("action", r.action.ID), zap.Error(err))
		r.s.say(protocol.MessageTypeInfo, said)
	default:
		r.s.log.Warn("action failed", zap.String("action", r.action.ID), zap.Error(err))
		r.s.say(protocol.MessageTypeError, said)
	}
}

// said is how the run has ended, in a sentence.
func (r *run) said(summary string, err error) string {
	var refusal *actions.Refusal
	switch {
	case err == nil:
		return summary
	case errors.Is(err, context.Canceled):
		return "Cancelled; the document is unchanged."
	case errors.Is(err, errDiscarded):
		return "Discarded; the document is unchanged."
	case errors.As(err, &refusal):
		return r.refused(refusal)
	}
	return sentence(fmt.Errorf("%q came to nothing: %w", r.action.Title, err))
}

// refused says why an action had nothing to do: nothing failed.
func (r *run) refused(why *actions.Refusal) string {
	return sentence(fmt.Errorf("%q changed nothing: %w", r.action.Title, why))
}

// change works the edits out and makes them, once more from the start if the
// author wants that. Runs of one action on one document follow one another, because
// each writes over what the one before has written.
func (r *run) change(ctx context.Context) (summary string, err error) {
	turn := r.s.runs.turn(r.action.ID + " " + key(r.arguments.URI))
	waited, err := turn.begin(ctx)
	if err != nil {
		return "", err
	}
	defer turn.end()
	if waited {
		r.restart()
	}
	for {
		result, err := r.settle(ctx)
		if err != nil || len(result.Edits)+len(result.Files) == 0 {
			return result.Summary, err
		}
		r.pending.files = result.Files
		r.block = result.Block
		err = r.pending.apply(ctx, result.Edits)
		if errors.Is(err, errDiscarded) {
			return "", err
		}
		if !errors.Is(err, errEditedAway) {
			r.reveal(ctx)
			return result.Summary + r.pending.unsaved, err
		}
		again, summary, err := r.offer(ctx, result)
		if !again || err != nil {
			return summary, err
		}
		r.restart()
	}
}

// restart has the run begin anew on the text as it is now. What the author had
// selected moves along.
func (r *run) restart() {
	if r.arguments.Range != nil {
		if moved, ok := r.pending.movedRange(*r.arguments.Range); ok {
			r.arguments.Range = &moved
		}
	}
	r.pending.restart()
}

// reveal takes the author to what was written, which often is far from where it
// was asked for.
func (r *run) reveal(ctx context.Context) {
	where := r.pending.place
	if where == nil || !r.s.features.showDocument {
		return
	}
	_, err := r.s.client.ShowDocument(ctx, &protocol.ShowDocumentParams{URI: uri.URI(r.arguments.URI), TakeFocus: ref(true), Selection: where})
	if err != nil {
		r.s.log.Debug("the place of the edit was not shown", zap.Error(err))
	}
}

// settle works the edits out. When they would replace what the author has
// written, the author decides.
func (r *run) settle(ctx context.Context) (actions.Result, error) {
	result, err := r.work(ctx, nil)
	if err != nil || result.Conflict == nil {
		return result, err
	}
	choice, err := r.choose(ctx, result.Conflict)
	if err != nil || choice.Option == "" {
		return actions.Result{Summary: "The document is unchanged."}, err
	}
	if choice.Result != nil { // in the words that were written, and maybe paid for
		return *choice.Result, nil
	}
	r.restart() // the author may have written while deciding
	return r.work(ctx, map[string]string{choice.Option: choice.Value})
}

// work runs the action, with options over those that were asked for.
func (r *run) work(ctx context.Context, options map[string]string) (actions.Result, error) {
	in, err := r.input(ctx)
	if err != nil {
		return actions.Result{}, err
	}
	maps.Copy(in.Options, options)
	ctx = withEditorsModel(ctx, r.arguments.Model)
	in.Progress = func(p reviewer.Progress) { r.report(ctx, p) }
	return r.produce(ctx, in)
}
