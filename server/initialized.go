package server

import "go.lsp.dev/protocol"

// initialized handles "initialized": from here on the client may be asked.
func (s *session) initialized(*protocol.InitializedParams) error {
	s.lifecycle.enter(phaseRunning)
	return nil
}
