// Package memo keeps what was computed from a piece of text under the hash of
// that text, so that a keystroke costs one section and not the document.
package memo

import "sync"

// Stats counts the look-ups of a Table since it was made.
type Stats struct {
	Computed int // not known: computed
	Reused   int // known from before
}

// Table is a cache with two generations. What is used moves to the young one;
// Sweep drops what was not used since the sweep before. A document that is
// checked and swept at every version thus keeps what its last two versions
// needed, which makes undo as cheap as typing, and no more.
//
// The zero value is ready for use, and is safe for concurrent use. Two callers
// that miss the same key at once both compute it; the first result is kept.
type Table[K comparable, V any] struct {
	mu         sync.Mutex
	young, old map[K]V
	stats      Stats
}

// Get returns the value kept under k, computing it when there is none.
func (t *Table[K, V]) Get(k K, compute func() V) V {
	if v, ok := t.Lookup(k); ok {
		return v
	}
	v := compute()
	t.mu.Lock()
	defer t.mu.Unlock()
	if first, ok := t.young[k]; ok {
		return first
	}
	t.stats.Computed++
	t.put(k, v)
	return v
}

// Lookup returns the value kept under k, if there is one.
func (t *Table[K, V]) Lookup(k K) (V, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	v, ok := t.young[k]
	if !ok {
		if v, ok = t.old[k]; ok {
			t.put(k, v)
		}
	}
	if ok {
		t.stats.Reused++
	}
	return v, ok
}

// Put keeps v under k, replacing what was there.
func (t *Table[K, V]) Put(k K, v V) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stats.Computed++
	t.put(k, v)
}

func (t *Table[K, V]) put(k K, v V) {
	if t.young == nil {
		t.young = map[K]V{}
	}
	t.young[k] = v
}

// Sweep ends a generation: what was not asked for since the last Sweep goes.
func (t *Table[K, V]) Sweep() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.old, t.young = t.young, make(map[K]V, len(t.young))
}

// Stats returns the counts so far.
func (t *Table[K, V]) Stats() Stats {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.stats
}
