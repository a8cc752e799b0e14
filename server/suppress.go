package server

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// ignoreReason stands in a new comment until the author gives a better one.
const ignoreReason = "not relevant here"

// ignoreHere returns the edit that silences a rule for the block at an offset.
func ignoreHere(doc *document.Document, rule string, offset int) text.Edit {
	comment := fmt.Sprintf("<!-- designls-ignore %s: %s -->", rule, ignoreReason)
	section := doc.SectionAt(offset)
	block, nested := blockAt(section.Content, offset-section.Span.Start)
	content := doc.Text.Content()
	if block == nil || !nested {
		at := offset
		if block != nil {
			at = section.Span.Start + block.Span.Start
		}
		line := doc.Text.LineSpan(doc.Text.LineOf(at))
		// The comment stands right above, as wide as it can be told to reach.
		return text.Edit{Span: text.Span{Start: line.Start, End: line.Start}, New: comment + "\n"}
	}
	at := section.Span.Start + block.Inner.End
	for at > section.Span.Start && strings.ContainsRune(" \t\r\n", rune(content[at-1])) {
		at--
	}
	return text.Edit{Span: text.Span{Start: at, End: at}, New: " " + comment}
}

// blockAt returns the block whose text an offset lies in. It is nested when it is
// part of a list, a quote or a table, where a comment on a line of its own would
// mean something else; then it is the paragraph or cell.
func blockAt(c *document.Content, offset int) (block *document.Node, nested bool) {
	for i := range c.Nodes {
		n := &c.Nodes[i]
		if !n.Span.Contains(offset) && n.Span.End != offset {
			continue
		}
		switch {
		case n.Parent < 0:
			block, nested = n, false
		case n.Kind == document.KindParagraph || n.Kind == document.KindCell:
			block, nested = n, true
		}
	}
	return block, nested
}
