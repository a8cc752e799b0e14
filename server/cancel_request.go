package server

import "go.lsp.dev/protocol"

// cancelRequest handles "$/cancelRequest".
func (s *session) cancelRequest(params *protocol.CancelParams) error {
	s.calls.stop(params)
	return nil
}
