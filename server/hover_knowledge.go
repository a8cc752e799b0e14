package server

import (
	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// hoverKnowledge tells of a technology or a pattern that is named at a place. Code,
// addresses and generated text name none.
func (s *session) hoverKnowledge(r *review, at int) *protocol.Hover {
	if told, span := r.card(at); told != "" {
		return s.hoverText(r, span, told)
	}
	return nil
}

// withKnowledge adds what is known of the technology that a part is made of.
func (s *session) withKnowledge(r *review, at int, h *protocol.Hover) *protocol.Hover {
	told, _ := r.card(at)
	content, ok := h.Contents.(*protocol.MarkupContent)
	if told == "" || !ok {
		return h
	}
	if !s.features.hoverMarkdown {
		told = plain(told)
	}
	both := *content
	both.Value += "\n\n---\n\n" + told
	return &protocol.Hover{Contents: &both, Range: h.Range}
}

// card is the short form of the card for the name at an offset, and where that stands.
func (r *review) card(at int) (told string, span text.Span) {
	if !r.design {
		return "", span
	}
	section := r.doc.SectionAt(at)
	for _, sentence := range section.Content.Sentences {
		whole := sentence.Span.Shift(section.Span.Start)
		if at < whole.Start || at > whole.End {
			continue
		}
		for _, m := range knowledge.Mentions(section.Content.Prose[sentence.Span.Start:sentence.Span.End]) {
			span = m.Span.Shift(whole.Start)
			switch {
			case at < span.Start || at > span.End:
			case m.Technology != nil:
				return m.Technology.Short(), span
			default:
				return m.Pattern.Short(), span
			}
		}
	}
	return "", span
}
