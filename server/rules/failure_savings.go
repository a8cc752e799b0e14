package rules

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// savedText is a sentence, or a row of a table, that says that something is saved.
type savedText struct {
	words string // in lower case, with the heading over it
	own   string // without the heading
	every bool   // of every part
	span  text.Span
	row   bool // of a table about failures
}

// failing are headings, of sections and of tables, under which everything is about
// what happens when something fails.
var failing = pattern(`\bfail(?:s|ing|ures?|over)?\b|\boutages?\b|\bdisaster|\brecovery\b|\bfallbacks?\b|\bdegradation\b`)

// savings are those of a section.
func savings(s *document.Section) []savedText {
	r := savingsReader{content: s.Content, lower: lowerASCII(s.Content.Prose), heading: lowerASCII(s.Title())}
	r.about = failing().MatchString(r.heading)
	last := -1 // the row that was read last
	for _, sentence := range r.content.Sentences {
		node := r.content.Nodes[sentence.Block]
		switch {
		case node.Kind == document.KindHeading:
		case node.Kind != document.KindCell:
			r.add(sentence.Span, r.about)
		case node.Parent != last:
			last = node.Parent
			r.row(r.content.Nodes[last])
		}
	}
	for _, d := range diagrams(r.content) {
		for line := range strings.Lines(lowerASCII(d.text)) {
			if saves(line) {
				r.all = append(r.all, savedText{words: line, own: line, span: d.opening})
			}
		}
	}
	return r.all
}

// savingsReader reads a section.
type savingsReader struct {
	content        *document.Content
	lower, heading string
	about          bool // the section is about failures
	inTable        bool // the table is
	all            []savedText
}

func (r *savingsReader) row(n document.Node) {
	if n.Kind == document.KindHeaderRow {
		r.inTable = failing().MatchString(n.Span.Of(r.lower))
		return
	}
	r.add(n.Span, r.about || r.inTable)
	if r.inTable {
		r.all[len(r.all)-1].row = true
	}
}

func (r *savingsReader) add(at text.Span, sure bool) {
	words := unmarked.Replace(at.Of(r.lower))
	if sure || saves(words) {
		r.all = append(r.all, savedText{words: r.heading + " " + words, own: words, every: everything().MatchString(words), span: at})
	}
}

// cellEnd stands between the cells of a row.
const cellEnd = "\x00"

var unmarked = strings.NewReplacer("\r\n", " ", "\n", " ", "|", cellEnd)
