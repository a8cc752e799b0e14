package server

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// runArguments are the argument of the command that runs an action.
type runArguments struct {
	Action  string            `json:"action"`
	URI     string            `json:"uri"`
	Range   *protocol.Range   `json:"range,omitempty"`   // what is selected
	Section string            `json:"section,omitempty"` // heading, path or anchor; "" for the whole document
	Options map[string]string `json:"options,omitempty"`
}

// runs are the runs under way, which "window/workDoneProgress/cancel" ends.
type runs struct {
	count  atomic.Int64
	mu     sync.Mutex
	cancel map[protocol.ProgressToken]context.CancelFunc
}

func (rs *runs) add(token protocol.ProgressToken, cancel context.CancelFunc) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	if rs.cancel == nil {
		rs.cancel = map[protocol.ProgressToken]context.CancelFunc{}
	}
	rs.cancel[token] = cancel
}

func (rs *runs) remove(token protocol.ProgressToken) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	delete(rs.cancel, token)
}

// workDoneProgressCancel handles "window/workDoneProgress/cancel". Work that has
// ended is not there any more, which is no error.
func (s *session) workDoneProgressCancel(params *protocol.WorkDoneProgressCancelParams) error {
	s.runs.mu.Lock()
	defer s.runs.mu.Unlock()
	if cancel := s.runs.cancel[params.Token]; cancel != nil {
		cancel()
	}
	return nil
}

// runCommand begins a run. It is answered at once with the run's id, which is
// also the token of its progress; the run goes on in the background, on the text
// that the document had when the command came.
//
// A client that cannot be asked to edit gets the outcome as the answer instead.
func runCommand(s *session, raw []byte, params *protocol.ExecuteCommandParams) (answer, error) {
	a, err := decodeArgument[runArguments](raw, commandRun)
	if err != nil {
		return nil, err
	}
	action, err := s.action(a.Action)
	if err != nil {
		return nil, invalid("%s", sentence(err))
	}
	r := &run{s: s, id: fmt.Sprintf("designls-run-%d", s.runs.count.Add(1)), action: action, arguments: a}
	r.pending = s.beginChange(a.URI, action.Title)
	if !s.features.applyEdit {
		return r.answer, nil
	}
	return func(ctx context.Context) (any, error) {
		if _, err := r.input(ctx); err != nil {
			r.pending.leave()
			return nil, err
		}
		s.background("the action "+action.ID, func(ctx context.Context) { r.carryOut(ctx, params.WorkDoneToken) })
		return started{Run: r.id}, nil
	}, nil
}

// started is the answer to designls.run.
type started struct {
	Run string `json:"run"`
}

// action finds an action by its id, or by the kind of block that it writes.
func (s *session) action(id string) (actions.Action, error) {
	var ids []string
	for _, a := range s.options.Actions {
		if a.ID == id || a.Kind == id {
			return a, nil
		}
		ids = append(ids, a.ID)
	}
	if near, ok := text.Nearest(id, ids); ok {
		return actions.Action{}, fmt.Errorf("there is no action %q; did you mean %q?", id, near)
	}
	return actions.Action{}, fmt.Errorf("there is no action %q; there are %s", id, strings.Join(ids, ", "))
}

// disabled reports whether the settings of the document's folder switch an action
// off.
func (r *review) disabled(action string) bool {
	return slices.Contains(r.folder.Config.DisabledActions, action)
}

// sectionOf names the section that a block was made from, "" for the document.
func sectionOf(b *document.Block) string {
	if slug := b.Attrs["section"]; slug != "" {
		return "#" + slug
	}
	return ""
}
