package server

import (
	"context"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// notifications are the notifications that are handled. Others are ignored.
var notifications = map[string]notification{
	protocol.MethodInitialized:   told((*session).initialized),
	protocol.MethodExit:          told((*session).exit),
	protocol.MethodCancelRequest: told((*session).cancelRequest),
}

// requests are the requests that are answered. Others are refused.
var requests = map[string]request{
	protocol.MethodInitialize: initialize,
	protocol.MethodShutdown:   shutdown,
}

// told makes a notification of a method.
func told[P any](handle func(*session, *P) error) notification {
	return func(s *session, raw jsonrpc2.RawMessage) error {
		params, err := decode[P](raw)
		if err != nil {
			return err
		}
		return handle(s, params)
	}
}

// asked makes a request of a method that needs nothing but its parameters and the
// state of the workspace at the time of asking.
func asked[P, R any](handle func(*session, context.Context, *P) (R, error)) request {
	return func(s *session, raw jsonrpc2.RawMessage) (answer, error) {
		params, err := decode[P](raw)
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context) (any, error) { return handle(s, ctx, params) }, nil
	}
}

// decode reads parameters. They are a copy, which may be kept.
func decode[P any](raw jsonrpc2.RawMessage) (*P, error) {
	params := new(P)
	if len(raw) == 0 {
		return params, nil
	}
	if err := protocol.Unmarshal(raw, params); err != nil {
		return nil, invalid("the parameters cannot be read: %v", err)
	}
	return params, nil
}
