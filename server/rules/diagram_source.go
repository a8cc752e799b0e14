package rules

import (
	"sort"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// diagramSource is the text of a mermaid block as mermaid gets it: without the
// marks of quotes and the indentation of list items that it stands in.
type diagramSource struct {
	text    string
	opening text.Span // the line that opens the block
	closing int       // where the block ends
	closed  bool      // with a line of its own
	marker  string    // with which it opens
	margin  string    // what stands before the lines of the text in the document
	eol     string
	lines   []margined
}

// margined is a line of the text that begins at one offset there and at another
// in the section.
type margined struct{ at, in int }

// diagrams are the mermaid blocks of a section.
func diagrams(c *document.Content) []diagramSource {
	var all []diagramSource
	for i, n := range c.Nodes {
		if n.Kind == document.KindFence && n.Language() == "mermaid" {
			all = append(all, newDiagramSource(c, i))
		}
	}
	return all
}

func newDiagramSource(c *document.Content, node int) diagramSource {
	n := c.Nodes[node]
	inner := n.Inner.Of(c.Source)
	d := diagramSource{opening: n.Span, closing: n.Span.End, closed: n.Span.End > n.Inner.End, eol: text.EOL(c.Source)}
	if end := strings.IndexAny(c.Text(n), "\r\n"); end >= 0 {
		d.opening.End = n.Span.Start + end
	}
	d.marker = fenceOf(d.opening.Of(c.Source))
	d.margin = c.Source[strings.LastIndexAny(c.Source[:n.Inner.Start], "\r\n")+1 : n.Inner.Start]
	if d.margin == "" || n.Inner.Len() == 0 {
		d.text, d.lines = inner, []margined{{0, n.Inner.Start}}
		return d
	}
	quotes := 0
	for q := c.Ancestor(node, document.KindQuote); q >= 0; q = c.Ancestor(q, document.KindQuote) {
		quotes++
	}
	var b strings.Builder
	at := n.Inner.Start
	for l := range strings.Lines(inner) {
		skip := 0
		if at > n.Inner.Start {
			skip = marginOf(l, quotes, len(d.margin))
		}
		d.lines = append(d.lines, margined{b.Len(), at + skip})
		b.WriteString(l[skip:])
		at += len(l)
	}
	d.text = b.String()
	return d
}

// marginOf is the length of what stands before a line's own text: so many marks
// of quotes, and blanks up to the width of the first line's margin.
func marginOf(l string, quotes, width int) int {
	i := 0
	for i < len(l) && i < width && (l[i] == ' ' || l[i] == '\t' || l[i] == '>' && quotes > 0) {
		if l[i] == '>' {
			quotes--
		}
		i++
	}
	return i
}

// offset is where in the section a place of the text is.
func (d *diagramSource) offset(at int) int {
	i := sort.Search(len(d.lines), func(i int) bool { return d.lines[i].at > at }) - 1
	return d.lines[i].in + at - d.lines[i].at
}

// span is where in the section a part of the text is. What has no extent is shown
// at the line that opens the block.
func (d *diagramSource) span(s text.Span) text.Span {
	if s.Len() <= 0 {
		return d.opening
	}
	return text.Span{Start: d.offset(s.Start), End: d.offset(s.End-1) + 1}
}

// fix turns edits of the text into edits of the section, where new lines get the
// margin of the others.
func (d *diagramSource) fix(title string, edits []text.Edit, preferred bool) finding.Fix {
	f := finding.Fix{Title: title, Preferred: preferred}
	for _, e := range edits {
		put := strings.ReplaceAll(e.New, "\n", "\n"+d.margin)
		if e.Span.Start == len(d.text) && strings.HasSuffix(d.text, "\n") { // before the margin of the line that closes the block
			put = strings.TrimSuffix(d.margin+put, d.margin)
		}
		f.Edits = append(f.Edits, text.Edit{Span: text.Span{Start: d.offset(e.Span.Start), End: d.offset(e.Span.End)}, New: put})
	}
	return f
}
