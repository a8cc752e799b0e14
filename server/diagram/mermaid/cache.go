package mermaid

import (
	"crypto/sha256"
	"sync"
)

// cacheHalf is how many answers each half of the cache holds.
const cacheHalf = 512

type hash = [sha256.Size]byte

type answer struct {
	verdict Verdict
	err     error
}

// cache keeps the answers of the last cacheHalf sources, and up to as many before
// them: when the young half is full it becomes the old one, and what was not
// asked for since the last time is forgotten.
type cache struct {
	mu         sync.Mutex
	young, old map[hash]answer
}

func (c *cache) get(key hash) (answer, bool) {
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

func (c *cache) put(key hash, a answer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keep(key, a)
}

func (c *cache) keep(key hash, a answer) {
	if c.young == nil || len(c.young) >= cacheHalf {
		c.old, c.young = c.young, make(map[hash]answer)
	}
	c.young[key] = a
}
