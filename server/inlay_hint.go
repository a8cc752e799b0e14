package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// inlayHint answers "textDocument/inlayHint": what follows from a figure that the
// author states, beside it, unless the section says so itself.
func (s *session) inlayHint(_ context.Context, r *review, p *protocol.InlayHintParams) ([]protocol.InlayHint, error) {
	if !r.design || !r.folder.Config.InlayHints {
		return nil, nil
	}
	h := &hints{review: r, wanted: r.span(p.Range)}
	for _, section := range r.doc.Sections {
		if section.Span.Start <= h.wanted.End && h.wanted.Start <= section.Span.End {
			h.section(section)
		}
	}
	return h.list, nil
}

// hints collects the hints of a part of a document.
type hints struct {
	*review
	wanted text.Span
	list   []protocol.InlayHint
}

func (h *hints) section(section *document.Section) {
	var stated []estimate.Quantity
	for _, sentence := range section.Content.Sentences {
		stated = append(stated, estimate.Find(sentence.Span.Of(section.Content.Prose))...)
	}
	for _, sentence := range section.Content.Sentences {
		h.sentence(sentence.Span.Shift(section.Span.Start), sentence.Span.Of(section.Content.Prose), stated)
	}
}

// sentence adds the hints of a sentence. What the section states elsewhere, such as
// in the next row of a table, is not said again.
func (h *hints) sentence(at text.Span, prose string, stated []estimate.Quantity) {
	if at.End < h.wanted.Start || h.wanted.End < at.Start {
		return
	}
	found := estimate.Find(prose)
	asides := estimate.Asides(prose, found)
	for i, q := range found {
		if a, ok := asides[i]; ok && !a.StatedAmong(stated) {
			h.add(at.Start+q.Span.End, a)
		}
	}
}

func (h *hints) add(offset int, a estimate.Aside) {
	h.list = append(h.list, protocol.InlayHint{
		Position:    h.rangeOf(text.Span{Start: offset, End: offset}).Start,
		Label:       protocol.String(a.Short),
		Tooltip:     protocol.String(a.Sentence()),
		PaddingLeft: ref(true),
	})
}
