package server

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"go.uber.org/zap"

	"github.com/designls/designls/server/diagram/mermaid"
)

// mostDiagrams is how many diagrams of a document are checked. The inspector keeps
// the verdicts of a multiple of it.
const mostDiagrams = 500

// diagrams checks those that open documents show, beside the connection: to load
// the grammar takes as long as a hundred keystrokes.
type diagrams struct {
	inspector *mermaid.Inspector // nil without a grammar
	useless   atomic.Bool        // the grammar turned out not to be there, or not to load
	verdicts  atomic.Int64       // counts them: a review from before may know too little

	mu      sync.Mutex
	told    map[string][]judged // the last verdicts on each document that is open, by key
	wanted  map[string][]string // what is not known of each document that is open, by key
	running map[string]inspection
}

// inspection is the check of a source that is going on.
type inspection struct {
	source string
	cancel context.CancelFunc
}

func newDiagrams(g *mermaid.Grammar) *diagrams {
	d := &diagrams{told: map[string][]judged{}, wanted: map[string][]string{}, running: map[string]inspection{}}
	if g != nil {
		d.inspector = mermaid.NewInspector(g)
	}
	return d
}

// verdicts tells the rules what is known, and notes what they could not be told.
type verdicts struct {
	inspector *mermaid.Inspector
	before    []judged // the last verdicts on the document
	now       []judged // those that this review goes by
	asked     map[string]bool
	unknown   []string
}

// Verdict does not wait. Of a source that is being edited it says what was wrong
// with it before, as far as that still stands.
func (v *verdicts) Verdict(source string) ([]mermaid.Issue, bool) {
	issues, known := v.inspector.Known(source)
	if known {
		v.goBy(judged{source, issues})
		return issues, true
	}
	if !v.asked[source] && len(v.asked) < mostDiagrams {
		v.asked[source] = true
		v.unknown = append(v.unknown, source)
	}
	base, ok := nearest(v.before, source)
	if !ok {
		return nil, false
	}
	v.goBy(base)
	return base.carried(source), false
}

func (v *verdicts) goBy(j judged) {
	if len(v.now) < mostDiagrams && !slices.ContainsFunc(v.now, func(o judged) bool { return o.source == j.source }) {
		v.now = append(v.now, j)
	}
}

// asking is what the rules may ask in one review; nil when nothing can be known.
func (d *diagrams) asking(k string) *verdicts {
	if d.inspector == nil || d.useless.Load() {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return &verdicts{inspector: d.inspector, before: d.told[k], asked: map[string]bool{}}
}

// keep remembers the verdicts that a review of a document went by, none for one
// that is closed.
func (d *diagrams) keep(k string, now []judged) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(now) == 0 {
		delete(d.told, k)
	} else {
		d.told[k] = now
	}
}

// want says which sources of a document are to be checked. A check that nobody
// wants any more is stopped; one that is still wanted goes on.
func (d *diagrams) want(k string, sources []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(sources) == 0 {
		delete(d.wanted, k)
	} else {
		d.wanted[k] = sources
	}
	if r, ok := d.running[k]; ok && !slices.Contains(sources, r.source) {
		r.cancel()
	}
}

// next takes a source of a document.
func (d *diagrams) next(ctx context.Context, k string) (_ context.Context, source string, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if r, ok := d.running[k]; ok {
		r.cancel()
		delete(d.running, k)
	}
	if len(d.wanted[k]) == 0 {
		delete(d.wanted, k)
		return ctx, "", false
	}
	source, d.wanted[k] = d.wanted[k][0], d.wanted[k][1:]
	ctx, cancel := context.WithCancel(ctx)
	d.running[k] = inspection{source, cancel}
	return ctx, source, true
}

// checkDiagrams has sources of a document checked in the background, and the
// document looked at again when that is done.
func (s *session) checkDiagrams(documentURI string, sources []string) {
	k := key(documentURI)
	s.diagrams.want(k, sources)
	if len(sources) == 0 {
		return
	}
	s.do("diagrams of "+k, "checking diagrams", func(ctx context.Context, _ superseded) {
		before := s.diagrams.verdicts.Load()
		for {
			ctx, source, ok := s.diagrams.next(ctx, k)
			if !ok {
				break
			}
			s.inspect(ctx, source)
		}
		if ctx.Err() == nil && s.diagrams.verdicts.Load() != before {
			s.lookAgain(documentURI)
		}
	})
}

// inspect checks one source and says whether there is a verdict.
func (s *session) inspect(ctx context.Context, source string) bool {
	_, err := s.diagrams.inspector.Inspect(ctx, source)
	switch {
	case err == nil:
		s.diagrams.verdicts.Add(1)
	case ctx.Err() == nil && !s.diagrams.useless.Swap(true):
		s.log.Warn("diagrams are not checked", zap.Error(err))
	}
	return err == nil
}

// lookAgain has the client learn what a document's review says by now.
func (s *session) lookAgain(documentURI string) {
	if s.features.pullDiagnostics {
		s.refreshDiagnostics()
	}
	s.diagnose(documentURI)
}
