package server

import (
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/text"
)

// typed is a diagram with a message without a text.
const typed = "sequenceDiagram\n  A->>B: ping\n  C->>D\n  E->>F: ping\n"

// TestWhatWasWrongStaysWhileADiagramIsTyped holds that what is wrong with a diagram
// does not come and go with each keystroke: until there is a verdict on the new
// text, the last one stands, at its words.
func TestWhatWasWrongStaysWhileADiagramIsTyped(t *testing.T) {
	at := strings.Index(typed, "C->>D")
	issue := mermaid.Issue{Span: text.Span{Start: at, End: at + 5}, Message: "no text", Fixes: []mermaid.Fix{{Title: "x"}}}
	told := []judged{{"flowchart LR\n  a --> b\n", nil}, {typed, []mermaid.Issue{issue}}}
	edit := func(old, with string) string { return strings.Replace(typed, old, with, 1) }
	for name, c := range map[string]struct {
		source string
		want   string
	}{
		"above":             {edit("B: ping", "B: ping pong"), "C->>D"},
		"a line above":      {edit("  C", "  B->>A: hello\n  C"), "C->>D"},
		"below":             {edit("F: ping", "F: pong"), "C->>D"},
		"both":              {strings.Replace(edit("B: ping", "B: hi"), "F: ping", "F: hi", 1), "C->>D"},
		"both ends":         {strings.Replace("%% drawn\n"+typed, "  E->>F: ping\n", "  E->>F: ping\n  F->>E: pong\n", 1), "C->>D"},
		"a line away":       {edit("  A->>B: ping\n", ""), "C->>D"},
		"the words":         {edit("C->>D", "C->>"), ""},
		"right after them":  {edit("C->>D", "C->>D: ping"), ""},
		"right before them": {edit("C->>D", "BC->>D"), ""},
		"all of it":         {"classDiagram\n  class Something_Else\n  class Another_One\n", ""},
		"the line is gone":  {edit("  C->>D\n", ""), ""},
	} {
		v := &verdicts{inspector: mermaid.NewInspector(mermaid.New(mermaid.Embedded)), before: told, asked: map[string]bool{}}
		issues, known := v.Verdict(c.source)
		if known || !slices.Equal(v.unknown, []string{c.source}) {
			t.Errorf("%s: known %v, to be checked %q", name, known, v.unknown)
		}
		var got string
		for _, i := range issues {
			got += i.Span.Of(c.source)
			if i.Fixes != nil {
				t.Errorf("%s: a fix that nobody has parsed", name)
			}
		}
		if got != c.want {
			t.Errorf("%s: stands %q, want %q", name, got, c.want)
		}
		if c.want != "" && (len(v.now) != 1 || v.now[0].source != typed) {
			t.Errorf("%s: the next review would not know of it: %+v", name, v.now)
		}
	}
}
