package lsptest

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"go.lsp.dev/protocol"
)

// The positions of the fake editor are counted here, slowly and apart from the
// server's own counting, which they check.

// position returns where an offset of a text is, in the units of an encoding.
func position(text string, offset int, encoding protocol.PositionEncodingKind) protocol.Position {
	line, start := 0, 0
	for next := lineEnd(text, start); next <= offset && next > start && endsLine(text, next); next = lineEnd(text, start) {
		line, start = line+1, next
	}
	return protocol.Position{Line: uint32(line), Character: uint32(units(text[start:offset], encoding))}
}

// lineEnd returns the offset after the line that starts at an offset.
func lineEnd(text string, start int) int {
	i := strings.IndexAny(text[start:], "\r\n")
	switch {
	case i < 0:
		return len(text)
	case strings.HasPrefix(text[start+i:], "\r\n"):
		return start + i + 2
	}
	return start + i + 1
}

func endsLine(text string, offset int) bool {
	return text[offset-1] == '\n' || text[offset-1] == '\r'
}

func units(s string, encoding protocol.PositionEncodingKind) int {
	switch encoding {
	case protocol.PositionEncodingKindUTF8:
		return len(s)
	case protocol.PositionEncodingKindUTF32:
		return utf8.RuneCountInString(s)
	}
	return len(utf16.Encode([]rune(s)))
}

// offset returns the byte at a position. It fails for a position that the text
// does not have: a server which names such a place is wrong.
func offset(text string, p protocol.Position, encoding protocol.PositionEncodingKind) (int, error) {
	start := 0
	for range p.Line {
		next := lineEnd(text, start)
		if next == start || !endsLine(text, next) {
			return 0, fmt.Errorf("line %d is past the end of the text", p.Line)
		}
		start = next
	}
	line := strings.TrimRight(text[start:lineEnd(text, start)], "\r\n")
	for i := 0; i <= len(line); i++ {
		if (i == len(line) || utf8.RuneStart(line[i])) && units(line[:i], encoding) == int(p.Character) {
			return start + i, nil
		}
	}
	return 0, fmt.Errorf("line %d has no character %d: %q", p.Line, p.Character, line)
}
