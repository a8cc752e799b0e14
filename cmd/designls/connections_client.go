package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/openai"
	"github.com/designls/designls/server/llm/tokens"
	"github.com/designls/designls/server/workspace"
)

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

// newClient is the client of a model, and what counts its tokens. Nothing is sent yet.
func newClient(m workspace.Model) (*openai.Client, *tokens.Counter, error) {
	if m.Model == "" {
		return nil, nil, fmt.Errorf("no model is chosen, so nothing was sent: set %s, or openai.model in your editor, or use the builtin engine", modelVariable)
	}
	headers, err := headersIn(os.Getenv(headersVariable))
	if err = errors.Join(err, keysFault()); err != nil {
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
