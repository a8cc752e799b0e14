package main

import (
	"os"
	"sync"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/cache"
	"github.com/designls/designls/server/llm/limit"
	persona "github.com/designls/designls/server/reviewer"
)

// connections are those that the program has to servers: of models, and of a
// team's replies. The zero value has none. Workspaces with the same settings share a
// client, all models of a host its limit, and all of them the replies.
type connections struct {
	mu      sync.Mutex
	clients map[clientKey]*client
	current map[string]clientKey // of each workspace, by its root
	limits  map[string]*limit.Limit
	replies *cache.Cache // nil before the first connection, and when it cannot be opened
	tried   bool         // to open it
	warn    func(string) // of the last connection
}

// connect makes the model that settings and environment name: replies that are
// known are not asked for, what is paid for is counted, failures that pass are
// tried again, and no more is sent at a time than a server bears.
func (o *connections) connect(c server.Connection) (llm.Model, persona.Counter, error) {
	var err error
	if c.Model, err = withEnvironment(c.Model); err != nil {
		return nil, nil, err
	}
	book, err := bookOf(c)
	if err != nil {
		return nil, nil, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.warn = c.Warn
	used, err := o.use(c)
	if err != nil {
		return nil, nil, err
	}
	bounded, err := o.limitOf(used.Host())
	if err != nil {
		return nil, nil, err
	}
	model := book.Run(llm.Retry(bounded.Model(used.Client), llm.Patience{}))
	o.openReplies()
	if o.replies == nil {
		return model, used.Counter, nil
	}
	return o.replies.Model(model), used.Counter, nil
}

// limitOf is what the server of a host bears.
func (o *connections) limitOf(host string) (*limit.Limit, error) {
	if o.limits[host] != nil {
		return o.limits[host], nil
	}
	perMinute, err := numberIn(perMinuteVariable)
	if err != nil {
		return nil, err
	}
	if o.limits == nil {
		o.limits = map[string]*limit.Limit{}
	}
	o.limits[host] = limit.New(limit.Options{Concurrent: atATime, PerMinute: perMinute})
	return o.limits[host], nil
}

// openReplies opens the cache of replies, once. A review without one costs more, and
// is still one.
func (o *connections) openReplies() {
	if o.tried {
		return
	}
	o.tried = true
	dir, err := cacheDir()
	if err == nil {
		o.replies, err = cache.Open(cache.Options{Dir: dir, URL: os.Getenv(cacheVariable), Note: o.note})
	}
	if err != nil {
		o.warn(err.Error())
	}
}

// note tells whoever has connected last: who came before may be gone.
func (o *connections) note(err error) {
	o.mu.Lock()
	warn := o.warn
	o.mu.Unlock()
	warn(err.Error())
}

// close ends all of them.
func (o *connections) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, c := range o.clients {
		c.Close()
	}
	if o.replies != nil {
		_ = o.replies.Close() // nothing is lost with the connection
	}
	o.clients, o.current, o.replies, o.tried = nil, nil, nil, false
}
