package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/editor"
)

// methodCreateMessage is a request of designls' own to clients that announce it:
// it has the editor's model answer. Text comes through "$/progress" with the token
// of the request, as {"text": "..."}; the answer has all of it.
const methodCreateMessage = "designls/createMessage"

// createMessage is its parameters.
type createMessage struct {
	editor.Request
	Token string `json:"token"`
	Model string `json:"model,omitempty"` // which one, as the run was told; "" leaves it to the editor
}

type editorsModel struct{}

// withEditorsModel says which of the editor's models the work is for.
func withEditorsModel(ctx context.Context, model string) context.Context {
	return context.WithValue(ctx, editorsModel{}, model)
}

// messages are the requests to the editor's model that are under way.
type messages struct {
	count atomic.Int64
	mu    sync.Mutex
	texts map[string]*arriving // by token
}

// arriving is text of a reply that has come and was not passed on yet.
type arriving struct {
	mu     sync.Mutex
	chunks []string
	news   chan struct{} // holds one token when there are chunks
}

// askEditor implements editor.Ask.
func (s *session) askEditor(ctx context.Context, r editor.Request, write func(string)) (editor.Answer, error) {
	if !s.features.createMessage {
		return editor.Answer{}, &llm.Error{Kind: llm.ModelUnknown, Detail: "this editor offers none to designls"}
	}
	token := fmt.Sprintf("designls-message-%d", s.messages.count.Add(1))
	text := s.messages.begin(token)
	defer s.messages.end(token)
	model, _ := ctx.Value(editorsModel{}).(string)
	encoded, err := json.Marshal(createMessage{r, token, model})
	if err != nil {
		return editor.Answer{}, err
	}
	answered := make(chan struct{})
	var passing sync.WaitGroup
	passing.Go(func() { text.pass(write, answered) })
	raw, err := s.callEditor(ctx, encoded)
	close(answered)
	passing.Wait()
	if err != nil {
		return editor.Answer{}, editorFailure(err)
	}
	var answer editor.Answer
	if err := json.Unmarshal(raw, &answer); err != nil {
		return editor.Answer{}, &llm.Error{Kind: llm.BadReply, Detail: "the editor's answer has not the form that was asked for", Err: err}
	}
	return answer, nil
}

// callEditor makes the request, and cancels it at the editor when it is given up.
func (s *session) callEditor(ctx context.Context, params []byte) (raw jsonrpc2.RawMessage, err error) {
	id, err := s.conn.Call(ctx, methodCreateMessage, jsonrpc2.RawMessage(params), &raw)
	if err != nil && ctx.Err() != nil {
		number, _ := id.Number() // this side numbers its requests
		cancel, encodeErr := json.Marshal(map[string]any{"id": number})
		if encodeErr == nil {
			// A connection that is gone has cancelled everything.
			_ = s.conn.Notify(context.WithoutCancel(ctx), protocol.MethodCancelRequest, jsonrpc2.RawMessage(cancel))
		}
		return nil, ctx.Err()
	}
	return raw, err
}

// editorFailure reads the kind that an editor gives in the data of its error.
func editorFailure(err error) error {
	var answered *jsonrpc2.Error
	if !errors.As(err, &answered) {
		return err
	}
	kind := llm.Server
	var data struct {
		Kind string `json:"kind"`
	}
	if json.Unmarshal(answered.Data, &data) == nil && data.Kind != "" {
		kind = editor.KindOf(data.Kind)
	}
	return &llm.Error{Kind: kind, Detail: answered.Message, Err: err}
}

func (m *messages) begin(token string) *arriving {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.texts == nil {
		m.texts = map[string]*arriving{}
	}
	m.texts[token] = &arriving{news: make(chan struct{}, 1)}
	return m.texts[token]
}

func (m *messages) end(token string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.texts, token)
}

// add takes in a piece of text. It does not wait.
func (a *arriving) add(chunk string) {
	a.mu.Lock()
	a.chunks = append(a.chunks, chunk)
	a.mu.Unlock()
	select {
	case a.news <- struct{}{}:
	default:
	}
}

// pass hands the text on as it comes, until the request is answered.
func (a *arriving) pass(write func(string), answered <-chan struct{}) {
	for over := false; !over; {
		select {
		case <-a.news:
		case <-answered:
			over = true
		}
		a.mu.Lock()
		chunks := a.chunks
		a.chunks = nil
		a.mu.Unlock()
		for _, chunk := range chunks {
			write(chunk)
		}
	}
}

// progressed handles "$/progress" from the client: text of its model.
func (s *session) progressed(p *protocol.ProgressParams) error {
	token, ok := p.Token.(protocol.String)
	var value struct {
		Text string `json:"text"`
	}
	if !ok || json.Unmarshal(p.Value, &value) != nil || value.Text == "" {
		return nil
	}
	s.messages.mu.Lock()
	text := s.messages.texts[strings.Clone(string(token))]
	s.messages.mu.Unlock()
	if text != nil {
		text.add(value.Text)
	}
	return nil
}
