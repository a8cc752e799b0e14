package server

import "go.lsp.dev/protocol"

// didChangeWatchedFiles handles "workspace/didChangeWatchedFiles".
func (s *session) didChangeWatchedFiles(params *protocol.DidChangeWatchedFilesParams) error {
	var uris []string
	for _, c := range params.Changes {
		uris = append(uris, string(c.URI))
	}
	s.filesChanged(uris)
	return nil
}

// filesChanged takes over that files have changed on disk. Documents refer to
// files, and settings and decisions are files, so all documents are looked at
// again; what did not change for them costs nothing.
func (s *session) filesChanged(uris []string) {
	s.changed(func() { s.workspace.FilesChanged(uris) })
	s.diagnoseAll()
}
