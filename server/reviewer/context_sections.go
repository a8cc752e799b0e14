package reviewer

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// SectionHash identifies, across machines, the text of a section without its
// subsections and without the generated blocks in it: 12 hexadecimal digits of
// the SHA-256 of its lines. How the lines end does not count.
func SectionHash(d *document.Document, s *document.Section) string {
	var lines strings.Builder
	for _, span := range ownSpans(d, s, func(b *document.Block) bool { return s.Managed == nil }) {
		for line := range strings.Lines(span.Of(d.Text.Content())) {
			if line = strings.TrimSpace(line); line != "" {
				lines.WriteString(line + "\n")
			}
		}
	}
	sum := sha256.Sum256([]byte(lines.String()))
	return hex.EncodeToString(sum[:])[:12]
}

// ownSpans are the pieces of a section's own text: without front matter, and
// without the markers and what is left out of the blocks.
func ownSpans(d *document.Document, s *document.Section, leaveOut func(*document.Block) bool) []text.Span {
	at := s.Span.Start
	if f := d.FrontMatter; f != nil {
		at = max(at, min(f.Span.End, s.Span.End))
	}
	var spans []text.Span
	add := func(end int) {
		if end > at {
			spans = append(spans, text.Span{Start: at, End: end})
		}
	}
	for _, k := range d.Blocks {
		switch {
		case !k.Span.Overlaps(s.Span):
		case leaveOut(k):
			add(min(k.Span.Start, s.Span.End))
			at = max(at, k.Span.End)
		default:
			add(min(k.Begin.Start, s.Span.End))
			at = max(at, k.Begin.End)
			add(min(k.End.Start, s.Span.End))
			at = max(at, k.End.End)
		}
	}
	add(s.Span.End)
	return spans
}

// excludedBlocks are those whose text is not sent as a part of the document:
// questions, which go as answers; what this action wrote itself, which it writes
// anew; and conversations, which go as turns.
func (b *builder) excludedBlocks() map[*document.Block]bool {
	excluded := map[*document.Block]bool{}
	for _, k := range b.task.Doc.Blocks {
		p, known := prompts.ByID(k.Kind)
		excluded[k] = k.Kind == questions.Kind || k.Kind == b.task.Prompt.Kind && k.Kind != "" || known && p.Result == prompts.Turn
	}
	return excluded
}

// sectionText is the section as it is sent, with its secrets replaced.
func (b *builder) sectionText(s *document.Section) string {
	var own strings.Builder
	for _, span := range ownSpans(b.task.Doc, s, func(k *document.Block) bool { return b.excluded[k] }) {
		own.WriteString(b.hidden(span))
	}
	return strings.Trim(own.String(), "\r\n")
}

// focusSections are what the task works on, in document order; none for the
// whole document.
func (b *builder) focusSections() []*document.Section {
	t := b.task
	switch {
	case t.partly():
		only := slices.Clone(t.Only)
		if t.Since != nil {
			only = slices.Clone(t.Since.Sections)
		}
		slices.SortFunc(only, func(x, y *document.Section) int { return x.Index - y.Index })
		return slices.Compact(only)
	case t.Section != nil:
		return below(t.Doc, t.Section)
	case t.Selection.Len() > 0:
		return []*document.Section{t.Doc.SectionAt(t.Selection.Start)}
	}
	return nil
}

// partly says whether only parts of the document are to be looked at.
func (t Task) partly() bool { return len(t.Only) > 0 || t.Since != nil }

// below is a section with all its subsections.
func below(d *document.Document, s *document.Section) []*document.Section {
	var found []*document.Section
	for _, other := range d.Sections[s.Index:] {
		if other.Span.Start >= s.Deep.End && other != s {
			break
		}
		found = append(found, other)
	}
	return found
}

// sectionPieces are the sections of the document, each with its worth for the task.
func (b *builder) sectionPieces() []*piece {
	weights := b.sectionWeights()
	var pieces []*piece
	for _, s := range b.task.Doc.Sections {
		source := b.sectionText(s)
		if strings.TrimSpace(source) == "" {
			continue
		}
		p := &piece{name: "section", section: s, weight: weights[s.Index], must: slices.Contains(b.focus, s)}
		switch {
		case p.must:
			p.note = "focus"
		case s.Managed != nil:
			p.note = "generated"
		}
		p.variants = b.lengths(s, source, p.weight > 0 || p.must)
		pieces = append(pieces, p)
	}
	return pieces
}
