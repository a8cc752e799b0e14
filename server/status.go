package server

import (
	"context"
	"encoding/json"
	"hash/fnv"
	"io"
	"slices"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.uber.org/zap"

	"github.com/designls/designls/server/document"
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
	Model   string         `json:"model,omitempty"`  // whose findings are among them, or who was asked last
	Tokens  int            `json:"tokens,omitempty"` // that runs on this document have taken in this session
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
	now := status{URI: string(r.uri), Engine: s.engineOf(r.folder), Phase: s.stageOf(r), Counts: counts(r.findings), Decided: len(r.decided)}
	now.Model, now.Tokens = s.opinions.meter(now.URI)
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
func (s *session) stageOf(r *review) string {
	for _, q := range questions.Parse(r.doc) {
		if q.Critical && !q.Answered() {
			return stageClarify
		}
	}
	if s.statuses.hasDesign(r) {
		return stageDesign
	}
	for _, b := range r.doc.Blocks {
		switch b.Kind {
		case "design":
			return stageDesign
		case "summary":
			return stageSummarize
		}
	}
	return stageClarify
}

// hasDesign reports whether a heading of the document stands for its design. The
// headings are looked at again only when they have changed.
func (t *statuses) hasDesign(r *review) bool {
	hash := hashHeadings(r.doc)
	k := key(string(r.uri))
	t.mu.Lock()
	defer t.mu.Unlock()
	if known, ok := t.outlines[k]; ok && known.headings == hash {
		return known.has
	}
	if t.outlines == nil {
		t.outlines = map[string]designed{}
	}
	t.outlines[k] = designed{hash, namesDesign(r.doc)}
	return t.outlines[k].has
}

func hashHeadings(doc *document.Document) uint64 {
	h := fnv.New64a()
	for _, s := range doc.Sections {
		// Writing to a hash never fails.
		_, _ = io.WriteString(h, s.Title()+"\n")
	}
	return h.Sum64()
}

func namesDesign(doc *document.Document) bool {
	style, _ := knowledge.StyleByID("design-doc")
	for _, spec := range style.Sections {
		if spec.ID != "design" {
			continue
		}
		return slices.ContainsFunc(doc.Sections, func(s *document.Section) bool { return s.Heading != nil && spec.Names(s.Heading.Text) })
	}
	return false
}
