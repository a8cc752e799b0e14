package server

import (
	"context"
	"errors"
	"io"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// codec hands payloads to the encoder that knows the protocol's unions.
type codec struct{}

func (codec) Marshal(v any) ([]byte, error) {
	if raw, ok := v.(jsonrpc2.RawMessage); ok {
		if raw == nil {
			return []byte("null"), nil
		}
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

// stream is a connection that outlives a message which is not JSON-RPC. Such a
// message came in a sound frame, so the next one can be read: it is refused, and
// the connection goes on.
type stream struct {
	jsonrpc2.Stream
	refused func(err error) // told of each refused message; must not block
	ended   func()          // told that nothing more can be read
}

func newStream(rw io.ReadWriteCloser, refused func(error), ended func()) jsonrpc2.Stream {
	return &stream{Stream: jsonrpc2.NewStream(rw), refused: refused, ended: ended}
}

// Read returns the next message that is one.
func (s *stream) Read(ctx context.Context) (jsonrpc2.Message, int64, error) {
	for {
		message, size, err := s.Stream.Read(ctx)
		var malformed *jsonrpc2.Error
		switch {
		case err == nil:
			return message, size, nil
		case !errors.As(err, &malformed):
			s.ended()
			return nil, 0, err
		}
		s.refused(malformed)
	}
}
