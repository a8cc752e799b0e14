package lsptest

import (
	"bytes"
	"context"
	"encoding/json"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// codec hands payloads to the encoder that knows the protocol's unions.
type codec struct{}

func (codec) Marshal(v any) ([]byte, error) {
	if raw, ok := v.(jsonrpc2.RawMessage); ok && raw != nil {
		return raw, nil
	}
	return protocol.Marshal(v)
}

func (codec) Unmarshal(data []byte, v any) error {
	if raw, ok := v.(*jsonrpc2.RawMessage); ok {
		*raw = append(jsonrpc2.RawMessage(nil), data...)
		return nil
	}
	return protocol.Unmarshal(data, v)
}

// Call sends any request and returns the raw answer.
func (e *Editor) Call(ctx context.Context, method, params string) (string, error) {
	var result jsonrpc2.RawMessage
	err := protocol.Call(ctx, e.conn, method, jsonrpc2.RawMessage(params), &result)
	return string(result), err
}

// Notify sends any notification.
func (e *Editor) Notify(method, params string) {
	e.t.Helper()
	e.notify(e.conn.Notify(context.Background(), method, jsonrpc2.RawMessage(params)))
}

// Write sends bytes as they are, in a sound frame or not.
func (e *Editor) Write(bytes string) {
	e.t.Helper()
	if _, err := e.pipe.Write([]byte(bytes)); err != nil {
		e.t.Errorf("writing to the server: %v", err)
	}
}

// handle takes notifications in order and answers requests beside them.
func (e *Editor) handle(ctx context.Context, req *jsonrpc2.Request) (any, error) {
	base := jsonrpc2.DetachContext(ctx)
	if req.Method() == messageMethod {
		id, params := req.ID(), bytes.Clone(req.Params())
		jsonrpc2.Async(ctx)
		return e.message(base, id, params)
	}
	if req.IsCall() {
		jsonrpc2.Async(ctx)
	} else if req.Method() == protocol.MethodTextDocumentPublishDiagnostics {
		e.spell(req.Params())
	} else if req.Method() == protocol.MethodCancelRequest {
		return nil, e.cancelMessage(req.Params())
	} else if told := e.told(req.Method()); told != nil {
		e.mu.Lock()
		defer e.mu.Unlock()
		*told = append(*told, string(req.Params()))
		return nil, nil
	}
	return protocol.ClientHandler(peer{Editor: e}, jsonrpc2.MethodNotFoundHandler)(base, req)
}

// spell notes the URI of published diagnostics, which decoding makes canonical.
func (e *Editor) spell(params []byte) {
	var published struct{ URI string }
	if err := json.Unmarshal(params, &published); err != nil {
		e.t.Errorf("published diagnostics: %v", err)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.spelled[published.URI] = true
}
