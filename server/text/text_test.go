package text

import (
	"strings"
	"testing"
)

func TestSpan(t *testing.T) {
	s := Span{2, 5}
	for name, got := range map[string]bool{
		"contains its first byte":         s.Contains(2),
		"does not contain its end":        !s.Contains(5),
		"contains itself":                 s.ContainsSpan(s),
		"does not contain a longer one":   !s.ContainsSpan(Span{2, 6}),
		"overlaps by a byte":              s.Overlaps(Span{4, 9}),
		"does not overlap its neighbour":  !s.Overlaps(Span{5, 9}),
		"overlaps an empty one inside":    s.Overlaps(Span{3, 3}),
		"shifts":                          s.Shift(-2) == Span{0, 3},
		"takes its part":                  s.Of("abcdefg") == "cde",
		"is cut to a shorter text":        s.Of("abc") == "c",
		"is nothing in a text too short":  s.Of("a") == "",
		"negative start is cut to start":  Span{-4, 1}.Of("ab") == "a",
		"end before start covers nothing": Span{3, 1}.Of("abcd") == "",
	} {
		if !got {
			t.Errorf("%s: no", name)
		}
	}
}

func TestEOLIsWhatTheTextUsesMost(t *testing.T) {
	for content, want := range map[string]string{
		"":                   "\n",
		"a":                  "\n",
		"a\nb\n":             "\n",
		"a\r\nb":             "\r\n",
		"a\r\nb\r\nc\n":      "\r\n",
		"a\r\nb\nc\n":        "\n",
		"a\rb\rc\n":          "\n",
		"\n\r\n":             "\n",
		"mixed\r\r\nand\r\n": "\r\n",
	} {
		if got := EOL(content); got != want {
			t.Errorf("EOL(%q) = %q, want %q", content, got, want)
		}
	}
}

func TestIsASCII(t *testing.T) {
	for n := range 40 {
		plain := strings.Repeat("x", n)
		if !isASCII(plain) {
			t.Errorf("%d ASCII bytes are not seen as such", n)
		}
		for i := range n {
			if isASCII(plain[:i] + "\x80" + plain[i+1:]) {
				t.Errorf("the byte above ASCII at %d of %d is missed", i, n)
			}
		}
	}
}
