package reviewer

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// after puts a text after the passage, as what it is: an item after the item, a row
// after the row, a sentence after the sentence, anything else after the block. It is
// false where nothing can be put by itself.
func (p passage) after(fresh string) (text.Edit, bool) {
	content := p.doc.Text.Content()
	at := func(end int, before string) (text.Edit, bool) {
		return text.Edit{Span: text.Span{Start: end, End: end}, New: before + fresh}, true
	}
	if f, ok := p.within(document.KindFence); ok {
		if f.Info == "mermaid" || !f.Inner.ContainsSpan(p.span) || fencing(fresh) {
			return text.Edit{}, false
		}
		return at(lineEnd(content, p.span.End), "\n"+indent(content, p.span.End))
	}
	if item, ok := p.within(document.KindItem); ok && isItem(fresh) {
		if strings.Contains(fresh, "\n\n") || fencing(fresh) {
			return text.Edit{}, false
		}
		margin := indent(content, item.Span.Start)
		fresh = strings.ReplaceAll(fresh, "\n", "\n"+margin)
		return at(trimmed(content, item.Span).End, "\n"+margin)
	}
	if row, ok := p.row(); ok && bars(fresh) > 0 {
		if strings.Contains(fresh, "\n") || bars(fresh) != bars(row.Span.Of(content)) {
			return text.Edit{}, false
		}
		return at(lineEnd(content, row.Span.End), "\n"+indent(content, row.Span.Start))
	}
	b, one := p.block()
	if one && flat(fresh) && (b.Kind == document.KindParagraph || b.Kind == document.KindCell && !strings.Contains(fresh, "\n")) {
		return at(p.span.End, " ")
	}
	return at(p.afterBlock(), "\n\n")
}

// row is the row of a table that the passage stands in. A new one cannot stand
// between the header and its rule.
func (p passage) row() (document.Node, bool) { return p.within(document.KindRow) }

// indent is the white space, and the marks of quotations, that the line of an offset
// begins with.
func indent(content string, at int) string {
	start := strings.LastIndexByte(content[:at], '\n') + 1
	line := content[start:lineEnd(content, start)]
	return line[:len(line)-len(strings.TrimLeft(line, " \t>"))]
}

// afterBlock is the end of the paragraph, list or table at the top that the passage
// stands in.
func (p passage) afterBlock() int {
	end := p.span.End
	for _, n := range p.nodes {
		if n.Parent < 0 && n.Span.ContainsSpan(p.span) {
			end = n.Span.End
		}
	}
	return len(strings.TrimRight(p.doc.Text.Content()[:end], " \t\r\n"))
}
