package server

import (
	"testing"

	"github.com/designls/designls/server/text"
)

func TestRebase(t *testing.T) {
	before := "# A\n\nalpha\n\n# B\n\nbeta\n"
	at := func(start, end int, new string) text.Edit {
		return text.Edit{Span: text.Span{Start: start, End: end}, New: new}
	}
	for _, tt := range []struct {
		name    string
		edit    text.Edit
		changes []text.Edit
		want    string // "" when the place was edited away
	}{
		{"typing above", at(12, 12, "X\n"), []text.Edit{at(5, 5, "the ")}, "# A\n\nthe alpha\n\nX\n# B\n\nbeta\n"},
		{"typing below", at(5, 5, "X\n"), []text.Edit{at(17, 17, "the ")}, "# A\n\nX\nalpha\n\n# B\n\nthe beta\n"},
		{"typing at the place, a line begun", at(22, 22, "X\n"), []text.Edit{at(22, 22, "more")}, "# A\n\nalpha\n\n# B\n\nbeta\nmore\n\nX"},
		{"typing at the place, in a line", at(12, 12, "X\n"), []text.Edit{at(12, 12, "see ")}, "# A\n\nalpha\n\nsee # B\n\nX\n\nbeta\n"},
		{"typing in what is replaced", at(5, 10, "X"), []text.Edit{at(7, 7, "!")}, ""},
		{"the place removed", at(12, 12, "X\n"), []text.Edit{at(5, 15, "")}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			after := before
			for _, c := range tt.changes {
				after = mustApply(t, after, c)
			}
			moved, ok := rebase([]text.Edit{tt.edit}, tt.changes, before, after)
			if ok != (tt.want != "") {
				t.Fatalf("intact: %v", ok)
			}
			if !ok {
				return
			}
			if got := mustApply(t, after, moved...); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAtEnd(t *testing.T) {
	block := "\n<!-- designls:begin recap kind=insert-recap source=1 body=2 -->\n\nBody\n\n<!-- designls:end recap -->\n"
	no := func(string) bool { return false }
	yes := func(string) bool { return true }
	for _, tt := range []struct {
		name, content string
		has           func(string) bool
		want          string
	}{
		{"keeps the markers", "a\n", no, "a\n" + block},
		{"drops markers that would be doubled", "a\n", yes, "a\n\nBody\n"},
		{"ends the last line first", "a", no, "a\n" + block},
		{"in an empty document", "", no, block[1:]},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := mustApply(t, tt.content, atEnd(block, tt.content, tt.has))
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWithEOL(t *testing.T) {
	for content, want := range map[string]string{"a\r\nb\r\n": "x\r\ny\r\n", "a\nb\n": "x\ny\n", "": "x\ny\n"} {
		if got := withEOL([]text.Edit{{New: "x\r\ny\n"}}, content)[0].New; got != want {
			t.Errorf("in %q: got %q, want %q", content, got, want)
		}
	}
}

func mustApply(t *testing.T, content string, edits ...text.Edit) string {
	t.Helper()
	after, err := text.ApplyEdits(content, edits)
	if err != nil {
		t.Fatal(err)
	}
	return after
}
