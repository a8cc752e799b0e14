package server

// didSave handles "textDocument/didSave". The file on disk has changed, of which
// not all clients tell otherwise.
func (s *session) didSave(params *documentParams) error {
	s.filesChanged([]string{params.TextDocument.URI})
	return nil
}
