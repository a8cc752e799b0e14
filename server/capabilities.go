package server

import (
	"go.lsp.dev/protocol"
)

// capabilities is what the server offers this client.
func (s *session) capabilities() protocol.ServerCapabilities {
	return protocol.ServerCapabilities{
		PositionEncoding: protocol.PositionEncodingKind(s.features.encoding.String()),
		TextDocumentSync: &protocol.TextDocumentSyncOptions{
			OpenClose: ref(true),
			Change:    ref(protocol.TextDocumentSyncKindIncremental),
		},
	}
}
