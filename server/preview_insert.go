package server

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/designls/designls/server/actions"
)

// insertAnswer is the answer to designls.insert.
type insertAnswer struct {
	Summary string `json:"summary"`
}

// insert writes what a preview has shown: the same words, at the place where the
// run would have put them, moved with what the author has written since.
func insert(s *session, a *runReference) (answer, error) {
	p, err := s.previews.find(a.Run)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) (any, error) {
		if _, err := p.inserting.begin(ctx); err != nil {
			return nil, err
		}
		defer p.inserting.end()
		summary, err := p.insert(ctx)
		if err != nil && ctx.Err() == nil {
			return nil, failed(err)
		}
		return insertAnswer{summary}, err
	}, nil
}

func (p *preview) insert(ctx context.Context) (summary string, err error) {
	select {
	case <-p.done:
	default:
		return "", errors.New("this reply is still being written, so the document is unchanged; wait for it")
	}
	if p.gone {
		return "", errNotKept
	}
	result, err := p.chosen(ctx)
	if err != nil || len(result.Edits)+len(result.Files) == 0 {
		return result.Summary, err
	}
	if err := p.fits(result); err != nil {
		return "", err
	}
	r := p.run
	r.pending.files = result.Files
	err = r.pending.apply(ctx, result.Edits)
	if errors.Is(err, errEditedAway) {
		return p.offer(ctx, result)
	}
	if err != nil {
		return "", err
	}
	p.written = true
	r.reveal(ctx)
	return result.Summary + r.pending.unsaved, nil
}

// chosen is the result to be written. Text that the author has edited is replaced
// only when the author says so.
func (p *preview) chosen(ctx context.Context) (actions.Result, error) {
	unchanged := actions.Result{Summary: "The document is unchanged."}
	if p.err != nil {
		return unchanged, errors.New("there is no reply to insert, so the document is unchanged; ask again")
	}
	if p.result.Conflict == nil {
		return p.result, nil
	}
	choice, err := p.run.choose(ctx, p.result.Conflict)
	if err != nil || choice.Option == "" {
		return unchanged, err
	}
	if choice.Result == nil {
		return unchanged, errors.New("this cannot be put where you want it, so the document is unchanged; run the action instead")
	}
	return *choice.Result, nil
}

// fits fails when the document has the text already, or another of its kind that
// was not there when it was written.
func (p *preview) fits(result actions.Result) error {
	already := errors.New("this is in the document already, so nothing was changed; undo it first, or ask again")
	if result.Block == "" {
		if p.written {
			return already
		}
		return nil
	}
	before, err := p.run.pending.view.File(p.run.arguments.URI)
	if err != nil {
		return err
	}
	now, err := p.run.s.now().File(p.run.arguments.URI)
	if err != nil {
		return err
	}
	block := now.Document().Block(result.Block)
	switch {
	case block == nil:
		return nil
	case strings.TrimSpace(block.Inner.Of(now.Text.Content())) == markdownOf(before.Document(), result):
		return already
	case before.Document().Block(result.Block) == nil:
		return fmt.Errorf("the document has a block %q by now, so nothing was changed; ask again, and that one is brought up to date", result.Block)
	}
	return nil
}

// offer asks what to do with a reply whose place was edited away.
func (p *preview) offer(ctx context.Context, result actions.Result) (summary string, err error) {
	question := fmt.Sprintf("The place for %q was edited since it was written, so nothing was changed.", p.run.action.Title)
	title, err := p.run.s.ask(ctx, question, []string{choiceAtEnd, choiceDiscard})
	if err != nil {
		return "", errEditedAway
	}
	if title != choiceAtEnd {
		return "The document is unchanged.", nil
	}
	if err := p.run.insertAtEnd(ctx, result); err != nil {
		return "", err
	}
	p.written = true
	return result.Summary, nil
}
