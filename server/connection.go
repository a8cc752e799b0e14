package server

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// A notification is handled on the goroutine that reads, so the session sees
// notifications in the order in which they were sent. It must not wait for the
// client: the client's answer could not be read. params are valid until it
// returns.
type notification func(s *session, params jsonrpc2.RawMessage) error

// A request is begun on the goroutine that reads, in order with the
// notifications: what it takes from the session is the state that the client saw
// when it asked. The answer it returns is worked on aside. params are valid until
// it returns, not in the answer.
type request func(s *session, params jsonrpc2.RawMessage) (answer, error)

// An answer does the work of a request. Its context ends when the client cancels
// the request or the session is over.
type answer func(ctx context.Context) (any, error)

// handle is the handler of a connection. It never fails for a notification,
// because jsonrpc2 would close the connection, and no panic leaves it.
func (s *session) handle(ctx context.Context, req *jsonrpc2.Request) (any, error) {
	method := strings.Clone(req.Method())
	if !req.IsCall() {
		s.notified(method, req.Params())
		return nil, nil
	}
	call, done := s.calls.begin(jsonrpc2.DetachContext(ctx), req.ID())
	defer done()
	work, err := s.begin(method, req.Params())
	jsonrpc2.Async(ctx)
	if err != nil {
		return nil, err
	}
	began := time.Now()
	result, err := s.work(call, method, work)
	s.log.Debug("answered", zap.String("method", method), zap.Duration("took", time.Since(began)), zap.Error(err))
	if err != nil && call.Err() != nil {
		return nil, protocol.ErrRequestCancelled
	}
	return result, err
}

// notified handles a notification and logs what goes wrong in it.
func (s *session) notified(method string, params jsonrpc2.RawMessage) {
	var err error
	failure := s.contain(method, func() { err = s.notify(method, params) })
	if err = errors.Join(err, failure); err != nil {
		s.log.Warn("notification failed", zap.String("method", method), zap.Error(err))
	}
}

func (s *session) notify(method string, params jsonrpc2.RawMessage) error {
	handler, known := notifications[method]
	switch {
	case !known && strings.HasPrefix(method, "$/"):
		return nil // the protocol lets a server ignore these
	case !known:
		s.log.Debug("unknown notification", zap.String("method", method))
		return nil
	case !s.lifecycle.accepts(method):
		s.log.Debug("notification out of turn", zap.String("method", method))
		return nil
	}
	return handler(s, params)
}

// begin does the part of a request that must happen in order.
func (s *session) begin(method string, params jsonrpc2.RawMessage) (work answer, err error) {
	if err := s.lifecycle.admit(method); err != nil {
		return nil, err
	}
	handler, known := requests[method]
	if !known {
		return nil, fmt.Errorf("designls does not know the method %q: %w", method, jsonrpc2.ErrMethodNotFound)
	}
	if failure := s.contain(method, func() { work, err = handler(s, params) }); failure != nil {
		return nil, failure
	}
	return work, err
}

// work does the rest of a request.
func (s *session) work(ctx context.Context, method string, work answer) (result any, err error) {
	if failure := s.contain(method, func() { result, err = work(ctx) }); failure != nil {
		return nil, failure
	}
	return result, err
}

// refuse answers a message that is not JSON-RPC.
func (s *session) refuse(err error) {
	s.log.Warn("a message was not valid JSON-RPC and is ignored", zap.Error(err))
	s.background("refuse", func(ctx context.Context) {
		if _, err := s.stream.Write(ctx, jsonrpc2.NewResponse(jsonrpc2.ID{}, nil, err)); err != nil {
			s.log.Debug("the refusal was not sent", zap.Error(err))
		}
	})
}

// invalid is the answer to a request whose parameters cannot be used.
func invalid(format string, args ...any) error {
	return jsonrpc2.Errorf(jsonrpc2.InvalidParams, format, args...)
}
