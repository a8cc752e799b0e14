package server

import (
	"context"
	"encoding/json"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.uber.org/zap"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/workspace"
)

// methodStatus is a notification of designls' own, which clients that announce it
// under "experimental" are sent after each review of a document.
const methodStatus = "designls/status"

// status is its parameters.
type status struct {
	URI     string         `json:"uri"`
	Version *int32         `json:"version"`
	Engine  string         `json:"engine"`
	Phase   string         `json:"phase"`
	Counts  map[string]int `json:"counts"` // of open findings, by severity
	Decided int            `json:"decided"`
	Model   string         `json:"model,omitempty"`  // whose findings are among them, or who was asked last
	Tokens  int            `json:"tokens,omitempty"` // that runs on this document have taken in this session

	Design    bool             `json:"design"` // false: of a document that is none any more the client knows nothing
	Step      string           `json:"step"`   // of the phases that a design grows in
	Interview *interviewStatus `json:"interview,omitempty"`
	Usage     *usageStatus     `json:"usage,omitempty"`
}

// statuses remembers what was told, so that only news are.
type statuses struct {
	mu       sync.Mutex
	last     map[string]string   // by key of the URI, without the version
	outlines map[string]designed // by key of the URI
}

// designed says whether the headings of a document have one for the design itself.
type designed struct {
	headings uint64 // their hash
	has      bool
}

// tellStatus tells the client how a document stands.
func (s *session) tellStatus(ctx context.Context, r *review) {
	if !s.features.status {
		return
	}
	now := status{URI: string(r.uri), Engine: s.engineOf(r.folder), Phase: s.stageOf(r), Counts: counts(r.findings), Decided: len(r.decided), Design: true}
	now.Step = stepOf(r, now.Phase)
	on, _ := s.spending.of(now.URI)
	now.Model, now.Tokens, now.Usage = on.model, on.all.Total(), s.usageOf(r)
	now.Interview = s.interviewOf(r)
	encoded, err := json.Marshal(now.timeless())
	if err != nil || !s.statuses.isNews(key(now.URI), string(encoded)) {
		return
	}
	now.Version = r.version
	s.sendStatus(ctx, now)
}

// timeless is the status without what changes by itself.
func (n status) timeless() status {
	if n.Interview != nil {
		clock := *n.Interview
		clock.SecondsLeft = 0
		n.Interview = &clock
	}
	return n
}

func (s *session) sendStatus(ctx context.Context, now status) {
	encoded, err := json.Marshal(now)
	if err == nil {
		err = s.conn.Notify(ctx, methodStatus, jsonrpc2.RawMessage(encoded))
	}
	if err != nil {
		s.log.Debug("the status was not told", zap.Error(err))
	}
}

// endStatus tells that a document has no status any more, if the client knows one.
func (s *session) endStatus(ctx context.Context, file *workspace.File) {
	if s.statuses.forget(key(file.URI)) {
		s.sendStatus(ctx, status{URI: file.URI, Version: ref(file.Version), Counts: map[string]int{}})
	}
}

// forget makes the next status of a document news, and says whether one was told.
func (t *statuses) forget(k string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, told := t.last[k]
	delete(t.last, k)
	delete(t.outlines, k)
	return told
}

func (t *statuses) isNews(k, now string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.last == nil {
		t.last = map[string]string{}
	}
	if t.last[k] == now {
		return false
	}
	t.last[k] = now
	return true
}

func counts(found []finding.Finding) map[string]int {
	counts := map[string]int{}
	for _, f := range found {
		counts[f.Severity.String()]++
	}
	return counts
}
