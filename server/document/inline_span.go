package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/designls/designls/server/text"
)

// inlineSpan returns where an inline begins and ends, and what its markers
// enclose.
func (c *converter) inlineSpan(n ast.Node, start int, children text.Span) (span, inner text.Span) {
	to := func(end int) text.Span { return text.Span{Start: start, End: max(start, min(end, c.limit))} }
	switch n := n.(type) {
	case *ast.Text:
		s := text.Span{Start: n.Segment.Start, End: n.Segment.Stop}
		return s, s
	case *ast.CodeSpan:
		return c.codeSpan(start, children)
	case *ast.Emphasis:
		return to(children.End + n.Level), children
	case *extast.Strikethrough:
		return to(children.End + c.run(start, '~')), children
	case *ast.Link:
		return c.linkSpan(n, start, children, "[")
	case *ast.Image:
		return c.linkSpan(n, start, children, "![")
	case *ast.AutoLink:
		label := len(n.Label(c.bytes))
		if c.source[start] == '<' {
			return to(start + label + 2), text.Span{Start: start + 1, End: start + 1 + label}
		}
		return to(start + label), to(start + label)
	case *ast.RawHTML:
		return to(n.Segments.At(n.Segments.Len() - 1).Stop), to(n.Segments.At(n.Segments.Len() - 1).Stop)
	case *footnoteRef:
		return to(start + len("[^]") + len(n.label)), text.Span{Start: start + 2, End: start + 2 + len(n.label)}
	case *extast.TaskCheckBox:
		return to(start + len("[ ]")), to(start + len("[ ]"))
	}
	return to(max(start, children.End)), children
}

func (c *converter) codeSpan(start int, children text.Span) (span, inner text.Span) {
	ticks := c.run(start, '`')
	inner = text.Span{Start: start + ticks, End: max(children.End, start+ticks)}
	end := inner.End
	if end < len(c.source) && c.source[end] != '`' {
		end++ // the one blank that CommonMark strips before the closing marks
	}
	return text.Span{Start: start, End: max(inner.End, min(end+ticks, c.limit))}, inner
}

// run counts how often a byte stands at an offset.
func (c *converter) run(at int, b byte) int {
	n := 0
	for at+n < len(c.source) && c.source[at+n] == b {
		n++
	}
	return n
}

// linkSpan finds the bracket before the link's text itself, since goldmark puts
// the start of a link by reference behind it.
func (c *converter) linkSpan(n ast.Node, start int, children text.Span, open string) (span, inner text.Span) {
	if n.HasChildren() && start+len(open) != children.Start {
		start = max(strings.LastIndex(c.source[:children.Start], open), 0)
	}
	end := c.linkEnd(max(children.End, start+len(open)))
	return text.Span{Start: start, End: max(children.End, min(end, c.limit))}, children
}

// linkEnd returns where a link ends whose text ends at an offset: after
// "](destination "title")", "][label]" or "]".
func (c *converter) linkEnd(at int) int {
	close := strings.IndexByte(c.source[at:], ']')
	if close < 0 {
		return at
	}
	end := at + close + 1
	if end >= len(c.source) {
		return end
	}
	switch c.source[end] {
	case '(':
		return c.destinationEnd(end + 1)
	case '[':
		if i := strings.IndexByte(c.source[end:], ']'); i >= 0 {
			return end + i + 1
		}
	}
	return end
}

// destinationEnd returns the offset after the parenthesis that closes a link's
// destination and title. Parentheses nest, and do not count in quotes, in angle
// brackets or after a backslash.
func (c *converter) destinationEnd(at int) int {
	depth := 0
	for i := at; i < len(c.source); i++ {
		switch b := c.source[i]; b {
		case '\\':
			i++
		case '"', '\'':
			if i > at && strings.ContainsRune(" \t\n", rune(c.source[i-1])) {
				i += quotedLength(c.source[i:])
			}
		case '<':
			if i == at {
				i += max(strings.IndexByte(c.source[i:], '>'), 0)
			}
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i + 1
			}
			depth--
		}
	}
	return len(c.source)
}

// quotedLength is the distance to the quotation mark that closes the first one.
func quotedLength(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if s[i] == s[0] {
			return i
		}
	}
	return 0
}
