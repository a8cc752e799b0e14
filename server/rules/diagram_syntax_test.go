package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// grammarNow checks diagrams while it is asked, and counts.
type grammarNow struct {
	t         testing.TB
	inspector *mermaid.Inspector
	asked     int
}

func newGrammar(t testing.TB) *grammarNow {
	if !mermaid.HasEmbedded() {
		t.Skip("built without mermaid's grammar; run make grammar")
	}
	if mermaidtest.Slow() {
		t.Skip("mermaid's grammar is too slow under the race detector; make test leaves the script engine out of it")
	}
	g := mermaid.New(mermaid.Embedded)
	t.Cleanup(func() { _ = g.Close() })
	return &grammarNow{t: t, inspector: mermaid.NewInspector(g)}
}

func (g *grammarNow) Verdict(source string) ([]mermaid.Issue, bool) {
	g.asked++
	issues, err := g.inspector.Inspect(g.t.Context(), source)
	if err != nil {
		g.t.Error(err)
	}
	return issues, err == nil
}

func syntaxOf(t *testing.T, content string, env Environment) []finding.Finding {
	var found []finding.Finding
	for _, f := range checkIn(t, content, env).Findings {
		if f.Rule == diagramSyntax.ID {
			checkFinding(t, content, f)
			found = append(found, f)
		}
	}
	return found
}

// TestSyntaxIsMendedWhereTheDiagramStands takes the preferred fix of a broken
// diagram, in all the places in which a diagram can stand.
func TestSyntaxIsMendedWhereTheDiagramStands(t *testing.T) {
	grammar := newGrammar(t)
	const diagram = "sequenceDiagram\n  loop each minute\n    A->>B: ping"
	for place, layout := range map[string][2]string{
		"fence":      {"```mermaid\n@\n```\n", ""},
		"tildes":     {"~~~~ Mermaid {width=50%}\n@\n~~~~\n", ""},
		"indented":   {"  ```mermaid\n@\n  ```\n", "  "},
		"item":       {"- See:\n\n  ```mermaid\n@\n  ```\n", "  "},
		"quote":      {"> ```mermaid\n@\n> ```\n", "> "},
		"item/quote": {"1. See:\n   > ```mermaid\n@\n   > ```\n", "   > "},
		"open":       {"```mermaid\n@\n", ""},
	} {
		for _, eol := range []string{"\n", "\r\n"} {
			build := func(diagram string) string {
				lines := layout[1] + strings.ReplaceAll(diagram, "\n", "\n"+layout[1])
				return strings.ReplaceAll("# Flow\n\n"+strings.Replace(layout[0], "@", lines, 1), "\n", eol)
			}
			content := build(diagram)
			found := syntaxOf(t, content, Environment{Diagrams: grammar})
			if len(found) != 1 || len(found[0].Fixes) == 0 || found[0].Severity != finding.Error {
				t.Fatalf("%s: found %+v", place, found)
			}
			if got := found[0].Span.Of(content); got != "loop each minute" {
				t.Errorf("%s: it is shown at %q", place, got)
			}
			if want := found[0].Fixes[0].Title + "."; found[0].Options[0] != want {
				t.Errorf("%s: the first option is %q, want what the fix does: %q", place, found[0].Options[0], want)
			}
			mended, err := text.ApplyEdits(content, found[0].Fixes[0].Edits)
			if want := build(diagram + "\n  end"); err != nil || mended != want {
				t.Errorf("%s (-want +got): %v\n%s", place, err, cmp.Diff(want, mended))
			}
			if again := syntaxOf(t, mended, Environment{Diagrams: grammar}); len(again) > 0 {
				t.Errorf("%s: after the fix: %s", place, again[0].Message)
			}
		}
	}
}

