package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

const (
	tabWidth = 4
	joiner   = '\u200d' // joins two emoji into one
)

// columns is how many columns of a terminal a text takes.
func columns(s string) int {
	n := 0
	joined := false
	for _, r := range s {
		if !joined {
			n += runeColumns(r)
		}
		joined = r == joiner
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x20 || r == 0x7f:
		return 0
	case r < 0x7f:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// printable makes a piece of a document safe to print: tabs become blanks, and
// other control characters, which could drive the terminal, their pictures.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x20:
			return r + '\u2400'
		case r == 0x7f:
			return '\u2421'
		case 0x80 <= r && r < 0xa0:
			return unicode.ReplacementChar
		}
		return r
	}, strings.ReplaceAll(s, "\t", strings.Repeat(" ", tabWidth)))
}

// wrap breaks a text into lines of at most so many columns, at blanks. A longer
// word has a line of its own.
func wrap(s string, limit int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.Fields(s) {
		word = printable(word)
		n := columns(word)
		if used > 0 && used+1+n > limit {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += n
	}
	return append(lines, line.String())
}
