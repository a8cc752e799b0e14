package server

import "github.com/designls/designls/server/workspace"

// documentParams are the parameters of notifications about one document.
type documentParams struct {
	TextDocument struct {
		URI string `json:"uri"`
	} `json:"textDocument"`
}

// didClose handles "textDocument/didClose". What is on disk counts again.
func (s *session) didClose(params *documentParams) error {
	uri := params.TextDocument.URI
	var err error
	s.changed(func() {
		err = s.workspace.Close(uri)
		delete(s.outOfStep, key(uri))
		s.followers.lose(key(uri))
	})
	s.reviewers.forget([]string{uri})
	s.diagnose(uri)
	return err
}

// key is the one spelling of a URI: clients differ in what they escape, and some
// spell differently from one message to the next.
func key(uri string) string {
	if path, ok := workspace.Path(uri); ok {
		return workspace.URI(path)
	}
	return uri
}
