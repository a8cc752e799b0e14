// Package cache keeps the replies of models, so that what was asked and paid for
// once is not paid for again: not after a restart, and with a Redis or Valkey
// server not by anyone else in the team.
package cache

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"github.com/designls/designls/server/llm"
)

// Options say where replies are kept.
type Options struct {
	Dir      string // of the replies on this machine, see DefaultDir; made when needed
	MaxBytes int64  // that they may take; 0 is 256 MB. What was not used for longest goes first.

	// URL of a Redis or Valkey server for a team, such as
	// "rediss://:password@cache.example.com:6379/0"; "" for none.
	URL string

	// Note is told, once for each of the two places, that it cannot be used. The
	// work goes on without.
	Note func(error)
}

// Cache has replies on this machine, and beside them those of a team.
type Cache struct {
	local  *local
	remote *remote // nil when there is none

	mu    sync.Mutex
	noted map[string]bool
	note  func(error)
}

// Open returns a cache. Beside the error, which is about a URL that cannot be one,
// there is a cache of this machine alone.
func Open(o Options) (*Cache, error) {
	c := &Cache{local: newLocal(o.Dir, o.MaxBytes), note: o.Note, noted: map[string]bool{}}
	if o.URL == "" {
		return c, nil
	}
	var err error
	c.remote, err = newRemote(o.URL)
	return c, err
}

// Close ends the connection to the team's server.
func (c *Cache) Close() error {
	if c.remote == nil {
		return nil
	}
	return c.remote.close()
}

// Model returns a model that looks for the reply before it asks m.
func (c *Cache) Model(m llm.Model) llm.Model { return cached{m, c} }

type cached struct {
	llm.Model
	cache *Cache
}

// Complete implements llm.Model. A reply that is kept is written in one piece. One
// that turns out to be of no use (see llm.Attempt) is not kept, or is forgotten, so
// that who tries again asks the model again.
func (m cached) Complete(ctx context.Context, r llm.Request, write func(chunk string)) (llm.Reply, error) {
	k, err := keyOf(m.Model, r)
	if err != nil {
		return m.Model.Complete(ctx, r, write)
	}
	if reply, ok := m.cache.find(ctx, k); ok {
		if write != nil {
			write(reply.Text)
		}
		llm.Judge(ctx, func(keep bool) {
			if !keep {
				m.cache.forget(ctx, k)
			}
		})
		return reply, nil
	}
	reply, err := m.Model.Complete(ctx, r, write)
	if err == nil && !reply.Cached {
		llm.Judge(ctx, func(keep bool) {
			if keep {
				m.cache.keep(ctx, k, reply)
			}
		})
	}
	return reply, err
}

// key is the hash of all that the reply depends on.
type key [sha256.Size]byte

// version of the form of what is kept; another one is not found.
const version = 2

func keyOf(m llm.Model, r llm.Request) (key, error) {
	all, err := json.Marshal(struct {
		Version     int
		Host, Model string
		Request     llm.Request
	}{version, m.Host(), m.Name(), r})
	return sha256.Sum256(all), err
}

// kept is a reply as it is kept.
type kept struct {
	Text  string    `json:"text"`
	Usage llm.Usage `json:"usage"`
}

func (c *Cache) find(ctx context.Context, k key) (llm.Reply, bool) {
	if reply, ok := decode(c.local.get(k)); ok {
		return reply, true
	}
	if c.remote == nil {
		return llm.Reply{}, false
	}
	value, err := c.remote.get(ctx, k)
	c.tell("remote", err)
	reply, ok := decode(value)
	if ok {
		c.tell("local", c.local.put(k, value))
	}
	return reply, ok
}

func decode(value []byte) (llm.Reply, bool) {
	var v kept
	if len(value) == 0 || json.Unmarshal(value, &v) != nil || v.Text == "" {
		return llm.Reply{}, false
	}
	return llm.Reply{Text: v.Text, Usage: v.Usage, Cached: true}, true
}

// keepWithin is how long keeping or forgetting a reply may take once its request has been
// cancelled.
const keepWithin = time.Second

func (c *Cache) keep(ctx context.Context, k key, reply llm.Reply) {
	value, err := json.Marshal(kept{reply.Text, reply.Usage})
	if err != nil {
		return // cannot be: two fields of plain types
	}
	c.tell("local", c.local.put(k, value))
	if c.remote == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepWithin)
	defer cancel()
	c.tell("remote", c.remote.put(ctx, k, value))
}

// forget removes a reply, so that it is asked for again.
func (c *Cache) forget(ctx context.Context, k key) {
	c.tell("local", c.local.remove(k))
	if c.remote == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepWithin)
	defer cancel()
	c.tell("remote", c.remote.remove(ctx, k))
}

// tell says once what is wrong with a place.
func (c *Cache) tell(place string, err error) {
	if err == nil || c.note == nil {
		return
	}
	c.mu.Lock()
	first := !c.noted[place]
	c.noted[place] = true
	c.mu.Unlock()
	if !first {
		return
	}
	if place == "remote" {
		c.note(fmt.Errorf("the shared cache at %s cannot be used (%w); replies are kept on this machine only", c.remote.host, err))
		return
	}
	c.note(fmt.Errorf("replies cannot be kept on this machine, so a repeated request is paid for again: %w", err))
}
