package report

import (
	"strings"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

// excerpt is a line of a document with a part of it underlined.
type excerpt struct {
	before, marked, after string
}

const ellipsis = "…"

// cutExcerpt takes the first line that a span covers, cut to a number of columns
// around the marked part. A quarter of them is kept for what comes before.
func cutExcerpt(m *text.Mapper, span text.Span, limit int) excerpt {
	line := m.LineSpan(m.LineOf(span.Start))
	start := min(span.Start, line.End)
	end := max(start, min(span.End, line.End))
	content := m.Content()
	e := excerpt{
		before: printable(content[line.Start:start]),
		marked: printable(content[start:end]),
		after:  printable(content[end:line.End]),
	}
	e.marked = headColumns(e.marked, limit-min(columns(e.before), limit/4))
	left := limit - columns(e.marked)
	e.before = tailColumns(e.before, max(left/2, left-columns(e.after)))
	e.after = headColumns(e.after, max(0, left-columns(e.before)))
	return e
}

// underline is the line below the excerpt.
func (e excerpt) underline() (blank, carets string) {
	return strings.Repeat(" ", columns(e.before)), strings.Repeat("^", max(1, columns(e.marked)))
}

// headColumns keeps the start of s.
func headColumns(s string, limit int) string {
	if columns(s) <= limit {
		return s
	}
	if limit <= 0 {
		return ""
	}
	used := 0
	for i, r := range s {
		used += runeColumns(r)
		if used > limit-1 {
			return s[:i] + ellipsis
		}
	}
	return s
}

// tailColumns keeps the end of s.
func tailColumns(s string, limit int) string {
	if columns(s) <= limit {
		return s
	}
	if limit <= 0 {
		return ""
	}
	used := 0
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		used += runeColumns(r)
		if used > limit-1 {
			return ellipsis + s[i:]
		}
		i -= size
	}
	return s
}
