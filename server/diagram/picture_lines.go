package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// line is a line of a diagram without its indentation, comment and terminator.
type line struct {
	text string
	at   int
}

func (l line) span() text.Span { return text.Span{Start: l.at, End: l.at + len(l.text)} }

var directive = text.Pattern(`(?s)%%\{.*?\}%%`)

// diagramLines cuts a diagram into lines, without front matter, directives,
// comments and what is empty.
func diagramLines(source string) []line {
	blank := directive().ReplaceAllStringFunc(source, func(s string) string { return blankOut(s) })
	if head := strings.TrimLeft(blank, " \t\r\n"); strings.HasPrefix(head, "---") {
		start := len(blank) - len(head)
		if end := strings.Index(blank[start+3:], "\n---"); end >= 0 {
			end += start + 3 + len("\n---")
			blank = blankOut(blank[:end]) + blank[end:]
		}
	}
	var out []line
	at := 0
	for l := range strings.Lines(blank) {
		s := strings.TrimRight(l, " \t\r\n")
		body := strings.TrimLeft(s, " \t")
		if body != "" && !strings.HasPrefix(body, "%%") {
			out = append(out, line{body, at + len(s) - len(body)})
		}
		at += len(l)
	}
	return out
}

// blankOut replaces everything but line ends, so that places stay.
func blankOut(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return r
		}
		return ' '
	}, strings.ToValidUTF8(s, " "))
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, " \t;{"); i >= 0 {
		return s[:i]
	}
	return s
}
