package main

import (
	"cmp"
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
)

// connections are those that the program has to servers: of models, and of a
// team's replies.
type connections struct {
	mu   sync.Mutex
	open []func()
}

// connect makes the model that settings and environment name: replies that are
// known are not asked for, what is paid for is counted, failures that pass are
// tried again, and no more is sent at a time than a server bears.
func (o *connections) connect(c server.Connection) (llm.Model, persona.Counter, error) {
	client, counter, err := clientOf(c)
	if err != nil {
		return nil, nil, err
	}
	o.keep(client.Close)
	book, err := bookOf(c, counter.Count)
	if err != nil {
		return nil, nil, err
	}
	model := book.Run(llm.Retry(limit.New(client, limit.Options{}), llm.Patience{}))
	replies, err := openReplies(func(err error) { c.Warn(err.Error()) })
	if err != nil { // a review without a cache costs more, and is still one
		c.Warn(err.Error())
	}
	if replies == nil {
		return model, counter, nil
	}
	o.keep(func() { _ = replies.Close() }) // nothing is lost with the connection
	return replies.Model(model), counter, nil
}

func (o *connections) keep(end func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.open = append(o.open, end)
}

// close ends all of them.
func (o *connections) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, end := range o.open {
		end()
	}
	o.open = nil
}

// clientOf is the client of the model that settings and environment name, and what
// counts its tokens. Nothing is sent yet.
func clientOf(c server.Connection) (*openai.Client, *tokens.Counter, error) {
	name := cmp.Or(c.Model.Model, os.Getenv(modelVariable))
	if name == "" {
		return nil, nil, fmt.Errorf("no model is chosen, so nothing was sent: set %s, or openai.model in your editor, or use the builtin engine", modelVariable)
	}
	counter := tokens.For(name)
	client, err := openai.New(openai.Options{
		BaseURL: cmp.Or(c.BaseURL, os.Getenv(baseURLVariable)), Key: os.Getenv(keyVariable), Model: name, AzureVersion: c.AzureVersion,
		Timeout: openai.Timeouts{FirstByte: c.FirstToken, Idle: c.Idle, Total: c.Total},
		Window:  llm.Window{Context: c.Context}, Count: counter.Count,
	})
	return client, counter, err
}

// bookOf is where the usage of a workspace is written down.
func bookOf(c server.Connection, count func(string) int) (*budget.Book, error) {
	dir, err := budget.DefaultDir()
	if err != nil {
		return nil, fmt.Errorf("there is no place to count tokens in, so nothing was sent: %w", err)
	}
	return budget.Open(budget.Options{
		Dir: dir, Workspace: c.Workspace, Monthly: c.Monthly, Count: count,
		Warn: func(w budget.Warning) { c.Warn(w.String() + ".") },
		Note: func(err error) { c.Warn(err.Error()) },
	}), nil
}

// usedThisMonth is what a workspace has used.
func usedThisMonth(root string) (llm.Usage, error) {
	book, err := bookOf(server.Connection{Workspace: root}, nil)
	if err != nil {
		return llm.Usage{}, err
	}
	return book.Month()
}

// openReplies opens the cache of replies.
func openReplies(note func(error)) (*cache.Cache, error) {
	dir, err := cacheDir()
	if err != nil {
		return nil, err
	}
	return cache.Open(cache.Options{Dir: dir, URL: os.Getenv(cacheVariable), Note: note})
}
