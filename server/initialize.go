package server

import (
	"context"
	"path/filepath"

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
	root, err := decode[rootParams](raw)
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
	s.changeFolders(root.folders(), nil)
	result := &protocol.InitializeResult{
		Capabilities: s.capabilities(),
		ServerInfo:   protocol.ServerInfo{Name: source, Version: protocol.NewOptional(s.options.Version)},
	}
	return func(context.Context) (any, error) { return result, nil }, nil
}

// rootParams are what "initialize" tells of the workspace.
type rootParams struct {
	WorkspaceFolders []workspaceFolder `json:"workspaceFolders"`
	RootURI          string            `json:"rootUri"`
	RootPath         string            `json:"rootPath"`
}

// folders are the folders of the workspace. Clients without workspace folders
// have one root, and older ones tell no URI of it.
func (p *rootParams) folders() []string {
	switch uris := folderURIs(p.WorkspaceFolders); {
	case len(uris) > 0:
		return uris
	case p.RootURI != "":
		return []string{p.RootURI}
	case filepath.IsAbs(p.RootPath):
		return []string{workspace.URI(p.RootPath)}
	}
	return nil
}
