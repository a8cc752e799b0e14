package server

import (
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// annotation is the one change annotation of an edit.
const annotation protocol.ChangeAnnotationIdentifier = source

// workspaceEdit writes edits of a file for the client: for exactly the version
// that they were made for, where the client knows versions.
func (s *session) workspaceEdit(file *workspace.File, edits []text.Edit, label string) *protocol.WorkspaceEdit {
	var list []protocol.TextEdit
	for _, e := range edits {
		list = append(list, protocol.TextEdit{Range: toRange(file.Text.SpanRange(e.Span, s.features.encoding)), NewText: e.New})
	}
	u := clientURI(file.URI)
	if !s.features.documentChanges {
		return &protocol.WorkspaceEdit{Changes: map[uri.URI][]protocol.TextEdit{u: list}}
	}
	change := &protocol.TextDocumentEdit{}
	change.TextDocument.URI = u
	if file.Open {
		change.TextDocument.Version = &file.Version
	}
	w := &protocol.WorkspaceEdit{DocumentChanges: []protocol.DocumentChange{change}}
	if s.features.annotations {
		w.ChangeAnnotations = map[protocol.ChangeAnnotationIdentifier]protocol.ChangeAnnotation{annotation: {Label: label}}
	}
	for _, e := range list {
		change.Edits = append(change.Edits, s.element(e))
	}
	return w
}

func (s *session) element(e protocol.TextEdit) protocol.TextDocumentEditElement {
	if s.features.annotations {
		return &protocol.AnnotatedTextEdit{TextEdit: e, AnnotationID: annotation}
	}
	return &e
}
