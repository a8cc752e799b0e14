package server

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.uber.org/zap"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
)

// methodRun is a notification of designls' own: how far a run is, to clients that
// announce it under "experimental".
const methodRun = "designls/run"

// runStatus is its parameters.
type runStatus struct {
	Run     string `json:"run"` // id, and token of its progress
	Action  string `json:"action"`
	Title   string `json:"title"`
	URI     string `json:"uri"`
	Engine  string `json:"engine"`
	Model   string `json:"model,omitempty"`
	State   string `json:"state"`
	Began   string `json:"began"`            // RFC 3339
	Doing   string `json:"doing,omitempty"`  // while it works
	Part    string `json:"part,omitempty"`   // title of what is being written
	Tokens  int    `json:"tokens,omitempty"` // of the reply so far, about
	Usage   *spent `json:"usage,omitempty"`  // of all replies so far
	Summary string `json:"summary,omitempty"`
	Block   string `json:"block,omitempty"` // that was written
	Offline bool   `json:"offline,omitempty"`
}

// The states of a run.
const (
	stateWorking   = "working"
	stateDone      = "done"
	stateFailed    = "failed"
	stateCancelled = "cancelled"
	stateRefused   = "refused"   // nothing failed: there was nothing to do
	stateDiscarded = "discarded" // its author did not want the result
)

// runNews are what the client is told of one run.
type runNews struct {
	mu     sync.Mutex
	status runStatus
	part   string // that is being written
	used   llm.Usage
	prices workspace.Model
}

// begin tells that the run has begun.
func (r *run) begin(ctx context.Context) {
	folder := r.pending.view.Folder(r.arguments.URI)
	r.news.prices = folder.Config.Model
	r.tell(ctx, func(n *runStatus) {
		*n = runStatus{
			Run: r.id, Action: r.action.ID, Title: r.action.Title, URI: r.arguments.URI,
			Engine: r.s.engineOf(folder), State: stateWorking, Began: r.s.options.Now().UTC().Format(time.RFC3339),
		}
	})
}

// tell tells the client what has changed about the run.
func (r *run) tell(ctx context.Context, change func(*runStatus)) {
	if !r.s.features.runs {
		return
	}
	r.news.mu.Lock()
	defer r.news.mu.Unlock() // while it is sent, so that news come in order
	change(&r.news.status)
	encoded, err := json.Marshal(r.news.status)
	if err == nil {
		err = r.s.conn.Notify(ctx, methodRun, jsonrpc2.RawMessage(encoded))
	}
	if err != nil {
		r.s.log.Debug("the state of a run was not told", zap.Error(err))
	}
}

// name says which model is asked.
func (n *runNews) name(model string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.status.Model = model
}

// report tells how far the run is.
func (r *run) report(ctx context.Context, p reviewer.Progress) {
	r.progress.report(ctx, p.String())
	r.news.mu.Lock()
	r.news.part = p.Part
	r.news.mu.Unlock()
	r.tell(ctx, func(n *runStatus) { n.Doing, n.Part, n.Tokens = p.Doing, p.Part, p.Tokens })
}

// spend counts a reply of the model.
func (r *run) spend(ctx context.Context, model string, reply llm.Usage) {
	r.news.mu.Lock()
	r.news.used = r.news.used.Add(reply)
	r.s.spending.add(r.arguments.URI, model, r.news.used, reply) // with the lock, since replies come at the same time
	r.news.mu.Unlock()
	r.tell(ctx, func(n *runStatus) { n.Model, n.Usage = model, ref(spentOf(r.news.used, r.news.prices)) })
}

// end tells that the run is over, even when it was cancelled.
func (r *run) end(ctx context.Context, summary string, err error) {
	var refusal *actions.Refusal
	state := stateFailed
	switch {
	case err == nil:
		state = stateDone
	case errors.Is(err, context.Canceled):
		state = stateCancelled
	case errors.Is(err, errDiscarded):
		state = stateDiscarded
	case errors.As(err, &refusal):
		state = stateRefused
	}
	r.tell(context.WithoutCancel(ctx), func(n *runStatus) {
		n.State, n.Summary, n.Doing, n.Part, n.Tokens, n.Offline = state, summary, "", "", 0, r.offline
		if err == nil {
			n.Block = r.block
		}
	})
}
