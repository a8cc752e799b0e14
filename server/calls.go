package server

import (
	"context"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// calls are the requests that are being worked on, each with a context of its
// own which "$/cancelRequest" ends.
type calls struct {
	mu     sync.Mutex
	cancel map[jsonrpc2.ID]context.CancelFunc
}

func newCalls() *calls {
	return &calls{cancel: map[jsonrpc2.ID]context.CancelFunc{}}
}

// begin derives the context of a call. It must be given a context that lives as
// long as the connection, never the one jsonrpc2 hands to a handler: that one is
// recycled with its request. done must be called when the call is answered.
func (c *calls) begin(ctx context.Context, id jsonrpc2.ID) (call context.Context, done func()) {
	call, cancel := context.WithCancel(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cancel[id] = cancel
	return call, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.cancel, id)
		cancel()
	}
}

// stop cancels the call that a "$/cancelRequest" names. A call that is answered
// already, or was never made, is no error.
func (c *calls) stop(params *protocol.CancelParams) {
	var id jsonrpc2.ID
	switch v := params.ID.(type) {
	case protocol.Integer:
		id = jsonrpc2.NewNumberID(int64(v))
	case protocol.String:
		id = jsonrpc2.NewStringID(string(v))
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if cancel := c.cancel[id]; cancel != nil {
		cancel()
	}
}
