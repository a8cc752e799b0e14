package draw

import (
	"encoding/base64"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// sheetOf is what the contact sheet shows, by the beginning of the kind.
var sheetOf = []string{"context", "container", "whiteboard", "sequence", "data", "state", "container", "whiteboard", "sequence", "context", "container", "whiteboard"}

type shown struct {
	file, kind  string
	light, dark mermaidtest.Outcome
}

// TestContactSheet draws all that can be drawn of all documents, light and dark and on a narrow
// screen, counts what is wrong, and puts twelve of the drawings on one sheet. It is the measurement that
// make bench-diagrams does, and takes a minute.
func TestContactSheet(t *testing.T) {
	folder := os.Getenv("DESIGNLS_SHEET")
	if folder == "" {
		t.Skip("make bench-diagrams draws the contact sheet")
	}
	b := mermaidtest.New(t, "../../..")
	var all []shown
	failures, faults, crossed, struck := 0, 0, 0, 0
	count := func(o mermaidtest.Outcome) {
		if o.ParseError+o.RenderError != "" {
			failures++
		}
		faults += len(o.Overlaps) + len(o.Dim)
		crossed += len(o.Crossed)
		struck += len(o.Struck)
	}
	for _, file := range corpus(t) {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := allDrawings(t, document.Parse(text.NewMapper(string(content)), nil))
		for _, kind := range slices.Sorted(maps.Keys(found)) {
			for _, p := range found[kind].Pictures {
				s := shown{file: filepath.Base(file), kind: kind}
				for i, o := range []*mermaidtest.Outcome{&s.light, &s.dark} {
					if *o, err = b.DrawOn(t.Context(), p.Source, mermaidtest.Looks[i]); err != nil {
						t.Fatal(err)
					}
					count(*o)
				}
				narrow, err := b.DrawOn(t.Context(), p.Source, mermaidtest.Narrow)
				if err != nil {
					t.Fatal(err)
				}
				count(narrow)
				all = append(all, s)
			}
		}
	}
	t.Logf("%d pictures of %d documents, each light, dark and on a narrow screen: %d render failures, %d texts on others or hard to read, %d arrows through boxes, %d through texts", len(all), len(corpus(t)), failures, faults, crossed, struck)
	if failures+faults+crossed > 0 {
		t.Error("every picture has to render and to be readable")
	}
	path := filepath.Join(folder, "contact-sheet.png")
	drawings := chosen(all)
	slices.SortStableFunc(drawings, func(a, b shown) int { return b.rows() - a.rows() }) // so that they fill it
	if err := mermaidtest.Picture(t.Context(), sheet(drawings), path, 3720, sheetHeight(drawings)); err != nil {
		t.Fatal(err)
	}
	t.Logf("contact sheet: %s", path)
}

// chosen are twelve drawings, of as many documents and kinds as there are: of each kind
// first the largest that can still be read.
func chosen(all []shown) []shown {
	var found []shown
	for _, kind := range sheetOf {
		best := -1
		for i, s := range all {
			known := slices.ContainsFunc(found, func(f shown) bool { return f.file == s.file && strings.HasPrefix(f.kind, kind) })
			if strings.HasPrefix(s.kind, kind) && !known && s.light.Height < 2200 && (best < 0 || len(s.light.Boxes) > len(all[best].light.Boxes)) {
				best = i
			}
		}
		if best >= 0 {
			found = append(found, all[best])
		}
	}
	return found
}

// rows are how many of the sheet a drawing fills.
func (s shown) rows() int {
	if 3*s.light.Width < 2*s.light.Height {
		return 2
	}
	return 1
}

func sheetHeight(all []shown) int {
	cells := 0
	for _, s := range all {
		cells += s.rows()
	}
	return (cells + 2) / 3 * 540
}

// sheet is a page with the drawings, each as it looks on a light and on a dark page.
func sheet(all []shown) string {
	var b strings.Builder
	b.WriteString(`<!doctype html><meta charset="utf-8"><style>
body { margin: 0; font: 20px sans-serif; display: grid; grid-template-columns: repeat(3, 1fr); grid-auto-rows: 532px; grid-auto-flow: dense; gap: 8px; background: #888; }
figure { margin: 0; background: #fff; display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: 36px 1fr; min-height: 0; }
figcaption { grid-column: 1 / 3; padding: 4px 12px; }
div { display: flex; justify-content: center; align-items: center; padding: 6px; min-width: 0; min-height: 0; }
img { max-width: 100%; max-height: 100%; object-fit: contain; width: 100%; height: 100%; }
</style>`)
	for _, s := range all {
		fmt.Fprintf(&b, `<figure style="grid-row: span %d"><figcaption>%s: %s</figcaption>`, s.rows(), html.EscapeString(s.file), html.EscapeString(strings.Fields(s.kind)[0]))
		for i, o := range []mermaidtest.Outcome{s.light, s.dark} {
			fmt.Fprintf(&b, `<div style="background:%s"><img src="data:image/svg+xml;base64,%s"></div>`, mermaidtest.Looks[i].Page, base64.StdEncoding.EncodeToString([]byte(o.SVG)))
		}
		b.WriteString("</figure>")
	}
	return b.String()
}
