package draw

import (
	"context"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

const mostRendered = 5 // documents; each takes a second or two

// TestWhateverIsDrawnRenders has real mermaid draw what the printers print, as the hosts
// show it in turn. No text may lie on another or on a box that is not its own, or be
// hard to read.
func TestWhateverIsDrawnRenders(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("needs a browser")
	}
	b := mermaidtest.New(t, "../../..")
	for _, size := range []int{24, 40} {
		renderAll(t, b, "nasty names", false, drawings(t, graphOf(nasty, size), nasty[size%len(nasty)], machineOf(nasty, size)))
	}
	files := corpus(t)
	for _, file := range files[max(0, len(files)-mostRendered):] {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		renderAll(t, b, filepath.Base(file), true, allDrawings(t, document.Parse(text.NewMapper(string(content)), nil)))
	}
}

// renderAll draws pictures. In those that are calm no arrow may run through a box.
func renderAll(t *testing.T, b *mermaidtest.Browser, name string, calm bool, found map[string]Drawing) {
	t.Helper()
	n := 0
	for _, kind := range slices.Sorted(maps.Keys(found)) {
		for _, p := range found[kind].Pictures {
			look := mermaidtest.Looks[n%len(mermaidtest.Looks)]
			n++
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			o, err := b.DrawOn(ctx, p.Source, look)
			cancel()
			if err != nil {
				t.Fatal(err)
			}
			if o.ParseError != "" || o.RenderError != "" {
				t.Errorf("%s: %s: %s%s\n%s", name, kind, o.ParseError, o.RenderError, p.Source)
			}
			faults := slices.Concat(o.Overlaps, o.Dim)
			if calm {
				faults = append(faults, o.Crossed...)
			}
			for _, fault := range faults {
				t.Errorf("%s: %s, %s: %s", name, kind, look.Name, fault)
			}
		}
	}
}

// TestEveryKindIsReadableEverywhere draws a picture of each kind as every host shows it.
func TestEveryKindIsReadableEverywhere(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("needs a browser")
	}
	b := mermaidtest.New(t, "../../..")
	names := []string{"Client", "API server", "Order service", "Order database", "Event queue", "Session cache", "Payment provider", "Clerk", "Mail relay"}
	found := drawings(t, graphOf(names, len(names)), "Orders", machineOf(names, 5))
	for _, look := range mermaidtest.Looks {
		for _, kind := range slices.Sorted(maps.Keys(found)) {
			o, err := b.DrawOn(t.Context(), found[kind].Pictures[0].Source, look)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range slices.Concat(o.Overlaps, o.Dim) {
				t.Errorf("%s, %s: %s", kind, look.Name, fault)
			}
		}
	}
}

// TestTheGridIsWhereMermaidPutsBoxes compares the layout that texts are placed by with
// that of a browser.
func TestTheGridIsWhereMermaidPutsBoxes(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("needs a browser")
	}
	b := mermaidtest.New(t, "../../..")
	names := []string{"Clerk", "API server", "Order service", "Order database", "Event queue", "Session cache", "Payment provider", "Web app", "Mail relay", "Search index", "Audit log"}
	drawn, p := newPlan(graphOf(names, len(names))), newPlan(graphOf(names, len(names)))
	drawn.label()
	source, _ := drawn.printContainer("Orders")
	p.label()
	p.layOut("Orders") // anew: numbers at arrows, given while a picture is printed, take less room than words
	for _, look := range []mermaidtest.Look{mermaidtest.Looks[0], mermaidtest.Narrow} {
		o, err := b.DrawOn(t.Context(), source, look)
		if err != nil || o.RenderError != "" {
			t.Fatal(err, o.RenderError)
		}
		for _, real := range o.Boxes {
			dx, dy := p.offBy(real, o.Boxes[0])
			if math.Abs(dx) > 25 || math.Abs(dy) > 50 {
				t.Errorf("%s: %s is %.0f, %.0f from where it was thought to be", look.Name, real.ID, dx, dy)
			}
		}
	}
}

// offBy is how far a box is from where it was thought to be, beside another.
func (p *plan) offBy(real, first mermaidtest.Box) (dx, dy float64) {
	at := func(id string) rect {
		return p.boxes[slices.IndexFunc(p.boxes, func(b *box) bool { return b.id == id })].at
	}
	ours, base := at(real.ID), at(first.ID)
	return ours.left - base.left - (real.X - first.X), ours.top - base.top - (real.Y - first.Y)
}
