package server

import (
	"context"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/workspace"
)

// archive keeps what was found in documents that are not open, because clients
// that ask about the workspace ask again every few seconds.
type archive struct {
	mu         sync.Mutex
	generation int64
	listed     []string
	walked     bool // listed is what there is in the generation
	byKey      map[string]archived
}

// archived is the outcome for a file, and all that it depends on.
type archived struct {
	modified time.Time
	size     int64
	folder   *workspace.Folder
	ledger   *finding.Ledger
	models   *opinion
	outcome  outcome
}

// documents lists the documents of a generation, by walking when it is new. The
// list is the caller's. A walk that was cancelled is not kept.
func (a *archive) documents(ctx context.Context, generation int64, walk func() []string) []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.walked || a.generation != generation {
		a.generation, a.listed = generation, walk()
		a.walked = ctx.Err() == nil
	}
	return slices.Clone(a.listed)
}

func (a *archive) outcome(ctx context.Context, s *session, v view, documentURI string) (outcome, error) {
	folder := v.Folder(documentURI)
	ledger, _, _ := folder.Ledger() // its problems are shown in its own file
	now := archived{folder: folder, ledger: ledger, models: s.opinions.of(documentURI)}
	path, _ := workspace.Path(documentURI)
	info, err := os.Stat(path)
	if err == nil {
		now.modified, now.size = info.ModTime(), info.Size()
	}
	if known, ok := a.find(documentURI); ok && known.sameAs(now) {
		return known.outcome, nil
	}
	file, err := v.File(documentURI)
	if err != nil {
		return outcome{}, err
	}
	now.outcome = s.newOutcome(s.lookLong(ctx, v, file, ledger, now.models))
	if ctx.Err() == nil {
		a.keep(documentURI, now)
	}
	return now.outcome, nil
}

// lookLong looks at a document that nobody types in, and waits for what there is
// to know about its diagrams.
func (s *session) lookLong(ctx context.Context, v view, file *workspace.File, ledger *finding.Ledger, models *opinion) *review {
	checker := rules.NewChecker(s.options.Rules)
	r := s.look(v, file, checker, ledger, models)
	news := false
	for _, source := range r.unchecked {
		news = s.inspect(ctx, source) || news
	}
	if news {
		r = s.look(v, file, checker, ledger, models)
	}
	return r
}

func (k archived) sameAs(now archived) bool {
	return k.modified.Equal(now.modified) && k.size == now.size && k.folder == now.folder && k.ledger == now.ledger && k.models == now.models
}

func (a *archive) find(documentURI string) (archived, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	known, ok := a.byKey[key(documentURI)]
	return known, ok
}

func (a *archive) keep(documentURI string, now archived) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.byKey == nil {
		a.byKey = map[string]archived{}
	}
	a.byKey[key(documentURI)] = now
}
