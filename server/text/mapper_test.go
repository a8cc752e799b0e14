package text

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinesEndAsTheProtocolSays(t *testing.T) {
	for content, want := range map[string][]string{
		"":               {""},
		"a":              {"a"},
		"a\n":            {"a", ""},
		"a\nb":           {"a", "b"},
		"a\r\nb\r\n":     {"a", "b", ""},
		"a\rb":           {"a", "b"},
		"a\r":            {"a", ""},
		"a\r\r\n\rb\n\n": {"a", "", "", "b", "", ""},
		"\n\r":           {"", "", ""},
		"é\r\n\xff\n😀":   {"é", "\xff", "😀"},
	} {
		m := NewMapper(content)
		var got []string
		for i := range m.LineCount() {
			got = append(got, m.LineSpan(i).Of(content))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("lines of %q (-want +got):\n%s", content, diff)
		}
	}
}

func TestLineOf(t *testing.T) {
	m := NewMapper("ab\r\ncd\n")
	for offset, want := range map[int]int{-1: 0, 0: 0, 2: 0, 3: 0, 4: 1, 6: 1, 7: 2, 99: 2} {
		if got := m.LineOf(offset); got != want {
			t.Errorf("LineOf(%d) = %d, want %d", offset, got, want)
		}
	}
	if got := m.LineSpan(17); got != (Span{7, 7}) {
		t.Errorf("a line past the last spans %v", got)
	}
}

// line 1 of this text has a character of each size, and a bad byte
const mixed = "\ufeffone\r\naé漢😀\xffz\ne\u0301\n"

func TestPositions(t *testing.T) {
	start := strings.Index(mixed, "a")
	for _, tt := range []struct {
		name               string
		offset             int
		utf8, utf16, utf32 uint32
	}{
		{"first", start, 0, 0, 0},
		{"two bytes", start + 1, 1, 1, 1},
		{"three bytes", start + 3, 3, 2, 2},
		{"four bytes", start + 6, 6, 3, 3},
		{"bad byte", start + 10, 10, 5, 4},
		{"last", start + 11, 11, 6, 5},
		{"end of line", start + 12, 12, 7, 6},
	} {
		m := NewMapper(mixed)
		for enc, want := range map[Encoding]uint32{UTF8: tt.utf8, UTF16: tt.utf16, UTF32: tt.utf32} {
			p := Position{Line: 1, Character: want}
			if got := m.OffsetPosition(tt.offset, enc); got != p {
				t.Errorf("%s in %v: position %v, want %v", tt.name, enc, got, p)
			}
			if got := m.PositionOffset(p, enc); got != tt.offset {
				t.Errorf("%s in %v: offset %d, want %d", tt.name, enc, got, tt.offset)
			}
		}
	}
}

func TestAByteOrderMarkIsACharacterOfItsLine(t *testing.T) {
	m := NewMapper(mixed)
	for enc, want := range map[Encoding]uint32{UTF8: 3, UTF16: 1, UTF32: 1} {
		if got := m.OffsetPosition(3, enc); got != (Position{0, want}) {
			t.Errorf("%v: the first letter is at %v, want character %d", enc, got, want)
		}
	}
}

func TestOffsetsInsideSomethingGoToItsStart(t *testing.T) {
	m := NewMapper("é\r\n😀")
	for _, tt := range []struct {
		offset int
		want   Position
	}{
		{-5, Position{0, 0}}, {1, Position{0, 0}}, {2, Position{0, 1}}, {3, Position{0, 1}},
		{4, Position{1, 0}}, {5, Position{1, 0}}, {7, Position{1, 0}}, {8, Position{1, 2}}, {99, Position{1, 2}},
	} {
		if got := m.OffsetPosition(tt.offset, UTF16); got != tt.want {
			t.Errorf("offset %d is at %v, want %v", tt.offset, got, tt.want)
		}
	}
}

func TestPositionsPastAnEndAreCutToIt(t *testing.T) {
	for _, content := range []string{"ab\r\n😀c", "ab\r\nxyzuvc"} {
		m := NewMapper(content)
		for _, enc := range []Encoding{UTF8, UTF16, UTF32} {
			if got := m.PositionOffset(Position{0, math.MaxUint32}, enc); got != 2 {
				t.Errorf("%v: past the line's end is %d, want 2", enc, got)
			}
			if got := m.PositionOffset(Position{math.MaxUint32, 0}, enc); got != len(content) {
				t.Errorf("%v: past the last line is %d, want %d", enc, got, len(content))
			}
		}
	}
}

func TestPositionsNeverSplitARune(t *testing.T) {
	m := NewMapper("x😀y")
	for _, tt := range []struct {
		enc       Encoding
		character uint32
		want      int
	}{{UTF16, 2, 1}, {UTF8, 2, 1}, {UTF8, 4, 1}, {UTF8, 5, 5}, {UTF16, 3, 5}, {UTF32, 2, 5}} {
		if got := m.PositionOffset(Position{0, tt.character}, tt.enc); got != tt.want {
			t.Errorf("character %d in %v is byte %d, want %d", tt.character, tt.enc, got, tt.want)
		}
	}
}

func TestRangeSpan(t *testing.T) {
	m := NewMapper("one\ntwo\n")
	got, err := m.RangeSpan(Range{Position{0, 1}, Position{9, 9}}, UTF16)
	if want := (Span{1, 8}); err != nil || got != want {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
	if back := m.SpanRange(Span{1, 6}, UTF16); back != (Range{Position{0, 1}, Position{1, 2}}) {
		t.Errorf("the range is %v", back)
	}
	_, err = m.RangeSpan(Range{Position{1, 2}, Position{1, 0}}, UTF16)
	if err == nil || !strings.Contains(err.Error(), "2:3-2:1") {
		t.Errorf("a reversed range gives %v, want an error that names it", err)
	}
}

func TestEncodingNames(t *testing.T) {
	for _, enc := range []Encoding{UTF8, UTF16, UTF32} {
		if back, ok := ParseEncoding(enc.String()); !ok || back != enc {
			t.Errorf("%v does not come back from its name", enc)
		}
	}
	if _, ok := ParseEncoding("utf-7"); ok {
		t.Error("utf-7 is taken for an encoding of the protocol")
	}
}
