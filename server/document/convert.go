package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/designls/designls/server/text"
)

// converter flattens goldmark's tree into nodes with exact spans. goldmark knows
// where a node starts; where it ends follows from its lines, its children and
// the markers that close it.
type converter struct {
	source string
	bytes  []byte // the same, as goldmark wants it
	nodes  []Node
	limit  int // where the lines of the current paragraph, heading or cell end
}

// add appends the node and all below it, and returns its span. No node starts
// before the floor, the end of what stands before it: goldmark gives no place to
// the cells that it adds to a short row.
func (c *converter) add(n ast.Node, parent, floor int) text.Span {
	at := len(c.nodes)
	c.nodes = append(c.nodes, Node{Kind: kindOf(n), Parent: parent, Words: noWords})
	start := max(n.Pos(), floor)
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		c.limit = c.linesSpan(n, start).End
	}
	within := start
	if n.Kind() == ast.KindLink || n.Kind() == ast.KindImage {
		within = floor // see linkSpan
	}
	inner := c.addChildren(n, at, within)
	node := &c.nodes[at]
	if n.Type() == ast.TypeInline {
		node.Span, node.Inner = c.inlineSpan(n, start, inner)
	} else {
		node.Span, node.Inner = c.blockSpan(n, start, inner)
	}
	c.describe(n, node)
	return node.Span
}

// addChildren returns the span from the first child to the last, empty at the
// floor when there is none.
func (c *converter) addChildren(n ast.Node, parent, floor int) text.Span {
	inner := text.Span{Start: floor, End: floor}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if child.Kind() == extast.KindFootnoteList {
			continue // its footnotes are blocks of their own; see topBlocks
		}
		s := c.add(child, parent, inner.End)
		if child.PreviousSibling() == nil {
			inner.Start = s.Start
		}
		inner.End = max(inner.End, s.End)
	}
	return inner
}

// describe fills in what a node of its kind carries beside its place.
func (c *converter) describe(n ast.Node, node *Node) {
	switch n := n.(type) {
	case *ast.Heading:
		node.Level = n.Level
	case *ast.FencedCodeBlock:
		if n.Info != nil {
			node.Words = &Words{Info: strings.TrimSpace(string(n.Info.Segment.Value(c.bytes)))}
		}
	case *ast.Link:
		node.Words = &Words{Dest: string(n.Destination)}
	case *ast.Image:
		node.Words = &Words{Dest: string(n.Destination)}
	case *ast.AutoLink:
		node.Words = &Words{Dest: string(n.URL(c.bytes))}
	case *ast.LinkReferenceDefinition:
		node.Words = &Words{Label: string(n.Label), Dest: string(n.Destination)}
	case *extast.Footnote:
		node.Words = &Words{Label: string(n.Ref)}
	case *footnoteRef:
		node.Words = &Words{Label: n.label}
	case *extast.TaskCheckBox:
		node.Checked = n.IsChecked
	}
}

var kinds = map[ast.NodeKind]Kind{
	ast.KindHeading:                 KindHeading,
	ast.KindParagraph:               KindParagraph,
	ast.KindTextBlock:               KindParagraph,
	ast.KindList:                    KindList,
	ast.KindListItem:                KindItem,
	ast.KindBlockquote:              KindQuote,
	ast.KindFencedCodeBlock:         KindFence,
	ast.KindCodeBlock:               KindCode,
	ast.KindHTMLBlock:               KindHTML,
	ast.KindThematicBreak:           KindBreak,
	ast.KindLinkReferenceDefinition: KindDefinition,
	extast.KindTable:                KindTable,
	extast.KindTableHeader:          KindHeaderRow,
	extast.KindTableRow:             KindRow,
	extast.KindTableCell:            KindCell,
	extast.KindFootnote:             KindFootnote,
	ast.KindText:                    KindText,
	ast.KindCodeSpan:                KindCodeSpan,
	ast.KindLink:                    KindLink,
	ast.KindImage:                   KindImage,
	ast.KindAutoLink:                KindAutoLink,
	ast.KindRawHTML:                 KindInlineHTML,
	extast.KindStrikethrough:        KindStrike,
	extast.KindTaskCheckBox:         KindTaskBox,
	kindFootnoteRef:                 KindFootnoteRef,
}

func kindOf(n ast.Node) Kind {
	if e, ok := n.(*ast.Emphasis); ok {
		if e.Level == 2 {
			return KindStrong
		}
		return KindEmphasis
	}
	return kinds[n.Kind()]
}

func language(info string) string {
	word := strings.ToLower(strings.TrimLeft(info, "{. "))
	if i := strings.IndexAny(word, " \t{}:,="); i >= 0 {
		word = word[:i]
	}
	return word
}
