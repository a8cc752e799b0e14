package server

import (
	"context"

	"go.lsp.dev/jsonrpc2"
)

// shutdown answers "shutdown". Work under way is given up, so that nothing is
// sent to the client after the answer; no text is lost by that, since documents
// change only by edits that the client makes.
func shutdown(s *session, _ jsonrpc2.RawMessage) (answer, error) {
	s.lifecycle.enter(phaseShutdown)
	return func(context.Context) (any, error) {
		s.quit()
		s.tasks.Wait()
		return nil, nil
	}, nil
}
