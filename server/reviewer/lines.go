package reviewer

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// line is a line of markdown without its ending.
type line struct {
	text string
	code bool // in a code block between fences, or one of the fences
}

// linesOf cuts markdown into lines. Open is the fence that is left open at the
// end and would take in what follows, "" for none.
func linesOf(markdown string) (lines []line, open string) {
	fences := fencesOf(markdown)
	if n := len(fences); n > 0 && !fences[n-1].nested && !fences[n-1].closed {
		open = fences[n-1].mark
	}
	at := 0
	for _, s := range strings.Split(markdown, "\n") {
		for len(fences) > 0 && fences[0].span.End <= at {
			fences = fences[1:]
		}
		code := len(fences) > 0 && fences[0].span.Start <= at+len(s)
		lines = append(lines, line{s, code})
		at += len(s) + 1
	}
	return lines, open
}

// fence is a code block between fences.
type fence struct {
	span, inner text.Span
	mark        string // of its first line
	language    string
	nested      bool // in a list or a quotation, with which it ends
	closed      bool
}

func fencesOf(markdown string) []fence {
	var all []fence
	for _, s := range document.Parse(text.NewMapper(markdown), nil).Sections {
		for _, n := range s.Content.Nodes {
			if n.Kind != document.KindFence {
				continue
			}
			f := fence{span: n.Span.Shift(s.Span.Start), inner: n.Inner.Shift(s.Span.Start), language: n.Language(), nested: n.Parent >= 0}
			source := f.span.Of(markdown)
			f.mark = source[:len(source)-len(strings.TrimLeft(source, source[:1]))]
			last := source[strings.LastIndexByte(strings.TrimRight(source, "\n"), '\n')+1:]
			f.closed = len(last) < len(source) && strings.HasPrefix(strings.TrimLeft(last, " \t>"), f.mark)
			all = append(all, f)
		}
	}
	return all
}

// eachText rewrites the lines that are no code.
func eachText(markdown string, rewrite func(string) string) string {
	lines, _ := linesOf(markdown)
	all := make([]string, len(lines))
	for i, l := range lines {
		all[i] = l.text
		if !l.code {
			all[i] = outsideCode(l.text, rewrite)
		}
	}
	return strings.Join(all, "\n")
}

var codeSpan = text.Pattern("(?:``[^\n]*?``)|(?:`[^`\n]*`)")

// outsideCode rewrites what a line has beside inline code.
func outsideCode(s string, rewrite func(string) string) string {
	var b strings.Builder
	last := 0
	for _, m := range codeSpan().FindAllStringIndex(s, -1) {
		b.WriteString(rewrite(s[last:m[0]]))
		b.WriteString(s[m[0]:m[1]])
		last = m[1]
	}
	b.WriteString(rewrite(s[last:]))
	return b.String()
}
