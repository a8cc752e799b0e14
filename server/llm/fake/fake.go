// Package fake has a model that follows a script. Only tests use it.
package fake

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/designls/designls/server/llm"
)

// A Step is how the model treats one request.
type Step struct {
	// When says for which requests this step is, so that a script does not
	// depend on the order in which concurrent requests arrive; nil: any.
	When func(llm.Request) bool

	Text   string   // the reply, in one piece
	Chunks []string // the reply in pieces, instead of Text
	Usage  llm.Usage
	Err    error // returned after the chunks were written

	// Reply makes the reply from the request, instead of Text and Err.
	Reply func(ctx context.Context, r llm.Request) (string, error)

	Delay time.Duration // before the first chunk; no time passes in a synctest bubble
	Gap   time.Duration // before each further chunk

	Always bool // the step is not used up
}

// Model follows its script: each request takes the first step that is for it.
// The zero value refuses every request; its fields may be set before the first.
type Model struct {
	ModelName string     // "" is "fake"
	ModelHost string     // "" is the editor's model
	Limits    llm.Window // the zero value is unknown

	mu       sync.Mutex
	script   []Step
	requests []llm.Request
	running  int
	most     int
}

// New returns a model that follows a script.
func New(script ...Step) *Model { return &Model{script: script} }

// Replies returns a model that gives these replies, one after the other.
func Replies(texts ...string) *Model {
	m := New()
	for _, text := range texts {
		m.Add(Step{Text: text})
	}
	return m
}

// Fails returns a model that fails every request.
func Fails(err error) *Model { return New(Step{Err: err, Always: true}) }

// Add appends steps to the script.
func (m *Model) Add(steps ...Step) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.script = append(m.script, steps...)
}

// Name implements llm.Model.
func (m *Model) Name() string {
	if m.ModelName == "" {
		return "fake"
	}
	return m.ModelName
}

// Host implements llm.Model.
func (m *Model) Host() string { return m.ModelHost }

// Window implements llm.Model.
func (m *Model) Window() llm.Window { return m.Limits }

// Requests returns all requests so far, in the order of their arrival.
func (m *Model) Requests() []llm.Request {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.requests)
}

// Left is the number of steps that have not been used, without those that
// never are.
func (m *Model) Left() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := 0
	for _, s := range m.script {
		if !s.Always {
			n++
		}
	}
	return n
}

// Most is the largest number of requests that ran at the same time.
func (m *Model) Most() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.most
}

// Complete implements llm.Model.
func (m *Model) Complete(ctx context.Context, r llm.Request, write func(chunk string)) (llm.Reply, error) {
	step, err := m.begin(r)
	if err != nil {
		return llm.Reply{}, err
	}
	defer m.end()
	if err := wait(ctx, step.Delay); err != nil {
		return llm.Reply{}, err
	}
	chunks, err := step.chunks(ctx, r)
	reply := llm.Reply{Usage: step.Usage}
	for i, chunk := range chunks {
		if i > 0 {
			if err := wait(ctx, step.Gap); err != nil {
				return reply, err
			}
		}
		reply.Text += chunk
		if write != nil {
			write(chunk)
		}
	}
	return reply, err
}

func (m *Model) begin(r llm.Request) (Step, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.requests = append(m.requests, r)
	for i, s := range m.script {
		if s.When != nil && !s.When(r) {
			continue
		}
		if !s.Always {
			m.script = slices.Delete(m.script, i, i+1)
		}
		m.running++
		m.most = max(m.most, m.running)
		return s, nil
	}
	return Step{}, fmt.Errorf("fake: request %d is not in the script", len(m.requests))
}

func (m *Model) end() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.running--
}

func (s Step) chunks(ctx context.Context, r llm.Request) ([]string, error) {
	switch {
	case s.Reply != nil:
		text, err := s.Reply(ctx, r)
		return nonEmpty(text), err
	case s.Chunks != nil:
		return s.Chunks, s.Err
	}
	return nonEmpty(s.Text), s.Err
}

func nonEmpty(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// wait returns early, with the context's error, when that ends.
func wait(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
