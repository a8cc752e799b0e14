package server

import "go.lsp.dev/protocol"

// didChangeWorkspaceFolders handles "workspace/didChangeWorkspaceFolders".
func (s *session) didChangeWorkspaceFolders(params *protocol.DidChangeWorkspaceFoldersParams) error {
	s.changeFolders(folderURIs(params.Event.Added), folderURIs(params.Event.Removed))
	s.pullSettings()
	return nil
}

func (s *session) changeFolders(added, removed []string) {
	s.changed(func() { s.workspace.ChangeFolders(added, removed) })
	s.diagnoseAll()
}

func folderURIs(folders []protocol.WorkspaceFolder) []string {
	var uris []string
	for _, f := range folders {
		uris = append(uris, string(f.URI))
	}
	return uris
}