func TestSyntaxLeavesAlone(t *testing.T) {
	grammar := newGrammar(t)
	for name, content := range map[string]string{
		"what parses":             "# A\n\n```mermaid\nflowchart LR\n  a --> b\n```\n",
		"what is not mermaid":     "# A\n\n```text\nflowchart LR\n  a[x (y)] -> b\n```\n",
		"what speaks of mermaid":  "# A\n\nWrite `mermaid` after the fence.\n",
		"a quoted line":           "# A\n\n> ```mermaid\n> flowchart LR\n>   a --> b\n> ```\n",
		"text under ignore":       "# A\n\n<!-- designls-ignore diagram-syntax: an example -->\n\n```mermaid\nflowchart LR\n  a[x (y)] --> b\n```\n",
		"generated text":          "# A\n\n" + document.RenderBlock("x", "x", "1", "```mermaid\nflowchart LR\n  a[x (y)] --> b\n```\n"),
		"front matter, directive": "# A\n\n```mermaid\n---\ntitle: T\n---\n%%{init: {}}%%\nflowchart LR\n  a --> b\n```\n",
	} {
		if found := syntaxOf(t, content, Environment{Diagrams: grammar}); len(found) > 0 {
			t.Errorf("%s: %s", name, found[0].Message)
		}
	}
}

func TestWhatParsesAndIsNotDrawnIsAWarning(t *testing.T) {
	found := syntaxOf(t, "# A\n\n```mermaid\nclassDiagram\n  class Cat extends Animal\n```\n", Environment{Diagrams: newGrammar(t)})
	if len(found) != 1 || found[0].Severity != finding.Warning {
		t.Errorf("found %+v", found)
	}
}

func TestAnEmptyDiagramIsShownAtItsFence(t *testing.T) {
	content := "# A\n\n```mermaid\n```\n"
	found := syntaxOf(t, content, Environment{})
	if len(found) != 1 || found[0].Span.Of(content) != "```mermaid" {
		t.Errorf("found %+v", found)
	}
}

// verdictsLater knows nothing until it is told to.
type verdictsLater struct {
	ready  bool
	before []mermaid.Issue // what was wrong with the source before it was edited
	asked  []string
}

func (v *verdictsLater) Verdict(source string) ([]mermaid.Issue, bool) {
	v.asked = append(v.asked, source)
	if !v.ready {
		return v.before, false
	}
	return []mermaid.Issue{{Span: text.Span{End: 4}, Message: "Out of luck."}}, true
}

// TestVerdictsThatComeLaterAreSeen holds that a section is checked again when
// what was not known of its diagram is known, and only then.
func TestVerdictsThatComeLaterAreSeen(t *testing.T) {
	doc := document.Parse(text.NewMapper("# A\n\nText.\n\n## B\n\n```mermaid\nflowchart LR\n  a --> b\n```\n"), nil)
	checker := NewChecker([]Rule{diagramSyntax})
	later := &verdictsLater{}
	for _, step := range []struct {
		ready              bool
		computed, findings int
	}{{false, 2, 0}, {false, 2, 0}, {true, 3, 1}, {true, 3, 1}} {
		later.ready = step.ready
		report := checker.Check(doc, Environment{Diagrams: later})
		if got := checker.Stats().Computed; got != step.computed || len(report.Findings) != step.findings {
			t.Errorf("ready %v: %d computed, %d found; want %d, %d", step.ready, got, len(report.Findings), step.computed, step.findings)
		}
	}
	for _, source := range later.asked {
		if source != "flowchart LR\n  a --> b\n" {
			t.Errorf("asked about %q", source)
		}
	}
}

// TestWhatWasWrongBeforeIsShownUntilItIsKnown holds that findings stay while an
// author types, each at its place.
func TestWhatWasWrongBeforeIsShownUntilItIsKnown(t *testing.T) {
	content := "# B\n\n```mermaid\nflowchart LR\n  a --> b\n```\n"
	doc := document.Parse(text.NewMapper(content), nil)
	checker := NewChecker([]Rule{diagramSyntax})
	later := &verdictsLater{}
	for _, word := range []string{"flow", "chart", ""} {
		later.before = nil
		if word != "" {
			at := strings.Index("flowchart", word)
			later.before = []mermaid.Issue{{Span: text.Span{Start: at, End: at + len(word)}, Message: "Out of luck."}}
		}
		var found string
		for _, f := range checker.Check(doc, Environment{Diagrams: later}).Findings {
			found += f.Span.Of(content)
		}
		if found != word {
			t.Errorf("found %q, want %q", found, word)
		}
	}
}
