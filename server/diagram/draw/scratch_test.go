package draw

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func TestScratch(t *testing.T) {
	out := os.Getenv("SCRATCH")
	if out == "" {
		t.Skip()
	}
	only := os.Getenv("ONLY")
	kindOnly := os.Getenv("KIND")
	pics := os.Getenv("PICS") != ""
	b := mermaidtest.New(t, "../../..")
	n, bad, dim := 0, 0, 0
	for _, file := range corpus(t) {
		if !strings.Contains(file, only) {
			continue
		}
		content, _ := os.ReadFile(file)
		d := document.Parse(text.NewMapper(string(content)), nil)
		found := allDrawings(t, d)
		var kinds []string
		for k := range found {
			kinds = append(kinds, k)
		}
		sort.Strings(kinds)
		for _, kind := range kinds {
			if !strings.HasPrefix(kind, kindOnly) {
				continue
			}
			for i, p := range found[kind].Pictures {
				name := fmt.Sprintf("%s-%s-%d", strings.TrimSuffix(filepath.Base(file), ".md"), strings.ReplaceAll(kind, " ", ""), i)
				os.WriteFile(filepath.Join(out, name+".mmd"), []byte(p.Source), 0o644)
				for _, look := range mermaidtest.Looks[:2] {
					o, err := b.DrawOn(t.Context(), p.Source, look)
					if err != nil {
						t.Fatal(err)
					}
					n++
					if o.RenderError != "" {
						t.Errorf("%s: %s", name, o.RenderError)
						continue
					}
					if len(o.Overlaps) > 0 && look.Theme == "default" {
						bad++
						t.Logf("%s %dx%d: %s", name, o.Width, o.Height, strings.Join(o.Overlaps, "; "))
					}
					if len(o.Dim) > 0 {
						dim++
						t.Logf("%s %s: DIM %s", name, look.Name, strings.Join(o.Dim, "; "))
					}
					if pics {
						html := fmt.Sprintf(`<body style="margin:0;background:%s"><img src="data:image/svg+xml;base64,%s" style="width:%dpx">`, look.Page, base64.StdEncoding.EncodeToString([]byte(o.SVG)), o.Width)
						if err := mermaidtest.Picture(t.Context(), html, filepath.Join(out, name+"-"+strings.ReplaceAll(look.Name, " ", "")+".png"), o.Width+10, o.Height+10); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
		}
	}
	t.Logf("%d drawn, %d overlapping, %d dim", n, bad, dim)
}
