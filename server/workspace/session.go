package workspace

import (
	"sync"
)

// Session is the workspace as the editor's messages change it. It is safe for
// concurrent use; messages must come in the editor's order.
type Session struct {
	known Known

	mu      sync.Mutex
	current *Snapshot
	editor  map[string]layer // the editor's settings, by key of the folder's URI; "" for all
}

// NewSession is a workspace without folders and buffers.
func NewSession(known Known) *Session {
	return &Session{
		known:   known,
		editor:  map[string]layer{},
		current: &Snapshot{nowhere: newFolder("", layer{}, known), disk: &disk{}},
	}
}

// Snapshot is the workspace as it is now.
func (s *Session) Snapshot() *Snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.current
}

// update makes the next snapshot. It is called with the lock held; what change
// gets is its own, but what the fields point to is shared and must be replaced,
// not changed.
func (s *Session) update(change func(next *Snapshot)) {
	next := *s.current
	next.Number++
	change(&next)
	s.current = &next
}
