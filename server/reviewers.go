package server

import (
	"context"
	"sync"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/workspace"
)

// documentReviewer reviews the versions of one document, one at a time: who asks for a
// version that is being reviewed gets that review and not another.
type documentReviewer struct {
	busy    chan struct{} // holds one token, which whoever reviews takes
	checker *rules.Checker
	graphs  diagram.Extractor
	last    *review
	basis   basis
}

// basis is all that a review depends on. Folder and ledger are new ones whenever
// they say something new.
type basis struct {
	file       *workspace.File
	folder     *workspace.Folder
	ledger     *finding.Ledger
	generation int64
	models     *opinion
	verdicts   int64 // on diagrams so far; counts only when the last review lacked one
}

func (r *documentReviewer) review(ctx context.Context, s *session, v view, file *workspace.File) (*review, error) {
	select {
	case r.busy <- struct{}{}:
		defer func() { <-r.busy }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	// Problems of the ledger are shown in its own file.
	ledger, _, _ := v.Folder(file.URI).Ledger()
	basis := basis{file, v.Folder(file.URI), ledger, v.generation, s.opinions.of(file.URI), s.diagrams.verdicts.Load()}
	if r.last != nil && len(r.last.unchecked) == 0 {
		basis.verdicts = r.basis.verdicts
	}
	if r.last != nil && r.basis == basis {
		return r.last, nil
	}
	fresh := s.look(v, file, r.checker, ledger, basis.models)
	fresh.graph = sync.OnceValue(func() *diagram.Graph { return r.graphs.Extract(fresh.doc) })
	if r.last == nil || v.generation >= r.basis.generation {
		r.last, r.basis = fresh, basis
		s.diagrams.keep(key(file.URI), fresh.judged)
		s.checkDiagrams(file.URI, fresh.unchecked)
	}
	return fresh, nil
}

// reviewers are the reviewers of all documents that somebody asked about.
type reviewers struct {
	mu    sync.Mutex
	byKey map[string]*documentReviewer
}

// of is the reviewer of a document, which applies the rules.
func (rs *reviewers) of(documentURI string, table []rules.Rule) *documentReviewer {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	k := key(documentURI)
	r := rs.byKey[k]
	if r == nil {
		if rs.byKey == nil {
			rs.byKey = map[string]*documentReviewer{}
		}
		r = &documentReviewer{busy: make(chan struct{}, 1), checker: rules.NewChecker(table)}
		rs.byKey[k] = r
	}
	return r
}

// forget drops the reviewers of documents, which costs a full check the next time.
func (rs *reviewers) forget(uris []string) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	for _, u := range uris {
		delete(rs.byKey, key(u))
	}
}
