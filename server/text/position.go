package text

import (
	"fmt"
	"unicode/utf8"
)

// Position is a place between two characters, as the protocol counts it: both
// numbers start at zero, and Character is in units of an Encoding.
type Position struct{ Line, Character uint32 }

// String gives the position as people count, from one.
func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line+1, p.Character+1) }

// Range is a pair of positions, End not included.
type Range struct{ Start, End Position }

// Encoding is the unit in which the characters of a line are counted.
type Encoding uint8

// The encodings of the protocol. UTF16 is what holds when nothing was agreed.
const (
	UTF16 Encoding = iota
	UTF8
	UTF32
)

var encodingNames = [...]string{UTF16: "utf-16", UTF8: "utf-8", UTF32: "utf-32"}

// String is the name that the protocol has for the encoding.
func (e Encoding) String() string { return encodingNames[e] }

// ParseEncoding finds the encoding with a name of the protocol, such as "utf-8".
func ParseEncoding(name string) (Encoding, bool) {
	for e, known := range encodingNames {
		if known == name {
			return Encoding(e), true
		}
	}
	return UTF16, false
}

// units counts the characters of s in the encoding.
func (e Encoding) units(s string) int {
	switch e {
	case UTF8:
		return len(s)
	case UTF32:
		return utf8.RuneCountInString(s)
	}
	n := 0
	for _, r := range s {
		n += utf16Len(r)
	}
	return n
}

// advance returns how many bytes of line are the first n characters. Where n
// ends inside a rune it stops before that rune; it never passes the line's end.
func (e Encoding) advance(line string, n int) int {
	if e == UTF8 {
		return runeStart(line, min(n, len(line)))
	}
	for i, r := range line {
		if e == UTF32 {
			n--
		} else {
			n -= utf16Len(r)
		}
		if n < 0 {
			return i
		}
	}
	return len(line)
}

func utf16Len(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}

// runeStart returns the start of the rune which has offset inside it, or offset
// itself when it lies between two runes.
func runeStart(s string, offset int) int {
	for back := 1; back < utf8.UTFMax && back <= offset; back++ {
		if _, size := utf8.DecodeRuneInString(s[offset-back:]); size > back {
			return offset - back
		}
	}
	return offset
}

func isASCII(s string) bool {
	for len(s) >= 8 {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
