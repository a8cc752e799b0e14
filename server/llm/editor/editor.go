// Package editor has the editor's own model answer: each request goes to the
// client, which asks its user whether it may.
package editor

import (
	"context"
	"errors"
	"strings"

	"github.com/designls/designls/server/llm"
)

// Ask sends a request to the editor. Text is passed to write as it arrives; the
// answer is all of it. An error that is no *llm.Error is one of the connection.
type Ask func(ctx context.Context, r Request, write func(chunk string)) (Answer, error)

// Request is what the editor is asked, as it goes over the wire.
type Request struct {
	System    string    `json:"system"`
	Messages  []Message `json:"messages"`
	Schema    string    `json:"schema,omitempty"` // JSON Schema of the reply
	MaxTokens int       `json:"maxTokens,omitempty"`
}

// Message is one turn.
type Message struct {
	Role    string `json:"role"` // "user" or "assistant"
	Content string `json:"content"`
}

// Answer is what the editor's model said.
type Answer struct {
	Text             string `json:"text"`
	Model            string `json:"model"`
	PromptTokens     int    `json:"promptTokens"`
	CompletionTokens int    `json:"completionTokens"`
}

// Model is the editor's model.
type Model struct{ ask Ask }

// New returns the model of the editor that a function asks.
func New(ask Ask) *Model { return &Model{ask: ask} }

// Name implements llm.Model. Which model the editor has, it says only with an
// answer, if at all.
func (m *Model) Name() string { return "the editor's model" }

// Host implements llm.Model: the editor asks for consent itself.
func (m *Model) Host() string { return "" }

// Window implements llm.Model.
func (m *Model) Window() llm.Window { return llm.Window{} }

// Complete implements llm.Model.
func (m *Model) Complete(ctx context.Context, r llm.Request, write func(chunk string)) (llm.Reply, error) {
	asked := Request{System: r.System, MaxTokens: r.MaxTokens}
	for _, message := range r.Messages {
		asked.Messages = append(asked.Messages, Message{string(message.Role), message.Content})
	}
	if r.Schema != nil {
		asked.Schema = string(r.Schema.JSON)
		asked.System += "\n\nReply with one JSON value of this JSON Schema, and nothing else:\n\n" + asked.Schema
	}
	written := 0
	answer, err := m.ask(ctx, asked, func(chunk string) {
		written += len(chunk)
		if write != nil {
			write(chunk)
		}
	})
	if err != nil {
		return llm.Reply{}, m.failure(ctx, err)
	}
	if written == 0 && write != nil {
		write(answer.Text)
	}
	return llm.Reply{Text: answer.Text, Usage: usage(asked, answer)}, nil
}

func usage(r Request, a Answer) llm.Usage {
	if a.PromptTokens > 0 {
		return llm.Usage{Prompt: a.PromptTokens, Completion: a.CompletionTokens}
	}
	sent := len(r.System)
	for _, m := range r.Messages {
		sent += len(m.Content)
	}
	return llm.Usage{Prompt: sent / bytesPerToken, Completion: len(a.Text) / bytesPerToken, Estimated: true}
}

// bytesPerToken is about what it is in English prose.
const bytesPerToken = 4

// failure gives an error its kind.
func (m *Model) failure(ctx context.Context, err error) error {
	var known *llm.Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &known):
		return err
	}
	return &llm.Error{Kind: llm.Server, Model: m.Name(), Detail: strings.TrimSpace(err.Error()), Err: err}
}

// KindOf is the kind that an editor names in its error; Server for any other.
func KindOf(name string) llm.Kind {
	switch k := llm.Kind(name); k {
	case llm.ModelUnknown, llm.Quota, llm.RateLimit, llm.ContextTooLong, llm.Timeout, llm.CutOff, llm.Refused, llm.Unreachable, llm.Declined:
		return k
	}
	return llm.Server
}
