package server

import (
	"context"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.uber.org/zap"

	"github.com/designls/designls/server/workspace"
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
	s.lifecycle.enter(phaseInitializing)
	if params.ProcessID != nil {
		s.watchProcess(int(*params.ProcessID))
	}
	if settings, ok := ownSettings(params.InitializationOptions); ok {
		s.configure("", settings)
	}
	s.changeFolders(initialFolders(params), nil)
	result := &protocol.InitializeResult{
		Capabilities: s.capabilities(),
		ServerInfo:   protocol.ServerInfo{Name: source, Version: protocol.NewOptional(s.options.Version)},
	}
	return func(context.Context) (any, error) { return result, nil }, nil
}

// initialFolders are the folders of the workspace. Clients without workspace
// folders have one root, and older ones tell no URI of it.
func initialFolders(params *protocol.InitializeParams) []string {
	if folders, ok := params.WorkspaceFolders.Get(); ok && len(folders) > 0 {
		return folderURIs(folders)
	}
	//lint:ignore SA1019 deprecated, and all that some clients send
	rootURI, rootPath := params.RootURI, params.RootPath
	if rootURI != nil && *rootURI != "" {
		return []string{string(*rootURI)}
	}
	if path, ok := rootPath.Get(); ok && path != "" {
		return []string{workspace.URI(path)}
	}
	return nil
}
