package server

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// preview is a run of an action that writes nothing: what it has found out is shown,
// and inserted if the author wants it.
type preview struct {
	run    *run
	done   chan struct{} // closed when the rest is known
	result actions.Result
	err    error
	failed string // why the model did not make it, so that the program did; "" mostly

	inserting turn
	written   bool // it was inserted; guarded by inserting
	gone      bool // it is too old to be inserted; guarded by inserting
}

// preview begins a run that writes nothing. Like any other it is answered at once.
func (r *run) preview(offered protocol.ProgressToken) answer {
	return func(ctx context.Context) (any, error) {
		if _, err := r.input(ctx); err != nil {
			r.pending.leave()
			return nil, err
		}
		p := &preview{run: r, done: make(chan struct{}), inserting: newTurn()}
		r.shown = p
		if oldest := r.s.previews.keep(p); oldest != nil {
			r.s.background("an old preview", oldest.leave)
		}
		ctx, done := r.s.runs.begin(r.s.ctx, protocol.String(r.id), offered)
		r.s.background("the action "+r.action.ID, func(context.Context) {
			defer done()
			p.work(ctx, offered)
		})
		return started{Run: r.id}, nil
	}
}

func (p *preview) work(ctx context.Context, offered protocol.ProgressToken) {
	defer close(p.done)
	r := p.run
	if !r.s.features.runs { // who follows runs shows this one beside the reply, and only there
		r.progress = r.s.newProgress(ctx, r.id, offered)
	}
	r.progress.begin(ctx, r.action.Title)
	r.settings(ctx)
	r.begin(ctx)
	if failure := r.s.contain("the action "+r.action.ID, func() { p.result, p.err = r.work(ctx, nil) }); failure != nil {
		p.err = failure
	}
	said := r.said(p.result.Summary, p.err)
	r.progress.end(ctx, said)
	r.end(ctx, said, p.err)
	var refusal *actions.Refusal
	switch {
	case errors.As(p.err, &refusal):
		p.result, p.err = actions.Result{Summary: said}, nil
	case p.err != nil && !errors.Is(p.err, context.Canceled):
		p.err = failed(fmt.Errorf("%q came to nothing: %w", r.action.Title, p.err))
	}
}

// runReference is the argument of commands about a preview.
type runReference struct {
	Run string `json:"run"`
}

// previewAnswer is the answer to designls.preview.
type previewAnswer struct {
	Version  int             `json:"version"`
	Run      string          `json:"run"`
	Action   string          `json:"action"`
	Title    string          `json:"title"`
	Summary  string          `json:"summary"`            // one sentence; all there is when there was nothing to do
	Markdown string          `json:"markdown,omitempty"` // what would be written, without its markers
	Findings []answerFinding `json:"findings,omitempty"`
	Inserts  bool            `json:"inserts"`            // whether designls.insert has something to write
	Conflict string          `json:"conflict,omitempty"` // inserting asks this first, because the author has edited the block
	Failed   string          `json:"failed,omitempty"`   // why it was made without the model that was to make it
	Engine   string          `json:"engine"`
	Model    string          `json:"model,omitempty"` // who has made it, when a model has
	Phase    string          `json:"phase"`
}

// tellPreview answers designls.preview: it waits until the run is over.
func tellPreview(s *session, a *runReference) (answer, error) {
	p, err := s.previews.find(a.Run)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) (any, error) {
		select {
		case <-p.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if errors.Is(p.err, context.Canceled) {
			return nil, protocol.ErrRequestCancelled
		}
		if p.err != nil {
			return nil, p.err
		}
		return p.tell(ctx)
	}, nil
}

func (p *preview) tell(ctx context.Context) (previewAnswer, error) {
	r := p.run
	look, err := r.s.review(ctx, r.pending.view, r.arguments.URI)
	if err != nil {
		return previewAnswer{}, err
	}
	told := previewAnswer{
		Version: answersVersion, Run: r.id, Action: r.action.ID, Title: r.action.Title, Summary: p.result.Summary, Failed: p.failed,
		Engine: r.s.engineOf(look.folder), Model: r.model, Phase: r.s.stageOf(look),
	}
	result := p.result
	if c := result.Conflict; c != nil {
		told.Summary, told.Conflict = c.Message, c.Message
		if result.Conflict.Choices[0].Result != nil {
			result = *c.Choices[0].Result
			told.Summary = result.Summary
		}
	}
	told.Inserts = len(result.Edits)+len(result.Files) > 0
	told.Markdown = markdownOf(look.doc, result)
	for _, f := range result.Findings {
		told.Findings = append(told.Findings, look.answerFinding(f))
	}
	return told, nil
}

// markdownOf is what a result writes, for people to read: a block without its markers.
func markdownOf(before *document.Document, result actions.Result) string {
	if result.Text != "" {
		return strings.TrimSpace(result.Text)
	}
	after, err := text.ApplyEdits(before.Text.Content(), result.Edits)
	if err != nil {
		return ""
	}
	if block := document.Parse(text.NewMapper(after), before).Block(result.Block); block != nil {
		return strings.TrimSpace(block.Inner.Of(after))
	}
	return ""
}
