package knowledge

import (
	"testing"
)

// BenchmarkStyle recognizes a style and what is missing, as the rule does
// whenever a heading changes.
func BenchmarkStyle(b *testing.B) {
	headings := headingsOf(Template("design-doc", "Ticket shop"))
	for range 5 {
		headings = append(headings, headings[1:20]...)
	}
	for b.Loop() {
		if style, ok := RecognizeStyle(headings, "docs/design.md", nil); ok {
			style.Missing(headings)
		}
	}
}
