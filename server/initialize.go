package server

import (
	"context"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// initialize answers "initialize". All of it happens in order, because the next
// message already relies on it.
func initialize(s *session, raw jsonrpc2.RawMessage) (answer, error) {
	params, err := decode[protocol.InitializeParams](raw)
	if err != nil {
		return nil, err
	}
	s.features = readFeatures(&params.Capabilities)
	s.log.Info("initialize", zap.String("client", params.ClientInfo.Name), zap.Stringer("encoding", s.features.encoding))
	if params.ProcessID != nil {
		s.watchProcess(int(*params.ProcessID))
	}
	s.lifecycle.enter(phaseInitializing)
	result := &protocol.InitializeResult{
		Capabilities: s.capabilities(),
		ServerInfo:   protocol.ServerInfo{Name: "designls", Version: protocol.NewOptional(s.options.Version)},
	}
	return func(context.Context) (any, error) { return result, nil }, nil
}
