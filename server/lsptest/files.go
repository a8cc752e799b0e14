package lsptest

import (
	"os"
	"path/filepath"

	"go.lsp.dev/uri"
)

// URI names a file of the editor's directory, given with slashes.
func (e *Editor) URI(path string) uri.URI {
	return uri.File(filepath.Join(e.dir, filepath.FromSlash(path)))
}

// WriteFile writes a file on disk, which the editor does not take part in.
func (e *Editor) WriteFile(path, content string) {
	e.t.Helper()
	name := filepath.Join(e.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		e.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		e.t.Fatal(err)
	}
}

// ReadFile returns a file as it is on disk.
func (e *Editor) ReadFile(path string) string {
	e.t.Helper()
	data, err := os.ReadFile(filepath.Join(e.dir, filepath.FromSlash(path)))
	if err != nil {
		e.t.Fatal(err)
	}
	return string(data)
}
