package reviewer

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// passage is a place of the author's text that a model wants to change, and what
// it stands in.
type passage struct {
	doc    *document.Document
	span   text.Span       // with the markup that belongs to it
	nodes  []document.Node // of its section, with the spans of the document
	blocks []document.Node // that it stands in, the outermost first
}

// passageAt is false for a place that cannot be changed by itself: in several
// sections, or in half of what is emphasized, coded or linked. The new text tells
// whether markup that is all around the place is meant to go, too.
func passageAt(doc *document.Document, span text.Span, fresh string) (passage, bool) {
	s := doc.SectionAt(span.Start)
	p := passage{doc: doc, span: span}
	if !s.Span.ContainsSpan(span) {
		return p, false
	}
	for _, n := range s.Content.Nodes {
		n.Span, n.Inner = n.Span.Shift(s.Span.Start), n.Inner.Shift(s.Span.Start)
		p.nodes = append(p.nodes, n)
	}
	if !p.widen(fresh) {
		return p, false
	}
	for _, n := range p.nodes {
		if !isInline(n.Kind) && n.Span.ContainsSpan(p.span) {
			p.blocks = append(p.blocks, n)
		}
	}
	return p, true
}

func isInline(k document.Kind) bool { return k >= document.KindText }

// widen takes in the markers of what the passage has all of.
func (p *passage) widen(fresh string) bool {
	for again := true; again; {
		again = false
		for _, n := range p.nodes {
			if !isInline(n.Kind) || n.Kind == document.KindText || n.Span == n.Inner || !n.Span.Overlaps(p.span) || p.span.ContainsSpan(n.Span) {
				continue
			}
			marker := text.Span{Start: n.Span.Start, End: n.Inner.Start}.Of(p.doc.Text.Content())
			all := p.span.ContainsSpan(n.Inner)
			switch {
			case n.Inner.ContainsSpan(p.span) && !(all && marker != "" && strings.HasPrefix(fresh, marker)):
			case all:
				p.span = text.Span{Start: min(p.span.Start, n.Span.Start), End: max(p.span.End, n.Span.End)}
				again = true
			default:
				return false
			}
		}
	}
	return true
}

// block is the innermost that the passage stands in; false when it goes over
// several.
func (p passage) block() (document.Node, bool) {
	if len(p.blocks) == 0 {
		return document.Node{}, false
	}
	return p.blocks[len(p.blocks)-1], true
}

// within is the innermost block of a kind around the passage.
func (p passage) within(kind document.Kind) (document.Node, bool) {
	for i := len(p.blocks) - 1; i >= 0; i-- {
		if p.blocks[i].Kind == kind {
			return p.blocks[i], true
		}
	}
	return document.Node{}, false
}

// managed is the managed block that the passage reaches into, be it an answer there; nil
// for none. What has such a block written again is its own action.
func (p passage) managed() *document.Block {
	for _, b := range p.doc.Blocks {
		if b.Span.Overlaps(p.span) {
			return b
		}
	}
	return nil
}

// loses names a link or footnote of the passage that a new text does not have.
func (p passage) loses(fresh string) string {
	for _, n := range p.nodes {
		if !p.span.ContainsSpan(n.Span) {
			continue
		}
		switch n.Kind {
		case document.KindLink, document.KindImage, document.KindAutoLink:
			if !strings.Contains(fresh, n.Dest) {
				return n.Dest
			}
		case document.KindFootnoteRef:
			if ref := "[^" + n.Label + "]"; !strings.Contains(fresh, ref) {
				return ref
			}
		}
	}
	return ""
}

// takes says whether a text can stand in the stead of the passage without changing
// how what is around it is read.
func (p passage) takes(fresh string) bool {
	content := p.doc.Text.Content()
	b, one := p.block()
	top := len(p.blocks) == 1
	switch {
	case !one:
		return p.wholeBlocks()
	case b.Kind == document.KindHeading:
		return !strings.Contains(fresh, "\n")
	case b.Kind == document.KindFence:
		return b.Info != "mermaid" && b.Inner.ContainsSpan(p.span) && !fencing(fresh)
	case b.Kind == document.KindCell || b.Kind == document.KindRow || b.Kind == document.KindHeaderRow:
		return !strings.Contains(fresh, "\n") && bars(fresh) == bars(p.span.Of(content))
	case b.Kind == document.KindParagraph:
		return flat(fresh) || top && trimmed(content, b.Span) == p.span
	case b.Kind == document.KindItem && !strings.Contains(fresh, "\n"):
		return isItem(fresh) == isItem(p.span.Of(content))
	case b.Kind == document.KindList:
		return top && isItem(fresh) && isItem(p.span.Of(content)) && endsLine(content, p.span.End)
	}
	return false
}

// wholeBlocks says whether the passage is a number of blocks, and none in part.
func (p passage) wholeBlocks() bool {
	begins, ends := false, false
	for _, n := range p.nodes {
		own := trimmed(p.doc.Text.Content(), n.Span)
		begins = begins || n.Parent < 0 && own.Start == p.span.Start
		ends = ends || n.Parent < 0 && own.End == p.span.End
	}
	return begins && ends
}

func trimmed(content string, s text.Span) text.Span {
	piece := s.Of(content)
	start := s.Start + len(piece) - len(strings.TrimLeft(piece, " \t\r\n"))
	return text.Span{Start: start, End: max(start, s.Start+len(strings.TrimRight(piece, " \t\r\n")))}
}

func endsLine(content string, at int) bool { return lineEnd(content, at) == at }

// fencing says whether a text ends or begins a code block.
func fencing(s string) bool {
	for line := range strings.Lines(s) {
		line = strings.TrimLeft(line, " \t>")
		if strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			return true
		}
	}
	return false
}

// bars counts what separates the cells of a table.
func bars(s string) int { return strings.Count(s, "|") - strings.Count(s, `\|`) }

// flat says whether markdown can go on in a paragraph.
func flat(s string) bool {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" || isBlock(line) || isItem(line) || strings.HasPrefix(line, "|") || strings.Trim(line, "-=") == "" {
			return false
		}
	}
	return true
}
