package lsptest

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// ApplyWorkspaceEdit makes the edits of a workspace edit, all of them or none.
// Edits of files that are not open are made on disk.
func (e *Editor) ApplyWorkspaceEdit(w *protocol.WorkspaceEdit) error {
	changes, err := e.flatten(w)
	if err != nil {
		return err
	}
	created, err := e.created(w)
	if err != nil {
		return err
	}
	resolved := map[uri.URI][]edit{}
	for u, edits := range changes {
		text := ""
		if !slices.Contains(created, u) {
			if text, err = e.textOf(u); err != nil {
				return err
			}
		}
		if resolved[u], err = resolve(text, edits, e.Encoding); err != nil {
			return err
		}
	}
	for _, u := range created {
		e.WriteFile(strings.TrimPrefix(string(u), string(e.URI(""))+"/"), "")
	}
	for _, u := range slices.Sorted(maps.Keys(resolved)) {
		e.make(u, resolved[u])
	}
	return nil
}

// flatten checks the versions and annotations of an edit.
func (e *Editor) flatten(w *protocol.WorkspaceEdit) (map[uri.URI][]protocol.TextEdit, error) {
	if len(w.DocumentChanges) == 0 {
		return w.Changes, nil
	}
	changes := map[uri.URI][]protocol.TextEdit{}
	for _, c := range w.DocumentChanges {
		if _, ok := c.(*protocol.CreateFile); ok {
			continue
		}
		change, ok := c.(*protocol.TextDocumentEdit)
		if !ok {
			return nil, fmt.Errorf("the editor cannot do a %T", c)
		}
		u := change.TextDocument.URI
		e.mu.Lock()
		b := e.buffers[u]
		e.mu.Unlock()
		switch v := change.TextDocument.Version; {
		case b != nil && v == nil:
			e.t.Errorf("an edit of %s, which is open, does not say for which version it is", u)
		case b != nil && *v != b.version:
			return nil, fmt.Errorf("%s has version %d, the edit is for version %d", u, b.version, *v)
		}
		for _, element := range change.Edits {
			switch t := element.(type) {
			case *protocol.TextEdit:
				changes[u] = append(changes[u], *t)
			case *protocol.AnnotatedTextEdit:
				if _, ok := w.ChangeAnnotations[t.AnnotationID]; !ok {
					return nil, fmt.Errorf("the annotation %q is not defined", t.AnnotationID)
				}
				changes[u] = append(changes[u], t.TextEdit)
			}
		}
	}
	return changes, nil
}

// needsConfirmation reports whether the user is to see an edit first.
func needsConfirmation(w *protocol.WorkspaceEdit) bool {
	for _, a := range w.ChangeAnnotations {
		if a.NeedsConfirmation != nil && *a.NeedsConfirmation {
			return true
		}
	}
	return false
}

// created are the files that an edit makes, or makes empty.
func (e *Editor) created(w *protocol.WorkspaceEdit) (all []uri.URI, err error) {
	for _, change := range w.DocumentChanges {
		c, ok := change.(*protocol.CreateFile)
		if !ok {
			continue
		}
		path, ok := strings.CutPrefix(string(c.URI), string(e.URI(""))+"/")
		if !ok {
			return nil, fmt.Errorf("%s is not in the workspace", c.URI)
		}
		overwrite := c.Options != nil && c.Options.Overwrite != nil && *c.Options.Overwrite
		if _, err := os.Stat(filepath.Join(e.dir, filepath.FromSlash(path))); err == nil && !overwrite {
			return nil, fmt.Errorf("%s is there already", path)
		}
		all = append(all, c.URI)
	}
	return all, nil
}

func (e *Editor) textOf(u uri.URI) (string, error) {
	e.mu.Lock()
	b := e.buffers[u]
	e.mu.Unlock()
	if b != nil {
		return b.text, nil
	}
	path, ok := strings.CutPrefix(string(u), string(e.URI(""))+"/")
	if !ok {
		return "", fmt.Errorf("%s is not in the workspace", u)
	}
	return e.ReadFile(path), nil
}

func (e *Editor) make(u uri.URI, edits []edit) {
	e.mu.Lock()
	open := e.buffers[u] != nil
	e.mu.Unlock()
	if open {
		e.change(u, edits)
		return
	}
	path := strings.TrimPrefix(string(u), string(e.URI(""))+"/")
	b := buffer{text: e.ReadFile(path)}
	b.apply(edits, e.Encoding)
	e.WriteFile(path, b.text)
}
