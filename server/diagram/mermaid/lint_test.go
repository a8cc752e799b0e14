package mermaid

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"github.com/designls/designls/server/text"
)

func TestLintsAreNamed(t *testing.T) {
	golden(t, "lints", func(t *testing.T, source string) string {
		issues := Lint(source)
		if len(issues) == 0 {
			t.Errorf("nothing is said of\n%s", source)
			return ""
		}
		return said(source, issues[0])
	})
}

func TestFixesOfLintsMendThem(t *testing.T) {
	g := grammar(t)
	for _, source := range goldenSources(t, "lints") {
		if v := check(t, g, source); !v.OK {
			t.Errorf("this does not parse, so it needs no lint: %v\n%s", v.Error, source)
		}
		for _, fix := range Lint(source)[0].Fixes {
			fixed, err := text.ApplyEdits(source, fix.Edits)
			if err != nil {
				t.Fatal(err)
			}
			if v := check(t, g, fixed); !v.OK || len(Lint(fixed)) >= len(Lint(source)) {
				t.Errorf("%s: it does not mend the diagram:\n%s", fix.Title, fixed)
			}
		}
	}
}

func TestNothingElseIsSaidOfWhatParses(t *testing.T) {
	for _, e := range examples(t) {
		if issues := Lint(e.source); e.ok && (len(issues) > 0) != strings.Contains(e.name, "(lint)") {
			t.Errorf("%s: %v", e.name, issues)
		}
	}
}

func TestALongDiagramIsNotDrawn(t *testing.T) {
	source := "flowchart LR\n" + strings.Repeat("  a --> b\n", 5000)
	if issues := Lint(source); len(issues) != 1 || issues[0].Span.Of(source) != "flowchart LR" {
		t.Errorf("got %v", issues)
	}
	if issues := Lint("flowchart LR\n" + strings.Repeat("  a --> b\n", 4900)); issues != nil {
		t.Errorf("got %v", issues)
	}
}

// TestWhatIsSaidNotToBeDrawnIsNot asks real mermaid, and that the rest is drawn.
func TestWhatIsSaidNotToBeDrawnIsNot(t *testing.T) {
	t.Parallel()
	browser := mermaidtest.New(t, repository)
	long := "flowchart LR\n" + strings.Repeat("  a --> b\n", 5000)
	if draws(t, &browser, long, hangs) {
		t.Error("a diagram of more than 50,000 characters is drawn")
	}
	for _, entry := range goldenEntries(readFile(t, "testdata/lints/undrawn.txt")) {
		if draws(t, &browser, entry[0], hangs) {
			t.Errorf("this is drawn:\n%s", entry[0])
		}
	}
	for _, entry := range goldenEntries(readFile(t, "testdata/lints/unmeant.txt")) {
		if !draws(t, &browser, entry[0], time.Minute) {
			t.Errorf("this is not drawn:\n%s", entry[0])
		}
	}
}

// hangs is how long a drawing may take that is expected to fail or never to end.
const hangs = 5 * time.Second

// draws reports whether mermaid draws a diagram. When it does not come to an end,
// the browser is replaced.
func draws(t *testing.T, browser **mermaidtest.Browser, source string, limit time.Duration) bool {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	o, err := (*browser).Draw(ctx, source)
	if err != nil {
		*browser = mermaidtest.New(t, repository)
		return false
	}
	return o.RenderError == "" && !strings.Contains(o.SVG, "Maximum text size")
}
