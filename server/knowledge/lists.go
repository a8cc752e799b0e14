package knowledge

import (
	"strings"

	"github.com/designls/designls/server/document"
)

// lists takes the items under a heading, or after words, that announce a fact.
func (x *extractor) lists(s *document.Section) {
	path := strings.ToLower(PathBelowTitle(x.doc, s))
	for _, fact := range facts() {
		for _, p := range fact.Lists {
			heading := path
			if p.Own {
				heading = strings.ToLower(s.Title())
			}
			if hits(p.Heading, heading) && !hits(p.Unless, strings.ToLower(s.Title())) {
				if p.Prose {
					x.firstSentence(s, fact.ID)
				} else {
					x.items(s, fact.ID, -1)
				}
				break
			}
			if p.Lead != "" {
				x.led(s, fact.ID, p)
			}
		}
	}
}

// firstSentence takes the first sentence under a heading.
func (x *extractor) firstSentence(s *document.Section, fact string) {
	for _, sentence := range s.Content.Sentences {
		span := sentence.Span.Shift(s.Span.Start)
		if s.Content.Nodes[sentence.Block].Kind == document.KindHeading || x.generated(span) {
			continue
		}
		if words := Plain(s.Content, sentence.Span); len(strings.Fields(words)) >= 5 {
			x.found = append(x.found, Known{Fact: fact, Quote: shorten(words), Span: span, Section: s.Index})
			return
		}
	}
}

// led takes the list after a paragraph that ends in a colon, or the rest of a
// paragraph that begins with the words and a colon.
func (x *extractor) led(s *document.Section, fact string, p listPattern) {
	for i, n := range s.Content.Nodes {
		if n.Kind != document.KindParagraph || x.generated(n.Span.Shift(s.Span.Start)) {
			continue
		}
		words := strings.TrimSpace(s.Content.Prose[n.Span.Start:n.Span.End])
		lead, rest, ok := strings.Cut(words, ":")
		if !ok || !hits(p.Lead, strings.ToLower(lead)) || len(lead) > 40 {
			continue
		}
		if strings.TrimSpace(rest) != "" {
			x.found = append(x.found, Known{Fact: fact, Quote: tidy(rest), Span: n.Span.Shift(s.Span.Start), Section: s.Index})
		} else if list := nextList(s.Content, i); list >= 0 {
			x.items(s, fact, list)
		}
	}
}

func nextList(c *document.Content, paragraph int) int {
	for i := paragraph + 1; i < len(c.Nodes); i++ {
		if n := c.Nodes[i]; n.Parent == c.Nodes[paragraph].Parent && n.Span.Start >= c.Nodes[paragraph].Span.End {
			if n.Kind == document.KindList {
				return i
			}
			return -1
		}
	}
	return -1
}

// items takes the items of a list, or of every outermost list of the section.
func (x *extractor) items(s *document.Section, fact string, list int) {
	c := s.Content
	for i, n := range c.Nodes {
		if n.Kind != document.KindItem || list >= 0 && n.Parent != list || list < 0 && c.Ancestor(i, document.KindItem) >= 0 {
			continue
		}
		span, ok := firstText(c, i)
		if !ok || x.generated(span.Shift(s.Span.Start)) {
			continue
		}
		if words := tidy(visible(c, span)); words != "" {
			x.found = append(x.found, Known{Fact: fact, Quote: words, Span: span.Shift(s.Span.Start), Section: s.Index})
		}
	}
}
