package server

import (
	"context"
	"encoding/json"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.uber.org/zap"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
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
}

// statuses remembers what was told, so that only news are.
type statuses struct {
	mu   sync.Mutex
	last map[string]string // by key of the URI, without the version
}

// tellStatus tells the client how a document stands.
func (s *session) tellStatus(ctx context.Context, r *review) {
	if !s.features.status {
		return
	}
	now := status{URI: string(r.uri), Engine: r.folder.Config.Engine, Phase: stageOf(r), Counts: counts(r.findings), Decided: len(r.decided)}
	encoded, err := json.Marshal(now)
	if err != nil || !s.statuses.isNews(key(now.URI), string(encoded)) {
		return
	}
	now.Version = r.version
	if encoded, err = json.Marshal(now); err == nil {
		err = s.conn.Notify(ctx, methodStatus, jsonrpc2.RawMessage(encoded))
	}
	if err != nil {
		s.log.Debug("the status was not told", zap.Error(err))
	}
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

// The stages in which a design grows, as its document shows them.
const (
	stageClarify   = "clarify"   // it is not known what to build
	stageSummarize = "summarize" // what is known is being gathered
	stageDesign    = "design"    // it is being designed, or was
)

// stageOf reads the stage from the document.
func stageOf(r *review) string {
	for _, q := range questions.Parse(r.doc) {
		if q.Critical && !q.Answered() {
			return stageClarify
		}
	}
	design, _ := knowledge.StyleByID("design-doc")
	for _, s := range r.doc.Sections {
		for _, spec := range design.Sections {
			if spec.ID == "design" && s.Heading != nil && spec.Names(s.Heading.Text) {
				return stageDesign
			}
		}
	}
	for _, b := range r.doc.Blocks {
		if b.Kind == "propose-design" {
			return stageDesign
		}
		if b.Kind == "summarize" {
			return stageSummarize
		}
	}
	return stageClarify
}
