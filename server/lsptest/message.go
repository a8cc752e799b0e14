package lsptest

import (
	"context"
	"encoding/json"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

const messageMethod = "designls/createMessage"

// Messages is an editor that can do all, and has a model of its own: see OnMessage.
func Messages(c *protocol.ClientCapabilities) {
	Full(c)
	c.Experimental = protocol.LSPAny(`{"designls":{"status":true,"createMessage":true}}`)
}

// Watching is an editor that can do all, and follows runs and what models write.
func Watching(c *protocol.ClientCapabilities) {
	Full(c)
	c.Experimental = protocol.LSPAny(`{"designls":{"status":true,"run":true,"text":true}}`)
}

// Message is what the server asks the editor's model.
type Message struct {
	System   string
	Messages []struct{ Role, Content string }
	Schema   string
	Token    string
	Model    string
}

// OnMessage says how the editor's model answers. The context ends when the server
// cancels the request; write sends text beforehand.
func (e *Editor) OnMessage(answer func(ctx context.Context, m Message, write func(string)) (any, error)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.onMessage = answer
}

// message answers a request for the editor's model.
func (e *Editor) message(ctx context.Context, id jsonrpc2.ID, params []byte) (any, error) {
	var m Message
	if err := json.Unmarshal(params, &m); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	e.mu.Lock()
	answer := e.onMessage
	e.cancels[id] = cancel
	e.mu.Unlock()
	return answer(ctx, m, func(text string) {
		encoded, err := json.Marshal(map[string]any{"token": m.Token, "value": map[string]string{"text": text}})
		if err == nil {
			err = e.conn.Notify(ctx, protocol.MethodProgress, jsonrpc2.RawMessage(encoded))
		}
		e.notify(err)
	})
}

// cancelMessage ends the request that the server has given up.
func (e *Editor) cancelMessage(params []byte) error {
	var p struct{ ID int64 }
	if err := json.Unmarshal(params, &p); err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if cancel := e.cancels[jsonrpc2.NewNumberID(p.ID)]; cancel != nil {
		cancel()
	}
	return nil
}
