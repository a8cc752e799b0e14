package draw

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

const mostRendered = 6 // documents; each takes a second or two

// TestWhateverIsDrawnRenders has real mermaid draw what the printers print.
func TestWhateverIsDrawnRenders(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	b := mermaidtest.New(t, "../../..")
	for _, size := range []int{24, 100} {
		renderAll(t, b, "nasty names", drawings(t, graphOf(nasty, size), nasty[size%len(nasty)], machineOf(nasty, size)))
	}
	files := corpus(t)
	for _, file := range files[max(0, len(files)-mostRendered):] {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := document.Parse(text.NewMapper(string(content)), nil)
		renderAll(t, b, filepath.Base(file), allDrawings(t, d))
	}
}

func renderAll(t *testing.T, b *mermaidtest.Browser, name string, found map[string]Drawing) {
	t.Helper()
	for kind, d := range found {
		for _, p := range d.Pictures {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			o, err := b.Draw(ctx, p.Source)
			cancel()
			if err != nil {
				t.Fatal(err)
			}
			if o.ParseError != "" || o.RenderError != "" {
				t.Errorf("%s: %s: %s%s\n%s", name, kind, o.ParseError, o.RenderError, p.Source)
			}
			for _, fault := range slices.Concat(o.Overlaps, o.Dim) {
				t.Errorf("%s: %s: %s", name, kind, fault)
			}
		}
	}
}
