package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/designls/designls/server/text"
)

// blockSpan returns where a block begins and ends, and what its markers enclose.
// The line ending after a block is not part of it.
func (c *converter) blockSpan(n ast.Node, start int, children text.Span) (span, inner text.Span) {
	lines := c.linesSpan(n, start)
	switch n := n.(type) {
	case *ast.Heading:
		return c.headingSpan(start, lines)
	case *ast.FencedCodeBlock:
		return c.fenceSpan(n, start, lines)
	case *ast.HTMLBlock:
		if n.HasClosure() {
			lines.End = c.trim(n.ClosureLine.Start, n.ClosureLine.Stop).End
		}
		return text.Span{Start: start, End: lines.End}, lines
	case *ast.ThematicBreak, *extast.TableHeader, *extast.TableRow:
		line := text.Span{Start: start, End: c.lineEnd(start)}
		return line, line
	case *extast.TableCell, *ast.Paragraph, *ast.TextBlock, *ast.LinkReferenceDefinition, *ast.CodeBlock:
		return lines, lines
	case *ast.ListItem:
		if n.FirstChild() == nil {
			return text.Span{Start: start, End: c.lineEnd(start)}, text.Span{Start: c.lineEnd(start), End: c.lineEnd(start)}
		}
	case *extast.Table:
		children.End = max(children.End, c.lineEnd(min(c.lineEnd(start)+1, len(c.source))))
	}
	return text.Span{Start: min(start, children.Start), End: children.End}, children
}

// linesSpan covers the lines that goldmark gives a leaf block, without blanks at
// the end. A block without lines is empty at its start.
func (c *converter) linesSpan(n ast.Node, start int) text.Span {
	l := n.Lines()
	if l == nil || l.Len() == 0 {
		return text.Span{Start: start, End: start}
	}
	return c.trim(l.At(0).Start, l.At(l.Len()-1).Stop)
}

func (c *converter) trim(start, end int) text.Span {
	return text.Span{Start: start, End: start + len(strings.TrimRight(c.source[start:end], " \t\r\n"))}
}

// lineEnd is the offset at which the line of an offset ends, blanks left out.
func (c *converter) lineEnd(at int) int {
	end := strings.IndexByte(c.source[at:], '\n')
	if end < 0 {
		end = len(c.source) - at
	}
	return c.trim(at, at+end).End
}

func (c *converter) nextLine(at int) int {
	if i := strings.IndexByte(c.source[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(c.source)
}

// headingSpan tells an ATX heading, which starts with "#", from one that is
// underlined, whose span takes in the underline.
func (c *converter) headingSpan(start int, lines text.Span) (span, inner text.Span) {
	if strings.HasPrefix(c.source[start:], "#") && lines.Start != start {
		return text.Span{Start: start, End: c.lineEnd(start)}, lines
	}
	if strings.HasPrefix(c.source[start:], "#") && lines.Len() == 0 {
		return text.Span{Start: start, End: c.lineEnd(start)}, text.Span{Start: c.lineEnd(start), End: c.lineEnd(start)}
	}
	return text.Span{Start: start, End: c.lineEnd(c.nextLine(lines.End))}, lines
}

// fenceSpan takes in the closing fence when there is one: the line after the
// content, which goldmark leaves out.
func (c *converter) fenceSpan(n *ast.FencedCodeBlock, start int, lines text.Span) (span, inner text.Span) {
	body := text.Span{Start: min(c.nextLine(start), len(c.source))}
	body.End = body.Start
	if l := n.Lines(); l.Len() > 0 {
		body = text.Span{Start: l.At(0).Start, End: l.At(l.Len() - 1).Stop}
	}
	marker := c.source[start : start+1]
	last := c.trim(body.End, c.nextLine(body.End))
	if strings.HasPrefix(strings.TrimLeft(c.source[last.Start:last.End], " \t>"), strings.Repeat(marker, 3)) {
		return text.Span{Start: start, End: last.End}, body
	}
	return text.Span{Start: start, End: max(c.lineEnd(start), c.trim(body.Start, body.End).End)}, body
}
