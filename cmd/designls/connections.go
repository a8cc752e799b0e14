package main

import (
	"fmt"
	"os"
	"sync"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/budget"
	"github.com/designls/designls/server/llm/cache"
	"github.com/designls/designls/server/llm/limit"
	"github.com/designls/designls/server/llm/openai"
	"github.com/designls/designls/server/llm/tokens"
	persona "github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
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

// clientKey is all that makes two clients differ.
type clientKey struct {
	settings     workspace.Model // without the budget, which is not the client's
	key, headers string
}

// client is a model at a server, and the workspaces that use it.
type client struct {
	*openai.Client
	*tokens.Counter
	users map[string]bool // by root
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

// use returns the client of a workspace. The one that it had with other settings is
// closed when nobody else has it; what is still running there ends as it would.
func (o *connections) use(c server.Connection) (*client, error) {
	secret, _ := keyFor(c.Model.BaseURL)
	key := clientKey{c.Model, secret, os.Getenv(headersVariable)}
	key.settings.Monthly, key.settings.PromptPrice, key.settings.ReplyPrice = 0, 0, 0
	used := o.clients[key]
	if used == nil {
		made, counter, err := newClient(c.Model)
		if err != nil {
			return nil, err
		}
		used = &client{made, counter, map[string]bool{}}
	}
	if o.clients == nil {
		o.clients, o.current = map[clientKey]*client{}, map[string]clientKey{}
	}
	if before, had := o.current[c.Workspace]; had && before != key {
		o.leave(before, c.Workspace)
	}
	used.users[c.Workspace] = true
	o.clients[key], o.current[c.Workspace] = used, key
	return used, nil
}

func (o *connections) leave(key clientKey, root string) {
	left := o.clients[key]
	delete(left.users, root)
	if len(left.users) == 0 {
		left.Close()
		delete(o.clients, key)
	}
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

// newClient is the client of a model, and what counts its tokens. Nothing is sent yet.
func newClient(m workspace.Model) (*openai.Client, *tokens.Counter, error) {
	if m.Model == "" {
		return nil, nil, fmt.Errorf("no model is chosen, so nothing was sent: set %s, or openai.model in your editor, or use the builtin engine", modelVariable)
	}
	headers, err := headersIn(os.Getenv(headersVariable))
	if err != nil {
		return nil, nil, err
	}
	counter := tokens.For(m.Model)
	key, _ := keyFor(m.BaseURL)
	made, err := openai.New(openai.Options{
		BaseURL: m.BaseURL, Key: key, Model: m.Model, AzureVersion: m.AzureVersion, Headers: headers,
		Timeout: openai.Timeouts{FirstByte: m.FirstToken, Idle: m.Idle, Total: m.Total},
		Window:  llm.Window{Context: m.Context}, Count: counter.Count,
	})
	return made, counter, err
}

// bookOf is where the usage of a workspace is written down.
func bookOf(c server.Connection) (*budget.Book, error) {
	dir, err := budget.DefaultDir()
	if err != nil {
		return nil, fmt.Errorf("there is no place to count tokens in, so nothing was sent: %w", err)
	}
	return budget.Open(budget.Options{
		Dir: dir, Workspace: c.Workspace, Monthly: c.Monthly, Count: tokens.For(c.Model.Model).Count,
		Warn: func(w budget.Warning) { c.Warn(w.String() + ".") },
		Note: func(err error) { c.Warn(err.Error()) },
	}), nil
}

// usedThisMonth is what a workspace has used.
func usedThisMonth(root string) (llm.Usage, error) {
	book, err := bookOf(server.Connection{Workspace: root})
	if err != nil {
		return llm.Usage{}, err
	}
	return book.Month()
}
