package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// mermaidBlock is a mermaid block of the document. Its spans are absolute.
type mermaidBlock struct {
	section *document.Section
	number  int // among those of its section, from 1
	span    text.Span
	inner   text.Span
	margin  string // what stands before its lines, in a list or a quote
	source  string // as mermaid gets it
	nested  bool
	open    string // what begins the block, where nothing closes it
}

func mermaidBlocks(d *document.Document) []mermaidBlock {
	var all []mermaidBlock
	content := d.Text.Content()
	for _, s := range d.Sections {
		number := 0
		for _, n := range s.Content.Nodes {
			if n.Kind != document.KindFence || n.Language() != "mermaid" {
				continue
			}
			number++
			f := mermaidBlock{section: s, number: number, span: n.Span.Shift(s.Span.Start), inner: n.Inner.Shift(s.Span.Start), nested: n.Parent >= 0}
			f.read(content)
			opening := f.span.Of(content)
			marker := opening[:len(opening)-len(strings.TrimLeft(opening, "`~"))]
			if _, open := mermaid.EndsOf(f.source, marker); open || f.span.End == f.inner.End {
				f.open = marker
			}
			all = append(all, f)
		}
	}
	return all
}

// read takes the margin off the lines.
func (f *mermaidBlock) read(content string) {
	f.source = f.inner.Of(content)
	f.margin = content[strings.LastIndexAny(content[:f.inner.Start], "\r\n")+1 : f.inner.Start]
	if f.margin == "" {
		return
	}
	var b strings.Builder
	for line := range strings.Lines(f.source) {
		b.WriteString(f.withoutMargin(line))
	}
	f.source = b.String()
}

// withoutMargin takes off as many marks of quotes as the first line has, however they are
// spaced, and no more blanks than it has: a line with nothing else is ">".
func (f *mermaidBlock) withoutMargin(line string) string {
	if rest, ok := strings.CutPrefix(line, f.margin); ok {
		return rest
	}
	quotes, i := strings.Count(f.margin, ">"), 0
	for i < len(line) && i < len(f.margin) && (line[i] == ' ' || line[i] == '\t' || line[i] == '>' && quotes > 0) {
		if line[i] == '>' {
			quotes--
		}
		i++
	}
	return line[i:]
}

// edits put another source in its place.
func (f *mermaidBlock) edits(content, source string) []text.Edit {
	var b strings.Builder
	for line := range strings.Lines(source) {
		switch {
		case b.Len() == 0:
		case strings.TrimSpace(line) != "":
			b.WriteString(f.margin)
		default: // ">", without which a quote ends
			b.WriteString(strings.TrimRight(f.margin, " \t"))
		}
		b.WriteString(line)
	}
	return change(content, f.inner, b.String())
}

// touches says whether a selection, or the cursor, is at the block. The empty span
// at the start of the document is no selection.
func (f *mermaidBlock) touches(selection text.Span) bool {
	return selection != (text.Span{}) && f.span.Start <= selection.End && selection.Start <= f.span.End
}

// chosenBlock is the mermaid block at the selection, or the first of what the
// action works on.
func (m *material) chosenBlock() (mermaidBlock, error) {
	all := mermaidBlocks(m.doc)
	for _, f := range all {
		if f.touches(m.in.Selection) {
			return f, nil
		}
	}
	for _, f := range all {
		if m.in.Section == nil || m.in.Section.Deep.ContainsSpan(f.span) {
			return f, nil
		}
	}
	where := "document"
	if m.in.Section != nil {
		where = "section"
	}
	return mermaidBlock{}, &Refusal{Reason: fmt.Sprintf("the %s has no mermaid block; draw one, or insert one with an action such as diagram-context", where)}
}
