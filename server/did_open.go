package server

import (
	"go.lsp.dev/protocol"
)

// openParams are the parameters of "textDocument/didOpen". The URI is kept as the
// client spells it, because clients find their documents by that.
type openParams struct {
	TextDocument struct {
		URI        string `json:"uri"`
		LanguageID string `json:"languageId"`
		Version    int32  `json:"version"`
		Text       string `json:"text"`
	} `json:"textDocument"`
}

// didOpen handles "textDocument/didOpen".
func (s *session) didOpen(params *openParams) error {
	d := params.TextDocument
	var err error
	s.changed(func() {
		err = s.workspace.Open(d.URI, d.LanguageID, d.Version, d.Text)
		delete(s.outOfStep, key(d.URI))
		s.followers.lose(key(d.URI))
	})
	if err != nil {
		s.say(protocol.MessageTypeWarning, sentence(err))
	}
	s.diagnose(d.URI)
	s.diagnoseFolders()
	return nil
}
