package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	persona "github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
)

// consent asks on a terminal whether text of a workspace may be sent; elsewhere
// somebody has to have said so. One question is asked at a time.
func (m *modelReviewer) consent(ctx context.Context, root string, settings workspace.Model, n persona.Notice) error {
	if n.Host == "" || m.yes || m.consents.Given(root, n.Host) {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	declined := &llm.Error{Kind: llm.Declined, Host: n.Host, Model: n.Model}
	host := root + "\x00" + n.Host
	once := host + "\x00" + n.Path // for all that is asked about this document
	switch {
	case ctx.Err() != nil: // while this one waited
		return ctx.Err()
	case m.consents.Given(root, n.Host), m.said[once]:
		return nil
	case m.refused[host]:
		return declined
	case !isTerminal(m.streams.in) || !isTerminal(m.streams.err):
		declined.Detail = fmt.Sprintf("pass --yes, or set %s=yes, to agree", consentVariable)
		return declined
	}
	agreed, err := m.ask(ctx, root, settings, n)
	if err != nil {
		return err
	}
	if !agreed {
		m.refused[host] = true
		return declined
	}
	m.said[once] = true
	return nil
}

// ask puts the question. Its error is that of the context, which an interrupt ends.
func (m *modelReviewer) ask(ctx context.Context, root string, settings workspace.Model, n persona.Notice) (agreed bool, err error) {
	var line string
	m.aside(func() { line, err = m.hear(ctx, server.ConsentQuestion(n, settings)) })
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	if err != nil {
		return false, nil //nolint:nilerr // who cannot be heard has not agreed
	}
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "a", "allow":
		if err := m.consents.Give(root, n.Host, time.Now()); err != nil {
			m.warn(fmt.Errorf("your consent cannot be written down, so you will be asked again: %w", err))
		}
		return true, nil
	case "o", "once", "y", "yes":
		return true, nil
	}
	return false, nil
}

// hear prints a question and waits for the answer.
func (m *modelReviewer) hear(ctx context.Context, question string) (line string, err error) {
	// There is nobody to tell when the terminal cannot be written to.
	_, _ = fmt.Fprintf(m.streams.err, "%s\n[a] allow for this workspace, [o] once, [n] no: ", question)
	line, err = readLine(ctx, m.streams.in)
	if err != nil { // nobody has pressed Enter
		_, _ = fmt.Fprintln(m.streams.err)
	}
	return line, err
}

// readLine reads a line, or stops waiting for one when the context ends: a read from
// a terminal cannot be made to stop, so it is left behind.
func readLine(ctx context.Context, from io.Reader) (string, error) {
	type answer struct {
		line string
		err  error
	}
	read := make(chan answer, 1)
	go func() {
		line, err := bufio.NewReader(from).ReadString('\n')
		read <- answer{line, err}
	}()
	select {
	case a := <-read:
		if errors.Is(a.err, io.EOF) && a.line != "" {
			a.err = nil
		}
		return a.line, a.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
