package mermaid

import (
	"crypto/sha256"
	"sync"
)

// cacheHalf is how many answers each half of the cache holds. They are small.
const cacheHalf = 2048

type hash = [sha256.Size]byte

type answer struct {
	verdict Verdict
	err     error
}

// cache keeps what was found out about the last cacheHalf sources, and about up to
// as many before them: when the young half is full it becomes the old one, and
// what was not asked for since the last time is forgotten.
type cache[V any] struct {
	mu         sync.Mutex
	young, old map[hash]V
}

func (c *cache[V]) get(key hash) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if a, ok := c.young[key]; ok {
		return a, true
	}
	a, ok := c.old[key]
	if ok {
		c.keep(key, a)
	}
	return a, ok
}

func (c *cache[V]) put(key hash, a V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keep(key, a)
}

func (c *cache[V]) keep(key hash, a V) {
	if c.young == nil || len(c.young) >= cacheHalf {
		c.old, c.young = c.young, make(map[hash]V)
	}
	c.young[key] = a
}
