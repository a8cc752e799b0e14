package actions

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Figure is a mermaid block of a document.
type Figure struct {
	Span    text.Span // in the document, with its fences
	Opening text.Span // the line that opens it
	Source  string    // as mermaid gets it, without the marks of lists and quotes
}

// Figures are the mermaid blocks of a document, in order, also those in managed
// blocks.
func Figures(d *document.Document) []Figure {
	var all []Figure
	content := d.Text.Content()
	for _, f := range mermaidBlocks(d) {
		opening := f.span
		if end := strings.IndexAny(f.span.Of(content), "\r\n"); end >= 0 {
			opening.End = f.span.Start + end
		}
		all = append(all, Figure{Span: f.span, Opening: opening, Source: f.source})
	}
	return all
}
