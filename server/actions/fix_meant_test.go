package actions

import (
	"strings"
	"testing"
)

// TestWhatIsDrawnOtherwiseThanMeantIsMended holds that mending does not stop at what
// the grammar rejects.
func TestWhatIsDrawnOtherwiseThanMeantIsMended(t *testing.T) {
	for source, want := range map[string]string{
		"classDiagram\n  class Cat extends Animal":                                      "Animal <|-- Cat",
		"erDiagram\n  USERS {\n    int id PRIMARY KEY\n  }":                             "int id PK",
		"C4Context\n  Person(u, \"User\"\n  System(s, \"Shop\")\n  Rel(u, s, \"uses\")": `Person(u, "User")`,
		"gantt\n  dateFormat YYYY-MM-DD\n  section A\n  Task : a1, 2024-13-45, 3d":      "hardly as it was meant",
		"flowchart LR\n  a[x (y)] --> b":                                                `a["x (y)"]`,
	} {
		after, result := broken(t, "# Doc\n\n```mermaid\n"+source+"\n```\n")
		if !strings.Contains(after+result.Summary, want) {
			t.Errorf("%s: no %q in %q, %s", source, want, after, result.Summary)
		}
	}
}

// TestNothingButTheDiagramIsMended holds that text which an open block swallows is left alone,
// and becomes text again.
func TestNothingButTheDiagramIsMended(t *testing.T) {
	const before = "# Doc\n\n```mermaid\nflowchart LR\n"
	for body, want := range map[string]string{
		"  a --> b\n": "  a --> b\n```\n",
		"  a --> b":   "  a --> b\n```",
		"  a[x (y)] --> b\n\nThe (first) text.\n":                   "  a[\"x (y)\"] --> b\n```\n\nThe (first) text.\n",
		"  a[x (y)] --> b\n\n## Next\n\n```go\nf()\n```\n\nMore.\n": "  a[\"x (y)\"] --> b\n```\n\n## Next\n\n```go\nf()\n```\n\nMore.\n",
		"  a --> b\n```mermaid\n\nText.\n\n```go\nf()\n```\n":       "  a --> b\n```\n\nText.\n\n```go\nf()\n```\n",
		"  a --> b\n\nThe (first) text.\n\n## Next\n\nMore.\n":      "  a --> b\n```\n\nThe (first) text.\n\n## Next\n\nMore.\n",
	} {
		if after, result := broken(t, before+body); after != before+want {
			t.Errorf("%s:\n%s", result.Summary, after)
		}
	}
}

// TestADiagramInAQuoteIsMended holds that lines of a quote stay in it, whatever stands
// before them.
func TestADiagramInAQuoteIsMended(t *testing.T) {
	const before, after = "# Doc\n\n> > ```mermaid\n> > flowchart LR\n> >   a[x (y)] --> b\n", "> >\n> >   b --> c\n> > ```\n> > more\n"
	want := strings.ReplaceAll(before, "[x (y)]", `["x (y)"]`) + after
	for _, rest := range []string{after, ">>\n>>   b --> c\n> > ```\n> > more\n"} {
		got, result := broken(t, before+rest)
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%s:\n%s", result.Summary, got)
		}
	}
}
