package server

import (
	"context"
	"errors"
	"fmt"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/llm"
)

// produce carries the action out: with the model of the document's folder, or
// offline. When the model fails the author is told why, and may have what the
// program makes without one.
func (r *run) produce(ctx context.Context, in actions.Input) (actions.Result, error) {
	if r.action.Model == nil || r.offline {
		return r.action.Offline(ctx, in)
	}
	look, err := r.s.review(ctx, r.pending.view, r.arguments.URI)
	if err != nil {
		return actions.Result{}, err
	}
	if err := r.withModel(&in, look); err != nil {
		return r.instead(ctx, in, err)
	}
	if in.Reviewer == nil {
		return r.action.Offline(ctx, in)
	}
	r.news.name(in.Reviewer.Name())
	defer r.account(look)
	result, err := r.action.Run(ctx, in)
	var refusal *actions.Refusal
	switch {
	case err != nil && (ctx.Err() != nil || errors.As(err, &refusal)):
		return result, err
	case err != nil:
		return r.instead(ctx, in, err)
	}
	r.model = in.Reviewer.Name()
	if result.Model != "" {
		r.s.opinions.keep(r.arguments.URI, r.action.ID, result.Findings)
	}
	return result, nil
}

// account has the client told what the run has taken and found.
func (r *run) account(look *review) {
	r.s.spending.countAgain(look.folder)
	r.s.lookAgain(r.arguments.URI)
}

const (
	choiceOffline = "Do it without a model"
	choiceNothing = "Leave the document as it is"
)

// instead offers what the program makes without a model.
func (r *run) instead(ctx context.Context, in actions.Input, why error) (actions.Result, error) {
	kind := llm.KindOf(why)
	if kind == llm.Declined {
		return actions.Result{}, why // who has just said no is not asked again
	}
	r.s.log.Warn("the model failed", zap.String("action", r.action.ID), zap.String("kind", string(kind)), zap.Error(why))
	question := sentence(fmt.Errorf("%q: %w", r.action.Title, why))
	if r.shown != nil {
		r.shown.failed = question // nothing is written unless the author wants what is shown
		r.offline = true
		return r.action.Offline(ctx, in)
	}
	if title, err := r.s.askAs(ctx, protocol.MessageTypeError, question, []string{choiceOffline, choiceNothing}); err != nil || title != choiceOffline {
		return actions.Result{}, errors.Join(why, ctx.Err())
	}
	r.offline = true
	r.restart() // the author may have written while deciding
	fresh, err := r.input(ctx)
	if err != nil {
		return actions.Result{}, err
	}
	fresh.Options, fresh.Progress = in.Options, in.Progress
	result, err := r.action.Offline(ctx, fresh)
	withoutModel(&result)
	return result, err
}

// withoutModel says of a result that no model has made it, and of all that may be
// chosen instead.
func withoutModel(result *actions.Result) {
	result.Summary += " (Made without a model.)"
	if result.Conflict == nil {
		return
	}
	for _, choice := range result.Conflict.Choices {
		if choice.Result != nil {
			withoutModel(choice.Result)
		}
	}
}
