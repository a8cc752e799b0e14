package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// blocks says which lines open and close blocks in the kinds where a word or a
// brace closes them.
var blocks = map[Kind]struct {
	open, close pattern
	closing     string
}{
	Flowchart: {lazily(`^subgraph\b`), lazily(`^end\s*;?$`), "end"},
	Sequence:  {lazily(`(?i)^(?:loop|alt|opt|par|par_over|critical|break|rect|box)(?:\s|$)`), lazily(`(?i)^end\s*;?$`), "end"},
	Block:     {lazily(`^block(?::\S.*)?$`), lazily(`^end$`), "end"},
	State:     {lazily(`\{$`), lazily(`^\}`), "}"},
	Class:     {lazily(`\{$`), lazily(`^\}`), "}"},
	ER:        {lazily(`^[^|]*\{$`), lazily(`^\}`), "}"},
	C4:        {lazily(`\{$`), lazily(`^\}`), "}"},
}

// openBlocks are the lines that open a block which nothing closes, and the lines
// that close what is not open.
func (o *outline) openBlocks() (open, extra []line) {
	b, ok := blocks[o.kind]
	if !ok {
		return nil, nil
	}
	for _, l := range o.lines {
		switch bare := o.bare(l); {
		case b.open().MatchString(bare):
			open = append(open, l)
		case !b.close().MatchString(bare):
		case len(open) > 0:
			open = open[:len(open)-1]
		default:
			extra = append(extra, l)
		}
	}
	return open, extra
}

// parts reports whether a line opens or closes a block.
func (o *outline) parts(l line) bool {
	b, ok := blocks[o.kind]
	return ok && (b.open().MatchString(o.bare(l)) || b.close().MatchString(o.bare(l)))
}

// closeBlocks closes at the end what was left open.
func closeBlocks(s *scene) (text.Span, []text.Edit) {
	open, _ := s.openBlocks()
	if len(open) == 0 {
		return text.Span{}, nil
	}
	end := len(strings.TrimRight(s.source, blanks))
	var closing strings.Builder
	for i := len(open) - 1; i >= 0; i-- {
		closing.WriteString(text.EOL(s.source) + s.indent(open[i]) + blocks[s.kind].closing)
	}
	last := open[len(open)-1]
	return last.span, []text.Edit{{Span: text.Span{Start: end, End: end}, New: closing.String()}}
}

// dropEnd removes the first line that closes nothing.
func dropEnd(s *scene) (text.Span, []text.Edit) {
	_, extra := s.openBlocks()
	if len(extra) == 0 {
		return text.Span{}, nil
	}
	return extra[0].span, []text.Edit{{Span: s.wholeLine(extra[0])}}
}

// indent is the white space before a line.
func (o *outline) indent(l line) string {
	before := o.source[:l.span.Start]
	return before[strings.LastIndexAny(before, "\r\n")+1:]
}

// wholeLine is a line with its indentation and line ending.
func (o *outline) wholeLine(l line) text.Span {
	end := l.span.End + indexAny(o.source[l.span.End:], "\n")
	return text.Span{Start: l.span.Start - len(o.indent(l)), End: min(end+1, len(o.source))}
}
