package server

import "sync"

// tasks are goroutines that a session waits for before it ends.
type tasks struct {
	mu     sync.Mutex
	closed bool
	group  sync.WaitGroup
}

// Go runs f beside the caller. Once Wait was called it is dropped.
func (t *tasks) Go(f func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.closed {
		t.group.Go(f)
	}
}

// Wait lets no more tasks begin and returns when all have ended.
func (t *tasks) Wait() {
	t.mu.Lock()
	t.closed = true
	t.mu.Unlock()
	t.group.Wait()
}
