package actions

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// leading names the sections that come before the design itself: what is known
// and wanted. Questions and summaries belong after them.
var leading = text.Pattern(`(?i)\b(briefs?|problem|requirements?|use cases?|constraints?|assumptions?|context|background|goals?|non-goals?|objectives?|scope|expectations?|summary|motivation|abstract|overview|introduction|estimat\w+|capacity|numbers|clarifying questions|questions? and answers?|table of contents|contents|glossary|terminology|definitions?|signoff|status|stakeholders|users|actors|user stor(y|ies)|success criteria|drivers|tl;?dr|history of|revision)\b`)

// position is where a block of a kind belongs that the document does not have.
func position(in Input, kind string) int {
	content := in.Doc.Text.Content()
	var at int
	switch {
	case in.Section != nil:
		at = in.Section.Span.End
	case kind == "recap":
		at = len(content)
	case kind == "overview":
		at = afterIntroduction(in.Doc)
	default:
		at = afterLeading(in.Doc)
	}
	return settled(in, kind, at)
}

// settled moves a place behind the text before it, out of other blocks.
func settled(in Input, kind string, at int) int {
	content := in.Doc.Text.Content()
	at = amongBlocks(in.Doc, kind, at)
	return len(strings.TrimRight(content[:at], " \t\r\n")) + lastLineEnd(content, at)
}

// lastLineEnd keeps a single line ending of those that were trimmed off.
func lastLineEnd(content string, at int) int {
	tail := content[len(strings.TrimRight(content[:at], " \t\r\n")):at]
	if end := strings.IndexByte(tail, '\n'); end >= 0 {
		return end + 1
	}
	return len(tail)
}

// afterLeading is the end of the sections that say what is wanted, or of the
// text before the first section when there are none.
func afterLeading(d *document.Document) int {
	base, title := baseLevel(d), d.TitleSection()
	at := d.Sections[0].Span.End
	if title != nil {
		at = title.Span.End
	}
	for _, s := range d.Sections {
		switch {
		case s.Heading == nil || s == title || generated(d, s):
		case s.Heading.Level > base:
		case !leading().MatchString(s.Heading.Text):
			return at
		default:
			at = s.Deep.End
		}
	}
	return at
}

// afterIntroduction is the end of the first paragraph that says something, after
// the title and what stands under it, or the end of the text under the title.
func afterIntroduction(d *document.Document) int {
	s := d.TitleSection()
	if s == nil {
		s = d.Sections[0]
	}
	for _, n := range s.Content.Nodes {
		if n.Kind != document.KindParagraph || n.Parent >= 0 {
			continue
		}
		words := knowledge.Plain(s.Content, n.Span)
		if len(words) >= 3*shortestSentence && !metadataLine().MatchString(words) && !aside().MatchString(words) && !inBlock(d, n.Span.Shift(s.Span.Start)) {
			return s.Span.Start + n.Span.End
		}
	}
	return s.Span.End
}

// amongBlocks moves a place out of a block, and past the blocks there that come
// before this kind.
func amongBlocks(d *document.Document, kind string, at int) int {
	content := d.Text.Content()
	for _, b := range d.Blocks {
		before := slices.Index(order, b.Kind) < slices.Index(order, kind)
		inside := b.Span.Start <= at && at <= b.Span.End
		next := b.Span.Start >= at && strings.TrimSpace(content[at:b.Span.Start]) == ""
		switch {
		case (inside || next) && before:
			at = b.Span.End
		case inside:
			return b.Span.Start
		}
	}
	return at
}
