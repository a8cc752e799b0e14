package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestApplyEditsInAnyOrder(t *testing.T) {
	edits := []Edit{{Span{6, 9}, "C"}, {Span{0, 0}, "<"}, {Span{3, 3}, "1"}, {Span{3, 5}, "B"}, {Span{3, 3}, "2"}}
	got, err := ApplyEdits("aaabb\nccc", edits)
	if want := "<aaa12B\nC"; err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
}

func TestApplyEditsAllOrNothing(t *testing.T) {
	for name, edits := range map[string][]Edit{
		"edits of bytes 0-3 and 2-4 overlap": {{Span{2, 4}, "x"}, {Span{0, 3}, "y"}},
		"bytes 3-9 does not fit":             {{Span{3, 9}, ""}},
		"bytes -1-2 does not fit":            {{Span{-1, 2}, ""}},
		"bytes 3-1 does not fit":             {{Span{3, 1}, ""}},
	} {
		got, err := ApplyEdits("abcd", edits)
		if err == nil || !strings.Contains(err.Error(), name) || got != "" {
			t.Errorf("got %q, %v; want an error with %q", got, err, name)
		}
	}
}

func TestDiffIsMinimal(t *testing.T) {
	for _, tt := range []struct {
		name, before, after string
		want                []Edit
	}{
		{"same", "a\n", "a\n", nil},
		{"word", "a\nsome text\nb\n", "a\nsome test\nb\n", []Edit{{Span{9, 10}, "s"}}},
		{"two places", "1\nx\n2\ny\n3\n", "1\nX\n2\nY\n3\n", []Edit{{Span{2, 3}, "X"}, {Span{6, 7}, "Y"}}},
		{"insertion", "a\nb\n", "a\nnew\nb\n", []Edit{{Span{2, 2}, "new\n"}}},
		{"removal", "a\nold\nb\n", "a\nb\n", []Edit{{Span{2, 6}, ""}}},
		{"whole rune", "é\n", "è\n", []Edit{{Span{0, 2}, "è"}}},
		{"whole emoji", "x😀\n", "x😁\n", []Edit{{Span{1, 5}, "😁"}}},
		{"line ending", "a\n", "a\r\n", []Edit{{Span{1, 2}, "\r\n"}}},
		{"line ending back", "a\r\nb", "a\rb", []Edit{{Span{1, 3}, "\r"}}},
		{"final newline", "a", "a\n", []Edit{{Span{1, 1}, "\n"}}},
		{"from nothing", "", "a\n", []Edit{{Span{0, 0}, "a\n"}}},
	} {
		if diff := cmp.Diff(tt.want, Diff(tt.before, tt.after)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestUnified(t *testing.T) {
	got := Unified("a.md", "b.md", "one\ntwo\n", "one\nTWO\n")
	want := "--- a.md\n+++ b.md\n@@ -1,2 +1,2 @@\n one\n-two\n+TWO\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := Unified("a", "b", "same", "same"); got != "" {
		t.Errorf("no difference is shown as %q", got)
	}
}
