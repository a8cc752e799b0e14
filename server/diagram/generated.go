package diagram

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// withoutGenerated returns the document with generated headings and all that
// belongs to them blanked out. A generated heading changes what the author's text
// below it belongs to, so there the rest is parsed anew; where blocks have no
// headings, readers of sections pass over them.
func (e *Extractor) withoutGenerated(doc *document.Document) *document.Document {
	if !slices.ContainsFunc(doc.Sections, func(s *document.Section) bool { return s.Managed != nil }) {
		return doc
	}
	content := []byte(doc.Text.Content())
	for _, b := range doc.Blocks {
		for i := b.Span.Start; i < b.Span.End; i++ {
			if content[i] != '\n' && content[i] != '\r' {
				content[i] = ' '
			}
		}
	}
	e.authored = document.Parse(text.NewMapper(string(content)), e.authored)
	return e.authored
}

var generatedMark = text.Pattern(`<!--\s*designls:(begin|end)\b[^>]*-->`)

// generatedSpans are the parts of a section that designls wrote: what it drew is
// no evidence of what the author says.
func generatedSpans(source string) []text.Span {
	if !strings.Contains(source, "designls:") {
		return nil
	}
	var spans []text.Span
	start := -1
	for i, m := range generatedMark().FindAllStringSubmatchIndex(source, -1) {
		begin := source[m[2]:m[3]] == "begin"
		switch {
		case begin && start < 0:
			start = m[0]
		case !begin && (start >= 0 || i == 0):
			spans = append(spans, text.Span{Start: max(start, 0), End: m[1]})
			start = -1
		}
	}
	if start >= 0 {
		spans = append(spans, text.Span{Start: start, End: len(source)})
	}
	return spans
}

func coveredBy(spans []text.Span, at int) bool {
	for _, s := range spans {
		if s.Contains(at) {
			return true
		}
	}
	return false
}
