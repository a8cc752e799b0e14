// Package document turns markdown into an immutable outline of sections.
//
// A Document is a value: nothing changes it after Parse. An edit makes a new
// one, and hands over what the edit did not touch: sections are parsed apart,
// and the parse of a section is kept under its text. All byte offsets refer to
// the text as the author has it, with its byte order mark and line endings.
//
// The markdown is CommonMark with GitHub's tables, task lists, strikethrough,
// bare links and footnotes, parsed by goldmark.
package document

import (
	"github.com/designls/designls/server/text"
)

// Document is one version of a design document.
type Document struct {
	Text        *text.Mapper
	FrontMatter *FrontMatter // nil when there is none
	Sections    []*Section   // in document order; [0] is the text before the first heading
	Blocks      []*Block     // the managed blocks that are well formed, in order
	Directives  []Directive  // the comments that silence rules, with absolute spans
	Problems    []Problem    // what is malformed in front matter and markers

	chunks *chunkCache
	named  anchorIndex
}

// Section is a heading with its own text, up to the next heading of any level.
type Section struct {
	Index   int       // in Document.Sections
	Parent  int       // index of the section that this one is under, -1 for none
	Heading *Heading  // nil for the text before the first heading
	Span    text.Span // heading and own text
	Deep    text.Span // with all subsections
	Managed *Block    // the managed block that holds the whole section, or nil
	Content *Content  // shared between versions while the text is the same

	path string
}

// Heading is the heading of a section.
type Heading struct {
	Text  string    // without markup
	Level int       // 1 to 6
	Span  text.Span // in the document, with markers or underline
	Slug  string    // the anchor that GitHub gives it, unique in the document
}

// Problem is something malformed that the document is read around.
type Problem struct {
	Code    string // "front-matter" or "managed-block"
	Span    text.Span
	Message string
}

// Path names the section by its headings from the top: "Design > Storage".
// The text before the first heading has the empty path.
func (s *Section) Path() string { return s.path }

// Title is the heading's text, or "" for the text before the first heading.
func (s *Section) Title() string {
	if s.Heading == nil {
		return ""
	}
	return s.Heading.Text
}

// Level is the heading's level, 0 for the text before the first heading.
func (s *Section) Level() int {
	if s.Heading == nil {
		return 0
	}
	return s.Heading.Level
}
