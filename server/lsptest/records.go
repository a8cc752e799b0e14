package lsptest

import (
	"context"
	"fmt"
	"slices"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// What designls notifies beside the protocol.
const (
	statusMethod = "designls/status"
	runMethod    = "designls/run"
	textMethod   = "designls/text"
)

// records are what the server has told and asked.
type records struct {
	published     map[uri.URI]*protocol.PublishDiagnosticsParams
	spelled       map[string]bool // URIs as they were published
	publications  int
	messages      []string
	questions     []string
	progress      map[string]*Progress
	registrations []protocol.Registration
	statuses      []string
	runs, texts   []string
	refreshes     []string
	shown         []protocol.ShowDocumentParams
	confirmed     []bool // of each edit: whether the user was to see it first

	answers    []string        // to come, for window/showMessageRequest
	refusal    string          // of the next edits, when not ""
	beforeEdit func()          // done before an edit is applied
	begun      map[string]bool // tokens the server created

	beforeProgress func() // done before progress is created

	onMessage func(context.Context, Message, func(string)) (any, error) // the editor's model
	cancels   map[jsonrpc2.ID]context.CancelFunc                        // of requests to it
}

func newRecords() records {
	return records{
		published: map[uri.URI]*protocol.PublishDiagnosticsParams{},
		progress:  map[string]*Progress{},
		begun:     map[string]bool{},
		spelled:   map[string]bool{},
		cancels:   map[jsonrpc2.ID]context.CancelFunc{},
	}
}

// Progress is what was told about one piece of work.
type Progress struct {
	Title       string
	Cancellable bool
	Reports     []string
	Ended       bool
	End         string
}

// Published returns the diagnostics that were pushed last for a file, and for
// which version. Nil means that nothing was ever published.
func (e *Editor) Published(path string) *protocol.PublishDiagnosticsParams {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.published[e.URI(path)]
}

// Publications counts how often diagnostics were pushed.
func (e *Editor) Publications() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.publications
}

// Messages returns what was shown to the user, and forgets it.
func (e *Editor) Messages() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	told := e.messages
	e.messages = nil
	return told
}

// Questions returns what the user was asked, with the choices in brackets, and
// forgets it.
func (e *Editor) Questions() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	asked := e.questions
	e.questions = nil
	return asked
}

// Answer is what the user will choose when asked next: the title of an action, or
// "" to close the question. Without answers to come a question stays open.
func (e *Editor) Answer(titles ...string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.answers = append(e.answers, titles...)
}

// RefuseEdits makes the editor refuse edits for a reason; "" ends that.
func (e *Editor) RefuseEdits(reason string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.refusal = reason
}

// Confirmed says of each edit that came whether the user was to see it first, in the
// order of arrival.
func (e *Editor) Confirmed() []bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.confirmed)
}

// BeforeEdit has f done once, when the next edit arrives and before it is applied.
func (e *Editor) BeforeEdit(f func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.beforeEdit = f
}

// BeforeProgress has something done each time the server asks for progress, before
// it gets its answer.
func (e *Editor) BeforeProgress(f func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.beforeProgress = f
}

// ProgressOf returns what was told under a token.
func (e *Editor) ProgressOf(token string) Progress {
	e.mu.Lock()
	defer e.mu.Unlock()
	if p := e.progress[token]; p != nil {
		return *p
	}
	return Progress{}
}

// Registered reports whether the server asked to be told of something, and with
// which options.
func (e *Editor) Registered(method string) (options string, ok bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	i := slices.IndexFunc(e.registrations, func(r protocol.Registration) bool { return r.Method == method })
	if i < 0 {
		return "", false
	}
	return string(e.registrations[i].RegisterOptions), true
}

// told is where notifications of designls' own are noted; nil for others.
func (e *Editor) told(method string) *[]string {
	switch method {
	case statusMethod:
		return &e.statuses
	case runMethod:
		return &e.runs
	case textMethod:
		return &e.texts
	}
	return nil
}

// Statuses returns the designls/status notifications so far.
func (e *Editor) Statuses() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.statuses)
}

// Runs returns the designls/run notifications so far.
func (e *Editor) Runs() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.runs)
}

// Texts returns the designls/text notifications so far.
func (e *Editor) Texts() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.texts)
}

// Refreshes returns which refreshes were asked for, and forgets them.
func (e *Editor) Refreshes() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	asked := e.refreshes
	e.refreshes = nil
	return asked
}

// Shown returns which places the user was shown.
func (e *Editor) Shown() []protocol.ShowDocumentParams {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.shown)
}

func tokenString(t protocol.ProgressToken) string { return fmt.Sprint(t) }

// PublishedURI reports whether diagnostics were pushed for a URI in exactly this
// spelling.
func (e *Editor) PublishedURI(spelled string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.spelled[spelled]
}
