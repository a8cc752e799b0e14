package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/llm"
	persona "github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
)

// What the environment says about models.
const (
	engineVariable  = "DESIGNLS_ENGINE"
	modelVariable   = "DESIGNLS_MODEL"
	baseURLVariable = "OPENAI_BASE_URL"
	keyVariable     = "OPENAI_API_KEY"
	consentVariable = "DESIGNLS_CONSENT" // "yes": text may be sent without being asked
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

	connections connections

	mu    sync.Mutex
	known map[string]*persona.Reviewer // by root of the folder
	said  map[string]bool              // root and host: not agreed to; with the path of a document: agreed to once
}

func newModelReviewer(s streams, yes bool, g *mermaid.Grammar, warn func(error)) *modelReviewer {
	return &modelReviewer{
		streams: s, yes: yes || os.Getenv(consentVariable) == "yes", grammar: g, consents: openConsents(), warn: warn,
		known: map[string]*persona.Reviewer{}, said: map[string]bool{},
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
	warn := func(sentence string) { m.warn(errors.New(strings.TrimRight(sentence, "."))) }
	model, counter, err := m.connections.connect(server.Connection{Model: at.Config.Model, Workspace: at.Root, Warn: warn})
	if err != nil {
		return nil, err
	}
	m.known[at.Root] = persona.New(persona.Options{
		Model: model, Counter: counter, Grammar: m.grammar, SecondLook: at.Config.SecondLook,
		Consent: func(_ context.Context, n persona.Notice) error { return m.consent(at, n) },
	})
	return m.known[at.Root], nil
}

// close ends the connections. Without a model there are none.
func (m *modelReviewer) close() {
	if m != nil {
		m.connections.close()
	}
}

// consent asks on a terminal whether text may be sent; elsewhere somebody has to
// have said so.
func (m *modelReviewer) consent(at *place, n persona.Notice) error {
	if n.Host == "" || m.yes || m.consents.Given(at.Root, n.Host) {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	declined := &llm.Error{Kind: llm.Declined, Host: n.Host, Model: n.Model}
	key := at.Root + "\x00" + n.Host
	once := key + "\x00" + n.Path // for all that is asked about this document
	_, refused := m.said[key]
	agreed := m.said[once]
	if m.consents.Given(at.Root, n.Host) { // while this one waited
		return nil
	}
	if !agreed && !refused {
		if !isTerminal(m.streams.in) || !isTerminal(m.streams.err) {
			declined.Detail = fmt.Sprintf("pass --yes, or set %s=yes, to agree", consentVariable)
			return declined
		}
		if agreed = m.ask(at, n); agreed {
			m.said[once] = true
		} else {
			m.said[key] = false
		}
	}
	if !agreed {
		return declined
	}
	return nil
}

func (m *modelReviewer) ask(at *place, n persona.Notice) bool {
	// There is nobody to tell when the terminal cannot be written to.
	_, _ = fmt.Fprintf(m.streams.err, "%s\n[a] allow for this workspace, [o] once, [n] no: ", server.ConsentQuestion(n, at.Config.Model))
	line, err := bufio.NewReader(m.streams.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "a", "allow":
		if err := m.consents.Give(at.Root, n.Host, time.Now()); err != nil {
			m.warn(fmt.Errorf("your consent cannot be written down, so you will be asked again: %w", err))
		}
		return true
	case "o", "once", "y", "yes":
		return true
	}
	return false
}
