package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// indentUnderRoot puts every line after the root of a mindmap under it.
func indentUnderRoot(s *scene) (text.Span, []text.Edit) {
	if len(s.lines) < 2 {
		return text.Span{}, nil
	}
	var edits []text.Edit
	var at text.Span
	root := len(s.indent(s.lines[0]))
	for _, l := range s.lines[1:] {
		if at.Len() == 0 && len(s.indent(l)) <= root {
			at = l.span
		}
		if at.Len() > 0 {
			edits = append(edits, l.replace(0, 0, strings.Repeat(" ", root+2)))
		}
	}
	return at, edits
}

// quoteBlocks puts the texts of a block diagram in quotes, which it always needs.
func quoteBlocks(_ *scene, l line) []text.Edit {
	var edits []text.Edit
	for _, b := range labels(l.text) {
		if in := l.text[b.start:b.end]; b.closed && b.close != "|" && unquoted(in) == in {
			edits = append(edits, l.replace(b.start, b.end, `"`+inLabel(in)+`"`))
		}
	}
	return edits
}
