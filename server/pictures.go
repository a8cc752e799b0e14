package server

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/diagram/svg"
	"github.com/designls/designls/server/workspace"
)

// addPictures puts the pictures of a document into the workspace edit that refers
// to them, so that the client makes all of it or nothing. Those that are on disk as
// they should be are left out.
func (s *session) addPictures(w *protocol.WorkspaceEdit, documentURI string, files []actions.File) error {
	var operations []protocol.DocumentChange
	for _, f := range files {
		changes, err := s.picture(documentURI, f)
		if err != nil {
			return err
		}
		operations = append(operations, changes...)
	}
	if len(operations) == 0 {
		return nil
	}
	if !s.features.createFiles {
		return errors.New("the editor cannot create the picture that belongs to it, so the document is unchanged; run the action on the command line, with designls run ACTION FILE --write")
	}
	w.DocumentChanges = append(operations, w.DocumentChanges...)
	return nil
}

// picture is what creates a picture, or replaces one that this program wrote.
func (s *session) picture(documentURI string, f actions.File) ([]protocol.DocumentChange, error) {
	document, ok := workspace.Path(documentURI)
	if !ok {
		return nil, errors.New("the document is not a file yet, so there is no place for the picture beside it; save it and run the action again")
	}
	path := filepath.Join(filepath.Dir(document), filepath.FromSlash(f.Path))
	current, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read, so nothing was changed: %w", f.Path, err)
	case string(current) == f.Content:
		return nil, nil
	case !svg.Ours(current):
		return nil, fmt.Errorf("%s was not written by designls, so nothing was changed; rename that file, and run the action again", f.Path)
	}
	u := clientURI(pictureURI(documentURI, f.Path))
	if b := s.now().Buffer(string(u)); b != nil {
		return nil, fmt.Errorf("%s is open in the editor, so nothing was changed; close it, and run the action again", f.Path)
	}
	create := &protocol.CreateFile{Kind: "create", URI: u, Options: &protocol.CreateFileOptions{Overwrite: ref(true)}}
	fill := &protocol.TextDocumentEdit{}
	fill.TextDocument.URI = u
	fill.Edits = append(fill.Edits, s.element(protocol.TextEdit{NewText: f.Content}))
	return []protocol.DocumentChange{create, fill}, nil
}

// pictureURI is that of a file beside the document, in the client's spelling of
// what they share.
func pictureURI(documentURI, name string) string {
	escaped := workspace.URI("/" + name)
	return documentURI[:strings.LastIndexByte(documentURI, '/')] + escaped[strings.LastIndexByte(escaped, '/'):]
}
