package workspace

import (
	"cmp"
	"errors"
	"fmt"
	"maps"

	"github.com/designls/designls/server/text"
)

// Why a message about a buffer was refused.
var (
	ErrNotOpen      = errors.New("it is not open")
	ErrStaleVersion = errors.New("that version has already passed")
)

func notOpen(documentURI string) error {
	return fmt.Errorf("nothing was done with %s: %w; open it first", documentURI, ErrNotOpen)
}

// Open takes over a buffer. One that is open already is replaced. The error is a
// *FileError for a text too large to be reviewed; it is kept in step all the
// same, but is no design document.
func (s *Session) Open(documentURI, language string, version int32, content string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	name, _ := Path(documentURI)
	f := newFile(File{URI: documentURI, Path: name, Open: true, Version: version, Language: language, Text: text.NewMapper(content)}, nil)
	s.update(func(next *Snapshot) {
		next.setOpen(f)
		s.findOutside(next, f)
	})
	if len(content) > MaxSize {
		return &FileError{Path: cmp.Or(name, documentURI), Fault: TooLarge, Size: int64(len(content))}
	}
	return nil
}

// Change makes the changes of a buffer and returns them as edits, for anchors.
// It refuses a version that is not newer than the one held, and then nothing is
// changed: the error wraps ErrStaleVersion. It may also wrap ErrNotOpen.
func (s *Session) Change(documentURI string, version int32, changes []text.Change, enc text.Encoding) ([]text.Edit, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.current.Buffer(documentURI)
	if old == nil {
		return nil, notOpen(documentURI)
	}
	if version <= old.Version {
		return nil, fmt.Errorf("the change of %s to version %d was refused, as version %d is held: %w; the text is unchanged, and opening the document again brings it back in step", documentURI, version, old.Version, ErrStaleVersion)
	}
	mapper, edits, err := old.Text.Apply(changes, enc)
	if err != nil {
		return nil, fmt.Errorf("the change of %s to version %d was refused: %w; the text is unchanged, and opening the document again brings it back in step", documentURI, version, err)
	}
	f := newFile(File{URI: old.URI, Path: old.Path, Open: true, Version: version, Language: old.Language, Text: mapper}, old.latestParsed())
	s.update(func(next *Snapshot) { next.setOpen(f) })
	return edits, nil
}

// Close gives a buffer up: the file on disk counts again. The error wraps
// ErrNotOpen.
func (s *Session) Close(documentURI string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current.Buffer(documentURI) == nil {
		return notOpen(documentURI)
	}
	s.update(func(next *Snapshot) {
		next.open = maps.Clone(next.open)
		delete(next.open, key(documentURI))
	})
	return nil
}

func (s *Snapshot) setOpen(f *File) { s.open = withEntry(s.open, key(f.URI), f) }

// withEntry is a copy of m with one more entry.
func withEntry[V any](m map[string]V, k string, v V) map[string]V {
	next := make(map[string]V, len(m)+1)
	maps.Copy(next, m)
	next[k] = v
	return next
}
