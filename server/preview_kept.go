package server

import (
	"context"
	"errors"
	"sync"
)

// previews are the newest of a session, by the id of their run.
type previews struct {
	mu    sync.Mutex
	byRun map[string]*preview
	order []string
}

// mostPreviews is how many can be inserted: an older one is about a text that
// hardly anybody remembers.
const mostPreviews = 20

// keep returns the preview that gives way, nil mostly.
func (ps *previews) keep(p *preview) (oldest *preview) {
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if ps.byRun == nil {
		ps.byRun = map[string]*preview{}
	}
	ps.byRun[p.run.id] = p
	if ps.order = append(ps.order, p.run.id); len(ps.order) > mostPreviews {
		oldest = ps.byRun[ps.order[0]]
		delete(ps.byRun, ps.order[0])
		ps.order = ps.order[1:]
	}
	return oldest
}

var errNotKept = errors.New("this reply is not kept any more, so the document is unchanged; ask for it again")

// find fails for a preview that was never there, or is too old.
func (ps *previews) find(run string) (*preview, error) {
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if p := ps.byRun[run]; p != nil {
		return p, nil
	}
	return nil, failed(errNotKept)
}

// leave lets go of a preview that is too old, once it is neither being worked on nor
// inserted: until then it has to follow what the author writes.
func (p *preview) leave(ctx context.Context) {
	select {
	case <-p.done:
	case <-ctx.Done():
		return
	}
	if _, err := p.inserting.begin(ctx); err != nil {
		return
	}
	defer p.inserting.end()
	p.gone = true
	p.run.pending.leave()
}
