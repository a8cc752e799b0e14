package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/text"
)

// completion answers "textDocument/completion": keys and values in the front
// matter, ids of rules in a designls-ignore comment, and at the start of a line
// the sections which the document's house style expects and it does not have.
func (s *session) completion(_ context.Context, r *review, p *protocol.CompletionParams) (protocol.CompletionResult, error) {
	at := r.offset(p.Position)
	c := completer{session: s, review: r, at: at, line: r.lineBefore(at)}
	front := frontMatterAround(r.doc.Text.Content(), at)
	switch {
	case front != nil:
		c.frontMatter(front)
	case !r.design:
	case c.inDirective():
		c.rules()
	default:
		c.sections()
	}
	return &protocol.CompletionList{Items: append([]protocol.CompletionItem{}, c.items...)}, nil
}

// completer collects what can stand at a place.
type completer struct {
	*session
	*review
	at    int
	line  string // before the place
	items []protocol.CompletionItem
}

// lineBefore is the line up to an offset.
func (r *review) lineBefore(offset int) string {
	line := r.doc.Text.LineSpan(r.doc.Text.LineOf(offset))
	return text.Span{Start: line.Start, End: offset}.Of(r.doc.Text.Content())
}

// add offers a text in place of the last bytes of the line.
func (c *completer) add(item protocol.CompletionItem, replaced int, insert, documentation string) {
	item.TextEdit = &protocol.TextEdit{
		Range:   c.rangeOf(text.Span{Start: c.at - replaced, End: c.at}),
		NewText: withEOL([]text.Edit{{New: insert}}, c.doc.Text.Content())[0].New,
	}
	item.FilterText = protocol.NewOptional(filterText(c.line, replaced, item.Label))
	if documentation != "" && c.features.completionMarkdown {
		item.Documentation = &protocol.MarkupContent{Kind: protocol.MarkupKindMarkdown, Value: documentation}
	} else if documentation != "" {
		item.Documentation = protocol.String(documentation)
	}
	c.items = append(c.items, item)
}

var marks = text.Pattern(`^#*[ \t]*`)

// filterText is what editors compare with the text that is replaced: the label,
// with the marks of a heading that the author may have typed already.
func filterText(line string, replaced int, label string) string {
	typed := line[len(line)-replaced:]
	return marks().FindString(typed) + label
}

var openDirective = text.Pattern(`<!--\s*designls-ignore\s+(?:[\w-]+\s*,\s*)*([\w-]*)$`)

func (c *completer) inDirective() bool { return openDirective().MatchString(c.line) }

// rules offers the ids of all rules.
func (c *completer) rules() {
	typed := openDirective().FindStringSubmatch(c.line)[1]
	for _, rule := range c.options.Rules {
		item := protocol.CompletionItem{Label: rule.ID, Kind: protocol.CompletionItemKindEnumMember, Detail: protocol.NewOptional(rule.Title)}
		c.add(item, len(typed), rule.ID, rule.What)
	}
}
