package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/llm"
	persona "github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
)

// openConsents are what the user of this machine has agreed to.
func openConsents() *server.Consents {
	path, err := server.DefaultConsents()
	if err != nil {
		path = "" // then one is asked again each time
	}
	return server.OpenConsents(path)
}

// modelReviewer is who reviews with a model, on the command line.
type modelReviewer struct {
	streams  streams
	yes      bool // agreed to by a flag or the environment
	grammar  *mermaid.Grammar
	consents *server.Consents
	warn     func(error)
	aside    func(print func()) // has a question stand alone, where there is a progress bar

	connections connections

	mu      sync.Mutex
	known   map[string]*persona.Reviewer // by root of the folder
	said    map[string]bool              // root, host and path of a document: agreed to once
	refused map[string]bool              // root and host
	failed  map[string]error             // by root: no request will come to anything
}

func newModelReviewer(s streams, yes bool, g *mermaid.Grammar, warn func(error)) *modelReviewer {
	return &modelReviewer{
		streams: s, yes: yes || os.Getenv(consentVariable) == "yes", grammar: g, consents: openConsents(), warn: warn,
		aside: func(print func()) { print() },
		known: map[string]*persona.Reviewer{}, said: map[string]bool{}, refused: map[string]bool{}, failed: map[string]error{},
	}
}

// of is the reviewer for documents of a folder.
func (m *modelReviewer) of(at *place) (*persona.Reviewer, error) {
	if at.File != nil && at.Config.Engine == workspace.EngineBuiltin {
		return nil, fmt.Errorf("%s forbids models for this workspace (engine: builtin), so nothing was sent; pass --engine builtin", workspace.ConfigName)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if r := m.known[at.Root]; r != nil {
		return r, nil
	}
	settings, err := withEnvironment(at.Config.Model)
	if err != nil {
		return nil, err
	}
	warn := func(sentence string) { m.warn(errors.New(strings.TrimRight(sentence, "."))) }
	model, counter, err := m.connections.connect(server.Connection{Model: settings, Workspace: at.Root, Warn: warn})
	if err != nil {
		return nil, err
	}
	m.known[at.Root] = persona.New(persona.Options{
		Model: model, Counter: counter, Grammar: m.grammar, SecondLook: at.Config.SecondLook,
		Consent: func(ctx context.Context, n persona.Notice) error { return m.consent(ctx, at.Root, settings, n) },
	})
	return m.known[at.Root], nil
}

// hopeless are failures that the next document of a workspace would meet, too.
var hopeless = []llm.Kind{llm.KeyMissing, llm.KeyWrong, llm.ModelUnknown, llm.Quota, llm.Declined}

// giveUp remembers a failure after which no more is asked for this workspace.
func (m *modelReviewer) giveUp(root string, err error) {
	if !slices.Contains(hopeless, llm.KindOf(err)) {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.failed[root] = err
}

func (m *modelReviewer) gaveUp(root string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.failed[root]
}

// close ends the connections. Without a model there are none.
func (m *modelReviewer) close() {
	if m != nil {
		m.connections.close()
	}
}
