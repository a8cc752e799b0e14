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
	"github.com/designls/designls/server/workspace"
)

// runArguments are the argument of the command that runs an action.
type runArguments struct {
	Action  string            `json:"action"`
	URI     string            `json:"uri"`
	Range   *protocol.Range   `json:"range,omitempty"`   // what is selected
	Section string            `json:"section,omitempty"` // heading, path or anchor; "" for the whole document
	Options map[string]string `json:"options,omitempty"`
	Preview bool              `json:"preview,omitempty"` // write nothing: designls.preview tells what it would be, designls.insert writes it
	Model   string            `json:"model,omitempty"`   // which of the editor's models, in the editor's words; for the engine "editor"
}

// runs are the runs under way, which "window/workDoneProgress/cancel" ends.
type runs struct {
	count  atomic.Int64
	mu     sync.Mutex
	cancel map[protocol.ProgressToken]context.CancelFunc
	turns  sync.Map // of string (action and document) to turn
}

// turn is had by one run of an action on a document at a time.
func (rs *runs) turn(work string) turn {
	t, _ := rs.turns.LoadOrStore(work, newTurn())
	return t.(turn)
}

// begin derives the context of a run, which ends when the client cancels one of
// the tokens; a nil one is none. The client knows them before there is progress.
// done must be called when the run is over.
func (rs *runs) begin(ctx context.Context, tokens ...protocol.ProgressToken) (run context.Context, done func()) {
	run, cancel := context.WithCancel(ctx)
	tokens = slices.DeleteFunc(tokens, func(t protocol.ProgressToken) bool { return t == nil })
	rs.mu.Lock()
	defer rs.mu.Unlock()
	for _, token := range tokens {
		rs.cancel[token] = cancel
	}
	return run, func() {
		rs.mu.Lock()
		defer rs.mu.Unlock()
		for _, token := range tokens {
			delete(rs.cancel, token)
		}
		cancel()
	}
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
	action, err := s.action(s.now().Folder(a.URI), a.Action)
	if err != nil {
		return nil, invalid("%s", sentence(err))
	}
	r := &run{s: s, id: fmt.Sprintf("%s%d", runPrefix, s.runs.count.Add(1)), action: action, arguments: a}
	r.pending = s.beginChange(a.URI, action.Title)
	if a.Preview {
		r.id = previewPrefix + strings.TrimPrefix(r.id, runPrefix)
		return r.preview(params.WorkDoneToken), nil
	}
	r.pending.confirm = s.now().Folder(a.URI).Config.ConfirmEdits
	if !s.features.applyEdit {
		return r.answer, nil
	}
	return func(ctx context.Context) (any, error) {
		if _, err := r.input(ctx); err != nil {
			r.pending.leave()
			return nil, err
		}
		ctx, done := s.runs.begin(s.ctx, protocol.String(r.id), params.WorkDoneToken)
		s.background("the action "+action.ID, func(context.Context) {
			defer done()
			r.carryOut(ctx, params.WorkDoneToken)
		})
		return started{Run: r.id}, nil
	}, nil
}

// What the ids of runs begin with: clients tell by it which progress to show.
const (
	runPrefix     = "designls-run-"
	previewPrefix = "designls-preview-"
)

// started is the answer to designls.run.
type started struct {
	Run string `json:"run"`
}

// actions are those that are offered in a folder: the program's, and those of the
// prompts of the folder's team.
func (s *session) actions(f *workspace.Folder) []actions.Action {
	offered := slices.Clone(s.options.Actions)
	for _, p := range f.Prompts() {
		offered = append(offered, actions.ForPrompt(p))
	}
	return offered
}

// action finds an action of a folder by its id, or by the kind of block that it
// writes.
func (s *session) action(f *workspace.Folder, id string) (actions.Action, error) {
	var ids []string
	for _, a := range s.actions(f) {
		if a.ID == id || a.Kind == id && id != "" {
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
