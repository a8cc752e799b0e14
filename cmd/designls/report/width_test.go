package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/text"
)

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{
		"":             0,
		"plain":        5,
		"naïve":        5,
		"nai\u0308ve":  5, // combining diaeresis
		"設計":           4,
		"ｆｕｌｌ":         8,
		"한글":           4,
		"🚀":            2,
		"👩\u200d💻":     2, // joined into one
		"a\u200bb":     2, // zero-width space
		"\ufffd":       1,
		"\xff\xfe":     2,
		"❤\ufe0f done": 6,
	} {
		if got := columns(s); got != want {
			t.Errorf("columns(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestPrintableDisarmsControlCharacters(t *testing.T) {
	if got, want := printable("a\x1b[31m\tb\x7f\u009b1m\xff"), "a␛[31m    b␡\ufffd1m\ufffd"; got != want {
		t.Errorf("printable = %q, want %q", got, want)
	}
}

func TestWrapBreaksAtBlanks(t *testing.T) {
	got := wrap("one two  three\nfour incomprehensibilities 設計設計 設計", 10)
	want := []string{"one two", "three four", "incomprehensibilities", "設計設計", "設計"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("wrap (-want +got):\n%s", diff)
	}
}

func TestExcerptIsCutAroundTheMark(t *testing.T) {
	long := strings.Repeat("before ", 30)
	for name, c := range map[string]struct {
		content, mark string
		want          excerpt
	}{
		"short line":     {"\ta fast b\r\nnext", "fast", excerpt{"    a ", "fast", " b"}},
		"long line":      {long + "MARK" + long, "MARK", excerpt{"…before before ", "MARK", "before before b…"}},
		"near the start": {"see MARK" + long, "MARK", excerpt{"see ", "MARK", "before before before befor…"}},
		"near the end":   {long + "MARK.", "MARK", excerpt{"… before before before before ", "MARK", "."}},
		"long mark":      {"x" + strings.Repeat("y", 60), strings.Repeat("y", 60), excerpt{"x", strings.Repeat("y", 33) + "…", ""}},
		"over two lines": {"a b\nc d", "b\nc", excerpt{"a ", "b", ""}},
	} {
		m := text.NewMapper(c.content)
		got := cutExcerpt(m, spanOf(m, c.mark), 35)
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(excerpt{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if n := columns(got.before + got.marked + got.after); n > 35 {
			t.Errorf("%s: %d columns, want at most 35", name, n)
		}
	}
}

func TestUnderlineOfNothingIsOneCaret(t *testing.T) {
	m := text.NewMapper("設計\n")
	blank, carets := cutExcerpt(m, text.Span{Start: 6, End: 6}, 35).underline()
	if blank != "    " || carets != "^" {
		t.Errorf("underline = %q %q", blank, carets)
	}
}
