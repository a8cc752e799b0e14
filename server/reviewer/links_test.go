package reviewer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinksOfADraftLeadSomewhere(t *testing.T) {
	doc := parse("# Feed\n\nSee [notes](notes.md) and [^1] and [raft].\n\n## Storage\n\n[^1]: a note\n\n[raft]: https://raft.github.io\n")
	tests := []struct{ name, draft, want string }{
		{"to a section of the document", "[a](#storage)", "[a](#storage)"},
		{"to a section of its own", "## Cost\n\n[a](#cost)", "## Cost\n\n[a](#cost)"},
		{"to no section", "see [the **a**](#nowhere) now", "see the **a** now"},
		{"to a file that the author links to", "[a](notes.md)", "[a](notes.md)"},
		{"to a file that may not be there", "[a](other.md)", "a"},
		{"to a page", "[a](https://raft.github.io/raft.pdf)", "[a](https://raft.github.io/raft.pdf)"},
		{"to a page with a message", "[a](https://example.com/?q=secret)", "a"},
		{"to a program", "[a](javascript:alert)", "a"},
		{"a picture from elsewhere", "![chart](https://example.com/c.png) x", "chart x"},
		{"an address", "<https://example.com/?q=secret>", "`https://example.com/?q=secret`"},
		{"in code", "`[a](#nowhere)`\n\n```\n[a](#nowhere) [^9]\n```", "`[a](#nowhere)`\n\n```\n[a](#nowhere) [^9]\n```"},
		{"a footnote of the document", "x[^1]", "x[^1]"},
		{"a footnote of its own", "x[^2]\n\n[^2]: y", "x[^2]\n\n[^2]: y"},
		{"a footnote of the same name", "x[^1]\n\n[^1]: y", "x[^1-note]\n\n[^1-note]: y"},
		{"a footnote to nothing", "x[^7].", "x."},
		{"a definition of the same name", "[raft]\n\n[raft]: https://elsewhere.example\n", "[raft]\n\n"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, linked(test.draft, doc)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
