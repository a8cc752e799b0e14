package sketch

import (
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
)

// BenchmarkDrawing is what a diagram costs that was read already, as a hover and
// as a picture.
func BenchmarkDrawing(b *testing.B) {
	for name, size := range map[string][2]int{"8 boxes": {8, 9}, "25 boxes": {25, 30}} {
		reading := random(3, size[0], size[1])
		b.Run(name+" as a hover", func(b *testing.B) { draws(b, reading, Limits{Columns: 80, Rows: 32}, columns) })
		b.Run(name+" as a picture", func(b *testing.B) { draws(b, reading, Limits{}, pixels) })
	}
}

func draws(b *testing.B, r mermaid.Reading, l Limits, of measure) {
	for b.Loop() {
		if _, _, _, err := fit(b.Context(), r, l, of); err != nil {
			b.Fatal(err)
		}
	}
}
