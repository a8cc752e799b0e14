package server

import (
	"context"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"

	"github.com/designls/designls/server/workspace"
)

// initialized handles "initialized": from here on the client may be asked.
func (s *session) initialized(*protocol.InitializedParams) error {
	s.lifecycle.enter(phaseRunning)
	s.background("registering", s.register)
	s.pullSettings()
	return nil
}

// register asks to be told of changed files and settings, by clients that can be
// asked.
func (s *session) register(ctx context.Context) {
	var wanted []protocol.Registration
	if s.features.watchFiles {
		var options protocol.DidChangeWatchedFilesRegistrationOptions
		for _, pattern := range workspace.WatchPatterns() {
			options.Watchers = append(options.Watchers, protocol.FileSystemWatcher{GlobPattern: protocol.Pattern(pattern)})
		}
		wanted = append(wanted, registration(protocol.MethodWorkspaceDidChangeWatchedFiles, &options))
	}
	if s.features.watchConfiguration {
		wanted = append(wanted, registration(protocol.MethodWorkspaceDidChangeConfiguration,
			&protocol.DidChangeConfigurationRegistrationOptions{Section: protocol.String(source)}))
	}
	if len(wanted) == 0 {
		return
	}
	if err := s.client.RegisterCapability(ctx, &protocol.RegistrationParams{Registrations: wanted}); err != nil {
		s.log.Warn("the client registered nothing", zap.Error(err))
	}
}

func registration(method string, options any) protocol.Registration {
	encoded, err := protocol.Marshal(options)
	if err != nil {
		encoded = nil // the protocol's own types encode; without options the client decides
	}
	return protocol.Registration{ID: source + "/" + method, Method: method, RegisterOptions: encoded}
}
