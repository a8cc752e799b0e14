// Package llm is the reviewer's view of a language model: one small interface,
// requests and replies as values, and errors that say what to do next.
//
// Where text goes is the business of the implementations: llm/openai speaks to
// servers, llm/editor asks the editor for its model. What they share are Models
// around Models, from the outside in: cache.New (what is known costs nothing),
// budget (what is spent is counted, tries that failed too), Retry, limit.Limit (a
// request that waits for its next try holds nobody up).
package llm

import "context"

// A Model answers requests with text. Implementations are safe for concurrent
// use.
type Model interface {
	// Name is the model as it is told to the user, and as the source of
	// findings: "gpt-4.1".
	Name() string

	// Host is where text goes, for consent: "api.example.com", with a port
	// when it is not the usual one. It is empty when text goes to the editor,
	// which asks for consent itself.
	Host() string

	// Window is how much fits into a request and a reply.
	Window() Window

	// Complete sends a request and returns the whole reply. As text arrives,
	// write is called with it, in order, from one goroutine at a time, and
	// never after Complete has returned; it may be nil.
	//
	// A failure is an *Error, unless the context was cancelled: then it is
	// context.Canceled, and the request has been stopped where it ran. Beside
	// an Error of the kinds CutOff, Timeout and BadReply, the reply has the
	// text that came before it, and what is known of its usage.
	Complete(ctx context.Context, r Request, write func(chunk string)) (Reply, error)
}

// A Request is one turn of a conversation.
type Request struct {
	System   string // who the reviewer is and what it is asked to do
	Messages []Message

	// Schema is what the reply must be; nil when it is prose. A model that
	// cannot be held to a schema is told of it in words, so the reply still
	// has to be checked.
	Schema *Schema

	MaxTokens   int      // of the reply; 0 leaves it to the model
	Temperature *float64 // 0 is the most predictable; nil leaves it to the model
}

// A Message is what one side said.
type Message struct {
	Role    Role
	Content string
}

// Role is whose message it is.
type Role string

// The sides of a conversation.
const (
	User      Role = "user"
	Assistant Role = "assistant"
)

// A Schema is a JSON Schema with a name: letters, digits, '_' and '-', at most
// 64 of them.
type Schema struct {
	Name string
	JSON []byte
}

// A Reply is what the model answered.
type Reply struct {
	// Text is all that was written. With a Schema it is one JSON value: what a
	// model says around it has been taken off.
	Text   string
	Usage  Usage
	Cached bool // the reply was known: nothing was sent, and nothing is paid
}

// Usage is how many tokens a request took.
type Usage struct {
	Prompt     int `json:"prompt"`
	Completion int `json:"completion"`

	// Estimated: the server did not say, so this is our own count.
	Estimated bool `json:"estimated,omitempty"`
}

// Total is the number of tokens that a budget counts.
func (u Usage) Total() int { return u.Prompt + u.Completion }

// Add returns the sum of two usages.
func (u Usage) Add(v Usage) Usage {
	return Usage{
		Prompt:     u.Prompt + v.Prompt,
		Completion: u.Completion + v.Completion,
		Estimated:  u.Estimated || v.Estimated,
	}
}

// Window is a model's limits in tokens; 0 where it is not known.
type Window struct {
	Context int // request and reply together
	Output  int // the reply alone
}
