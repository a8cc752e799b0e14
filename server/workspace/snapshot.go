package workspace

import (
	"cmp"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"go.lsp.dev/uri"
)

// Snapshot is the workspace at one moment: its folders, and the text of every
// open buffer. It never changes, and may be used from any goroutine.
type Snapshot struct {
	Number int64 // grows with every change of the session

	folders []*Folder          // of the workspace, in the editor's order
	outside map[string]*Folder // by root, of open files that lie in none of them
	nowhere *Folder            // of everything else
	open    map[string]*File   // by key of the URI
	disk    *disk
}

// Folders are the workspace's folders, in the editor's order, and after them
// those found around open files that lie in none of them.
func (s *Snapshot) Folders() []*Folder {
	roots := slices.Sorted(maps.Keys(s.outside))
	folders := slices.Clone(s.folders)
	for _, root := range roots {
		folders = append(folders, s.outside[root])
	}
	return folders
}

// Open are the open buffers, in the order of their URIs.
func (s *Snapshot) Open() []*File {
	files := slices.Collect(maps.Values(s.open))
	slices.SortFunc(files, func(a, b *File) int { return cmp.Compare(a.URI, b.URI) })
	return files
}

// Buffer is the open buffer of a URI, or nil.
func (s *Snapshot) Buffer(documentURI string) *File { return s.open[key(documentURI)] }

// File is the open buffer of a URI, or else its file on disk. Its error is a
// *FileError or ErrNotOpen, for a buffer without a file.
func (s *Snapshot) File(documentURI string) (*File, error) {
	if f := s.Buffer(documentURI); f != nil {
		return f, nil
	}
	name, ok := Path(documentURI)
	if !ok {
		return nil, notOpen(documentURI)
	}
	return s.disk.file(name)
}

// Folder is the folder a URI belongs to: the innermost, if they are nested. A
// URI outside all of them gets a folder with the editor's settings only; it is
// never nil.
func (s *Snapshot) Folder(documentURI string) *Folder {
	k := key(documentURI)
	if f := innermost(s.folders, k); f != nil {
		return f
	}
	if f := innermost(slices.Collect(maps.Values(s.outside)), k); f != nil {
		return f
	}
	return s.nowhere
}

func innermost(folders []*Folder, k string) *Folder {
	var best *Folder
	for _, f := range folders {
		if isUnder(f.URI, k) && (best == nil || len(f.URI) > len(best.URI)) {
			best = f
		}
	}
	return best
}

// isUnder reports whether one URI, as a key, lies under another.
func isUnder(folderURI, k string) bool {
	return strings.HasPrefix(k, strings.TrimSuffix(folderURI, "/")+"/")
}

// Rel is the path of a URI relative to its folder, with slashes: what settings
// and the ledger go by. It is empty for a buffer without a file.
func (s *Snapshot) Rel(documentURI string) string {
	f := s.Folder(documentURI)
	if name, ok := Path(documentURI); ok {
		if rel, ok := f.Rel(name); ok {
			return rel
		}
		return filepath.Base(name)
	}
	if f == s.nowhere {
		return ""
	}
	u, err := uri.Parse(key(documentURI))
	if err != nil {
		return ""
	}
	root, _ := uri.Parse(f.URI)
	return strings.Trim(strings.TrimPrefix(u.Path(), path.Clean(root.Path())), "/")
}

// IsDesign decides whether a file is a design document: by its front matter, or
// else by its path in its folder. A buffer that has no file yet is one only if it
// is markdown and its front matter says so. Buffers of other schemes, such as the
// old side of a comparison, are none, unless a workspace folder has that scheme.
func (s *Snapshot) IsDesign(f *File) bool {
	folder := s.Folder(f.URI)
	switch {
	case len(f.Text.Content()) > MaxSize:
		return false
	case f.Path != "" || folder != s.nowhere:
		return folder.IsDesign(s.Rel(f.URI), f.Document())
	case scheme(f.URI) == "untitled" && f.Language == "markdown":
		return folder.IsDesign("", f.Document())
	}
	return false
}

// Exists reports whether a link in a file leads to a file or folder, on disk or
// only open so far. The target is a decoded path, as for Folder.Exists. Without
// a path of its own nothing can be told, and every link is taken to be right.
func (s *Snapshot) Exists(f *File, target string) bool {
	if f.Path == "" {
		return true
	}
	linked := filepath.Join(filepath.Dir(f.Path), filepath.FromSlash(target))
	if s.Buffer(URI(linked)) != nil {
		return true
	}
	return s.Folder(f.URI).Exists(f.Path, target)
}
