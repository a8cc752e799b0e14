package mermaid

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/text"
)

func TestSlipsAreNamedAndMended(t *testing.T) {
	g := grammar(t)
	golden(t, "slips", func(t *testing.T, source string) string {
		v := check(t, g, source)
		if v.OK {
			t.Errorf("this parses:\n%s", source)
			return ""
		}
		issue, err := g.Explain(t.Context(), v, source)
		if err != nil {
			t.Fatal(err)
		}
		checkFixes(t, g, source, issue)
		return said(source, issue)
	})
}

// said is an issue as the golden files have it.
func said(source string, issue Issue) string {
	out := goldenSays + strings.ReplaceAll(issue.Span.Of(source), "\n", `\n`) + "\n" + goldenSays + issue.Message + "\n"
	if len(issue.Fixes) == 0 {
		return out
	}
	fix := issue.Fixes[0]
	title := fix.Title
	if !fix.Preferred {
		title += " (a guess)"
	}
	fixed, err := text.ApplyEdits(source, fix.Edits)
	if err != nil {
		return out + err.Error()
	}
	return out + goldenSays + title + "\n" + strings.TrimSuffix(fixed, "\n") + "\n"
}

func checkFixes(t *testing.T, g *Grammar, source string, issue Issue) {
	t.Helper()
	if issue.Span.Len() == 0 && strings.TrimSpace(source) != "" {
		t.Errorf("nothing is marked in\n%s", source)
	}
	for _, fix := range issue.Fixes {
		fixed, err := text.ApplyEdits(source, fix.Edits)
		if err != nil {
			t.Errorf("%s: %v", fix.Title, err)
		} else if v := check(t, g, fixed); !v.OK {
			t.Errorf("%s: it does not parse:\n%s", fix.Title, fixed)
		}
	}
}

func TestFixesOfMutantsParse(t *testing.T) {
	if testing.Short() {
		t.Skip("not in short mode: it parses some thousand diagrams")
	}
	t.Parallel()
	g := grammar(t)
	var sources []string
	for _, e := range examples(t) {
		sources = append(sources, e.source)
	}
	broken, fixed := 0, 0
	for _, source := range mutants(sources, 2) {
		v := check(t, g, source)
		if v.OK {
			continue
		}
		broken++
		issue, err := g.Explain(t.Context(), v, source)
		if err != nil {
			t.Fatal(err)
		}
		checkFixes(t, g, source, issue)
		if issue.Message == "" {
			t.Errorf("nothing is said of\n%s", source)
		}
		if len(issue.Fixes) > 0 {
			fixed++
		}
	}
	t.Logf("a fix for %d of %d broken mutants", fixed, broken)
}

func TestRepair(t *testing.T) {
	g := grammar(t)
	for _, tt := range []struct {
		name, source, want string
		notes              int
	}{
		{"nothing to do", "flowchart LR\n  a --> b\n", "flowchart LR\n  a --> b\n", 0},
		{
			"slips of several kinds",
			"flowchart LR\n  a[Orders (v2)] -> b\n  start --> end\n  subgraph x\n  c\n",
			"flowchart LR\n  a[\"Orders (v2)\"] --> b\n  start --> End\n  subgraph x\n  c\n  end\n", 4,
		},
		{
			"a line that cannot be mended becomes a comment",
			"flowchart LR\n  a -> b\n  Then all is well.\n  b --> c\n",
			"flowchart LR\n  a --> b\n  %% Then all is well.\n  b --> c\n", 2,
		},
		{"windows line ends stay", "sequenceDiagram\r\n  alt x\r\n  A=>B: y\r\n", "sequenceDiagram\r\n  alt x\r\n  A->>B: y\r\n  end\r\n", 2},
	} {
		fixed, notes, ok, err := g.Repair(t.Context(), tt.source)
		if err != nil || !ok || fixed != tt.want || len(notes) != tt.notes {
			t.Errorf("%s: got %q, %q, %v, %v", tt.name, fixed, notes, ok, err)
		}
	}
}

func TestRepairLeavesWhatItCannotMend(t *testing.T) {
	g := grammar(t)
	for _, source := range []string{"", "prose without an end\n", "@startuml\nA -> B\n@enduml\n", "digraph G {\n a -> b\n}\n", "%% nothing\n"} {
		fixed, notes, ok, err := g.Repair(t.Context(), source)
		if ok || err != nil || fixed != source || notes != nil {
			t.Errorf("%q: got %q, %q, %v, %v", source, fixed, notes, ok, err)
		}
	}
}
