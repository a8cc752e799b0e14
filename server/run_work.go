package server

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/text"
)

// run is one run of an action on a document.
type run struct {
	s         *session
	id        string
	action    actions.Action
	arguments *runArguments
	pending   *pending
	progress  progress
}

// carryOut does the whole run: it tells progress, and ends in an edit or in a
// sentence that says why there is none.
func (r *run) carryOut(ctx context.Context, offered protocol.ProgressToken) {
	defer func() { r.pending.leave() }()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r.progress = r.s.newProgress(ctx, r.id, offered)
	if r.progress.token != nil {
		r.s.runs.add(r.progress.token, cancel)
		defer r.s.runs.remove(r.progress.token)
	}
	r.progress.begin(ctx, r.action.Title)
	var summary string
	var err error
	if failure := r.s.contain("the action "+r.action.ID, func() { summary, err = r.change(ctx) }); failure != nil {
		err = failure
	}
	r.finish(ctx, summary, err)
}

// finish says how the run has ended.
func (r *run) finish(ctx context.Context, summary string, err error) {
	switch {
	case err == nil:
		r.progress.end(ctx, summary)
		if r.progress.token == nil {
			r.s.say(protocol.MessageTypeInfo, summary)
		}
	case errors.Is(err, context.Canceled):
		r.progress.end(ctx, "Cancelled; the document is unchanged.")
	default:
		r.s.log.Warn("action failed", zap.String("action", r.action.ID), zap.Error(err))
		said := sentence(fmt.Errorf("%q came to nothing: %w", r.action.Title, err))
		r.progress.end(ctx, said)
		r.s.say(protocol.MessageTypeError, said)
	}
}

// change works the edits out and makes them, once more from the start if the
// author wants that.
func (r *run) change(ctx context.Context) (summary string, err error) {
	for {
		result, err := r.settle(ctx)
		if err != nil || len(result.Edits) == 0 {
			return result.Summary, err
		}
		err = r.pending.apply(ctx, result.Edits)
		if !errors.Is(err, errEditedAway) {
			r.reveal(ctx)
			return result.Summary, err
		}
		again, summary, err := r.offer(ctx, result)
		if !again || err != nil {
			return summary, err
		}
		r.pending.restart()
	}
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
	r.pending.restart() // the author may have written while deciding
	return r.work(ctx, map[string]string{choice.Option: choice.Value})
}

func (r *run) choose(ctx context.Context, c *actions.Conflict) (actions.Choice, error) {
	var titles []string
	for _, choice := range c.Choices {
		titles = append(titles, choice.Title)
	}
	title, err := r.s.ask(ctx, c.Message, append(titles, "Cancel"))
	if err != nil {
		return actions.Choice{}, fmt.Errorf("%s; the editor cannot ask what to do, so the document is unchanged: %w", trimStop(c.Message), err)
	}
	i := slices.Index(titles, title)
	if i < 0 {
		return actions.Choice{}, nil
	}
	return c.Choices[i], nil
}

// The ways out when the place of an edit is gone.
const (
	choiceAgain   = "Run again"
	choiceAtEnd   = "Insert at the end"
	choiceDiscard = "Discard"
)

// offer asks what to do with a result whose place was edited away.
func (r *run) offer(ctx context.Context, result actions.Result) (again bool, summary string, err error) {
	question := fmt.Sprintf("The place for %q was edited while it was being worked out, so nothing was changed.", r.action.Title)
	switch title, err := r.s.ask(ctx, question, []string{choiceAgain, choiceAtEnd, choiceDiscard}); {
	case err != nil:
		return false, "", errEditedAway
	case title == choiceAgain:
		return true, "", nil
	case title == choiceAtEnd:
		return false, result.Summary, r.insertAtEnd(ctx, result.Edits)
	}
	return false, "The document is unchanged.", nil
}

func (r *run) insertAtEnd(ctx context.Context, edits []text.Edit) error {
	r.pending.restart()
	file, err := r.pending.view.File(r.arguments.URI)
	if err != nil {
		return err
	}
	has := func(id string) bool { return file.Document().Block(id) != nil }
	return r.pending.apply(ctx, []text.Edit{atEnd(edits, file.Text.Content(), has)})
}

// work runs the action, with options over those that were asked for.
func (r *run) work(ctx context.Context, options map[string]string) (actions.Result, error) {
	in, err := r.input(ctx)
	if err != nil {
		return actions.Result{}, err
	}
	maps.Copy(in.Options, options)
	in.Progress = func(message string) { r.progress.report(ctx, message) }
	return r.action.Offline(ctx, in)
}
