package workspace

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/designls/designls/server/document"
)

// Brief reads the file that a document names as its problem statement: under
// "brief" in its front matter, or by the name given, which counts more. Names are
// paths relative to the document, or with a leading slash to the folder. The file
// must lie in the folder: a document cannot have other files sent anywhere. Both
// results are empty when no file is named.
func (f *Folder) Brief(documentPath string, doc *document.Document, given string) (name, content string, err error) {
	name = given
	if name == "" {
		name, _ = doc.FrontMatter.String("brief")
	}
	if name = strings.TrimSpace(name); name == "" {
		return "", "", nil
	}
	base := filepath.Dir(documentPath)
	if strings.HasPrefix(name, "/") {
		base = f.Root
	}
	path := filepath.Join(base, filepath.FromSlash(name))
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	root := f.Root
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	if rel, err := filepath.Rel(root, path); f.Root == "" || err != nil || rel == ".." || strings.HasPrefix(filepath.ToSlash(rel), "../") {
		return "", "", fmt.Errorf("the brief %q lies outside the workspace folder, so it was not read; name a file in the folder", name)
	}
	content, err = Read(path)
	if fault, ok := errors.AsType[*FileError](err); ok {
		fault.Path = fmt.Sprintf("the brief %q (%s)", name, fault.Path)
		return "", "", fault
	} else if err != nil {
		return "", "", fmt.Errorf("the brief %q was not read: %w", name, err)
	}
	return name, content, nil
}
