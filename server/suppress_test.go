package server

import (
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func TestIgnoreHere(t *testing.T) {
	const comment = "<!-- designls-ignore vague-requirement: not relevant here -->"
	for _, tt := range []struct{ name, before, after string }{
		{"paragraph", "# A\n\nIt is\nfast.\n\nMore.\n", "# A\n\n" + comment + "\nIt is\nfast.\n\nMore.\n"},
		{"item", "# A\n\n- one\n- fast\n- three\n", "# A\n\n- one\n- fast " + comment + "\n- three\n"},
		{"loose item", "# A\n\n- one\n\n- fast\n\n- three\n", "# A\n\n- one\n\n- fast " + comment + "\n\n- three\n"},
		{"cell", "# A\n\n| a | b |\n|---|---|\n| fast | c |\n", "# A\n\n| a | b |\n|---|---|\n| fast " + comment + " | c |\n"},
		{"heading", "# A\n\ntext\n\n## fast\n\nmore\n", "# A\n\ntext\n\n" + comment + "\n## fast\n\nmore\n"},
		{"first heading", "# fast\n\nmore\n", comment + "\n# fast\n\nmore\n"},
		{"front matter above", "---\ntitle: x\n---\nfast\n", "---\ntitle: x\n---\n" + comment + "\nfast\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := document.Parse(text.NewMapper(tt.before), nil)
			after := mustApply(t, tt.before, ignoreHere(doc, "vague-requirement", strings.Index(tt.before, "fast")))
			if after != tt.after {
				t.Fatalf("got %q, want %q", after, tt.after)
			}
			at := strings.Index(after, "fast")
			covers := func(d document.Directive) bool {
				return d.Target.Contains(at) && slices.Equal(d.Rules, []string{"vague-requirement"})
			}
			if d := document.Parse(text.NewMapper(after), nil).Directives; !slices.ContainsFunc(d, covers) {
				t.Errorf("the comment does not cover the text: %+v", d)
			}
		})
	}
}
