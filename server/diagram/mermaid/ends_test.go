package mermaid

import (
	"slices"
	"testing"
)

func TestADiagramEndsBeforeWhatFollows(t *testing.T) {
	for source, want := range map[string][]string{
		"":                                       nil,
		"flowchart TD\n  a --> b\n":              nil,
		"flowchart TD\n  a --> b\n\n\n":          nil,
		"\nflowchart TD\n\nText.\n":              {"\nflowchart TD"},
		"flowchart TD\n  a\n\n  b\n \t\nText.\n": {"flowchart TD\n  a\n\n  b", "flowchart TD\n  a"},
		"flowchart TD\r\n  a\r\n\r\nText.":       {"flowchart TD\r\n  a"},
		"a\n\nb\n\nc\n\nd\n\ne\n\nf":             {"a\n\nb\n\nc\n\nd", "a\n\nb\n\nc", "a\n\nb", "a"},
	} {
		var got []string
		for _, end := range Ends(source) {
			got = append(got, source[:end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q ends at %q, want %q", source, got, want)
		}
	}
}

func TestABlockThatOpensEndsTheDiagramBefore(t *testing.T) {
	for source, want := range map[string]string{
		"flowchart TD\n  a\n```go\nf()\n":      "flowchart TD\n  a",
		"flowchart TD\n  a\n\n   ```` go x\nb": "flowchart TD\n  a",
		"flowchart TD\n  a\n    ```go\n":       "", // the code of an indented block
		"flowchart TD\n  a\n``go\n":            "",
		"flowchart TD\n  a\n~~~go\n":           "",
		"flowchart TD\n  a\n```a`b\n":          "",
		"```go\nf()\n":                         "", // then there is no diagram before it
	} {
		ends, open := EndsOf(source, "```")
		if open != (want != "") || open && source[:ends[0]] != want {
			t.Errorf("%q ends at %v, open: %v", source, ends, open)
		}
	}
}
