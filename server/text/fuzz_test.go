package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var seeds = []string{
	"", "a", "one\ntwo\n", "a\r\nb\r\n", "a\rb\r", "\r\r\n\n\r", "\ufeff# Title\n", "naïve 漢字 😀\n",
	"e\u0301 👩‍👩‍👧\r\n", "\xff\xfe bad \x80\xc3", "\xed\xa0\x80", "x\xf0\x9f\x98", "\x00\n",
}

func FuzzPositionRoundTrip(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		m := NewMapper(content)
		for _, enc := range []Encoding{UTF8, UTF16, UTF32} {
			for offset := 0; offset <= len(content); offset++ {
				p := m.OffsetPosition(offset, enc)
				if want := naivePosition(content, offset, enc); p != want {
					t.Fatalf("%v: offset %d of %q is at %v, want %v", enc, offset, content, p, want)
				}
				if isPlace(content, offset) && m.PositionOffset(p, enc) != offset {
					t.Fatalf("%v: offset %d of %q comes back as %d", enc, offset, content, m.PositionOffset(p, enc))
				}
			}
		}
	})
}

// isPlace reports whether offset lies between two characters.
func isPlace(content string, offset int) bool {
	if offset > 0 && offset < len(content) && content[offset-1] == '\r' && content[offset] == '\n' {
		return false
	}
	for i := range content {
		if i >= offset {
			return i == offset
		}
	}
	return offset == len(content)
}

// naivePosition walks the text rune by rune.
func naivePosition(content string, offset int, enc Encoding) Position {
	var p Position
	for i := 0; i < offset; {
		r, size := utf8.DecodeRuneInString(content[i:])
		crlf := strings.HasPrefix(content[i:], "\r\n")
		switch {
		case crlf && i+1 == offset, i+size > offset:
			return p
		case crlf:
			p, size = Position{Line: p.Line + 1}, 2
		case r == '\n' || r == '\r':
			p = Position{Line: p.Line + 1}
		case enc == UTF8:
			p.Character += uint32(size)
		case enc == UTF16 && r > 0xffff:
			p.Character += 2
		default:
			p.Character++
		}
		i += size
	}
	return p
}

func FuzzApply(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[len(seeds)-1-i], uint32(0), uint32(1), uint32(1), uint32(0), uint8(i))
	}
	f.Fuzz(func(t *testing.T, content, insert string, l1, c1, l2, c2 uint32, unit uint8) {
		enc := Encoding(unit % 3)
		r := Range{Position{l1 % 8, c1 % 16}, Position{l2 % 8, c2 % 16}}
		m := NewMapper(content)
		for range 3 {
			start, end := m.PositionOffset(r.Start, enc), m.PositionOffset(r.End, enc)
			next, edits, err := m.Apply([]Change{{&r, insert}}, enc)
			if start > end {
				if err == nil {
					t.Fatalf("the reversed range %v was applied", r)
				}
				return
			}
			if err != nil || len(edits) != 1 {
				t.Fatalf("%v: edits %v, %v", r, edits, err)
			}
			checkSame(t, "edit", next, m.content[:start]+insert+m.content[end:])
			m = next
		}
	})
}

func FuzzDiff(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[len(seeds)-1-i])
		f.Add(s, strings.ReplaceAll(s, "\n", "\r\n"))
		f.Add(s+"x\n"+s, s+"y\n"+s)
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		edits := Diff(before, after)
		got, err := ApplyEdits(before, edits)
		if err != nil || got != after {
			t.Fatalf("%q to %q: %v gives %q, %v", before, after, edits, got, err)
		}
		for _, e := range edits {
			if !isPlace(before, e.Span.Start) || !isPlace(before, e.Span.End) {
				if utf8.ValidString(before) && utf8.ValidString(after) {
					t.Fatalf("%q to %q: %v splits a character", before, after, e)
				}
			}
		}
		whole, _, err := NewMapper(before).Apply([]Change{{nil, after}}, UTF16)
		if err != nil {
			t.Fatal(err)
		}
		checkSame(t, "whole text", whole, after)
	})
}

func FuzzMoveKeepsWhatWasNotTouched(f *testing.F) {
	f.Add("one two three", "XX", uint8(4), uint8(3), uint8(2), uint8(2))
	f.Fuzz(func(t *testing.T, content, insert string, start, length, editStart, editLength uint8) {
		s := Span{int(start), int(start) + int(length)}
		e := Edit{Span{int(editStart), int(editStart) + int(editLength)}, insert}
		if s.End > len(content) || e.Span.End > len(content) {
			return
		}
		after, err := ApplyEdits(content, []Edit{e})
		if err != nil {
			t.Fatal(err)
		}
		moved, intact := s.Move(e)
		if moved.Start < 0 || moved.End < moved.Start || moved.End > len(after) {
			t.Fatalf("%v moved by %v to %v of %d bytes", s, e, moved, len(after))
		}
		if intact && moved.Of(after) != s.Of(content) {
			t.Fatalf("%v moved by %v to %v: %q became %q", s, e, moved, s.Of(content), moved.Of(after))
		}
	})
}
