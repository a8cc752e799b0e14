package workspace

import (
	"sync"
	"sync/atomic"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// File is one version of a text, open in the editor or on disk. It never
// changes.
type File struct {
	URI      string // as the editor wrote it
	Path     string // absolute; empty for a buffer without a file
	Open     bool
	Version  int32  // of an open buffer
	Language string // what the editor takes an open buffer for
	Text     *text.Mapper

	derived *derived
}

// derived is what is made from a file's text when it is first asked for.
type derived struct {
	parse   func() *document.Document
	parsed  atomic.Pointer[document.Document]
	earlier atomic.Pointer[document.Document] // supplies what did not change; nil once parsed, or every version would be kept by the next
}

// newFile completes a file. The earlier document, of a version before it, may be
// nil.
func newFile(f File, earlier *document.Document) *File {
	d := &derived{}
	d.earlier.Store(earlier)
	d.parse = sync.OnceValue(func() *document.Document {
		doc := document.Parse(f.Text, d.earlier.Load())
		d.parsed.Store(doc)
		d.earlier.Store(nil)
		return doc
	})
	f.derived = d
	return &f
}

// Document is the text as a document. It is parsed when first asked for, once.
func (f *File) Document() *document.Document { return f.derived.parse() }

// latestParsed is the newest document of this file or of a version before it, if
// any was asked for.
func (f *File) latestParsed() *document.Document {
	earlier := f.derived.earlier.Load() // before parsed, which is set before this is dropped
	if doc := f.derived.parsed.Load(); doc != nil {
		return doc
	}
	return earlier
}
