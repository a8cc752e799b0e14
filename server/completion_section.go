package server

import (
	"fmt"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// headingStart is a line on which a heading is being begun, or nothing yet. Words
// without a mark before them begin a paragraph as a rule.
var headingStart = text.Pattern(`^(?:#{0,6}[ \t]*|#{1,6}[ \t]+[\pL\d][\pL\d -]*)$`)

// sections offers the sections that the house style expects and the document does
// not have, with a skeleton to start from.
func (c *completer) sections() {
	if !headingStart().MatchString(c.line) || c.inCode() || c.doc.SectionAt(c.at).Managed != nil {
		return
	}
	style, ok := c.style()
	if !ok {
		return
	}
	for i, spec := range style.Absent(c.headings()) {
		rank := "b"
		if spec.Required {
			rank = "a"
		}
		item := protocol.CompletionItem{
			Label:    spec.Title,
			Kind:     protocol.CompletionItemKindSnippet,
			Detail:   protocol.NewOptional("section of " + style.Name),
			SortText: protocol.NewOptional(fmt.Sprintf("%s%02d", rank, i)),
		}
		c.add(item, len(c.line), spec.Markdown(spec.HeadingLevel())+"\n", spec.Why)
	}
}

// inCode reports whether the place lies in a block where a heading would be none.
func (c *completer) inCode() bool {
	s := c.doc.SectionAt(c.at)
	for _, n := range s.Content.Nodes {
		if n.Kind != document.KindFence && n.Kind != document.KindCode && n.Kind != document.KindHTML {
			continue
		}
		if n.Span.Shift(s.Span.Start).Contains(c.at) {
			return true
		}
	}
	return false
}

// headings are the headings without the line on which the author is typing.
func (r *review) headingsWithout(at int) []string {
	var list []string
	for _, s := range r.doc.Sections {
		if s.Heading != nil && s.Managed == nil && !(s.Heading.Span.Start <= at && at <= s.Heading.Span.End) {
			list = append(list, s.Heading.Text)
		}
	}
	return list
}

func (c *completer) headings() []string { return c.headingsWithout(c.at) }

// style is the house style: the one that is declared, or what the document shows.
func (c *completer) style() (knowledge.Style, bool) {
	if style, ok := knowledge.StyleByID(c.folder.Config.Template); ok {
		return style, true
	}
	var values map[string]any
	if c.doc.FrontMatter != nil {
		values = c.doc.FrontMatter.Values
	}
	return knowledge.RecognizeStyle(c.headings(), c.path, values)
}
