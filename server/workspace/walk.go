package workspace

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Walk returns the design documents under a directory of the folder, in the
// order of their paths, which begin with dir as it was given. What cannot be
// read is left out and told in the error, which joins one *FileError for each;
// the documents returned are right nevertheless. Links are not followed.
func (f *Folder) Walk(ctx context.Context, dir string) ([]string, error) {
	var found []string
	var faults []error
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		full := filepath.Join(dir, filepath.FromSlash(name))
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			faults = append(faults, &FileError{Path: full, Fault: faultOf(err), Err: err})
			return fs.SkipDir
		case entry.IsDir() && name != "." && isSkippedFolder(entry.Name()):
			return fs.SkipDir
		case entry.Type().IsRegular() && f.isDesignFile(full):
			found = append(found, full)
		}
		return nil
	})
	return found, errors.Join(append(faults, err)...)
}

// isDesignFile decides about a file on disk, by its path and front matter.
func (f *Folder) isDesignFile(name string) bool {
	absolute, err := filepath.Abs(name)
	if err != nil {
		return false
	}
	rel, ok := f.Rel(absolute)
	if !ok {
		rel = filepath.ToSlash(filepath.Base(name))
	}
	byPath := f.IsDesign(rel, nil)
	if !byPath && !isMarkdown(strings.ToLower(rel)) {
		return false
	}
	if enabled, said := enabledOnDisk(name); said {
		return enabled
	}
	return byPath
}

// enabledOnDisk is Enabled for a file. Only a file that seems to say something
// is read as a whole.
func enabledOnDisk(name string) (enabled, said bool) {
	head, err := readHead(name)
	if err != nil || !strings.Contains(head, "designls") {
		return false, false
	}
	if content, err := Read(name); err == nil {
		doc := document.Parse(text.NewMapper(content), nil)
		return Enabled(doc.FrontMatter)
	}
	return false, false
}

// headSize is how far into a file its front matter is looked for.
const headSize = 4 << 10

// readHead returns the first bytes of a file, if they can be front matter.
func readHead(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	buffer := make([]byte, headSize)
	n, err := file.Read(buffer)
	head := strings.TrimPrefix(string(buffer[:n]), bom)
	if !strings.HasPrefix(head, "---") && !strings.HasPrefix(head, "+++") {
		return "", err
	}
	return head, err
}
