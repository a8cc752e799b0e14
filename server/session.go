package server

import (
	"context"
	"io"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// session is the conversation with one client.
type session struct {
	options Options
	log     *zap.Logger
	stream  jsonrpc2.Stream
	conn    jsonrpc2.Conn
	client  protocol.Client

	end      context.CancelFunc // ends the connection
	ctx      context.Context    // of work in the background; ends with "shutdown" or the connection
	quit     context.CancelFunc
	tasks    tasks
	calls    *calls
	reported sync.Map // places of panics that the user was told of

	lifecycle lifecycle
	features  features // written by initialize, before anything reads it
}

func newSession(ctx context.Context, end context.CancelFunc, rw io.ReadWriteCloser, options Options) *session {
	s := &session{options: options, log: options.Logger, end: end, calls: newCalls()}
	s.ctx, s.quit = context.WithCancel(ctx)
	s.stream = newStream(rw, s.refuse, end)
	s.conn = jsonrpc2.NewConn(s.stream, jsonrpc2.WithCodec(codec{}))
	s.client = protocol.ClientDispatcher(s.conn)
	return s
}
