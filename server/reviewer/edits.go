package reviewer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// Changes are what a new requirement does to the author's text.
type Changes struct {
	List       []Change // in the order of the document; they do not overlap
	Summary    string
	Unaffected []string // sections that were looked at and hold, each with why
	Open       []string // questions that only the author can answer
	Left       []string // sentences: what the model wanted to change and could not be placed
	Usage      llm.Usage
}

// Change is one edit of the author's text.
type Change struct {
	Edit    text.Edit
	Section string // path
	Reason  string // one sentence
}

// editsReply is the reply of the schema "edits".
type editsReply struct {
	Edits      []editReply `json:"edits"`
	Unaffected []string    `json:"unaffected"`
	Summary    string      `json:"summary"`
	Open       []string    `json:"open"`
}

type editReply struct {
	Section string `json:"section"`
	Replace string `json:"replace"`
	Insert  bool   `json:"insert"`
	Text    string `json:"text"`
	Reason  string `json:"reason"`
}

// Changes has the model work a change into the document. An edit whose passage
// does not stand in the author's text, once, is left out and told.
func (r *Reviewer) Changes(ctx context.Context, t Task, report func(Progress)) (c Changes, err error) {
	llm.Try(ctx, func(ctx context.Context) bool {
		c, err = r.changes(ctx, t, report)
		return OfUse(err) && (len(c.List) > 0 || len(c.Left) == 0)
	})
	return c, err
}

func (r *Reviewer) changes(ctx context.Context, t Task, report func(Progress)) (Changes, error) {
	talk, err := r.begin(ctx, t, report)
	if err != nil {
		return Changes{}, err
	}
	var reply editsReply
	if err := structured(ctx, talk, &reply); err != nil {
		return Changes{Usage: talk.usage}, err
	}
	c := Changes{Summary: oneLine(reply.Summary), Unaffected: reply.Unaffected, Open: reply.Open}
	l := newLocator(t.Doc)
	for _, e := range reply.Edits {
		change := Change{Section: e.Section, Reason: oneLine(e.Reason)}
		why, err := talk.change(ctx, l, &change, e)
		switch {
		case err != nil:
			return Changes{Usage: talk.usage}, err
		case why == "" && slices.ContainsFunc(c.List, change.meets):
			why = "another one changes it, too"
		}
		switch {
		case why != "":
			c.Left = append(c.Left, fmt.Sprintf("“%s” in “%s” was left as it is, because %s: %s", shorten(talk.hide(e.Replace)), talk.hide(change.Section), talk.hide(why), talk.hide(change.Reason)))
		case change.Edit.Span.Of(l.content) != change.Edit.New:
			c.List = append(c.List, change)
		}
	}
	slices.SortFunc(c.List, func(a, b Change) int { return a.Edit.Span.Start - b.Edit.Span.Start })
	c.Usage = talk.usage
	return c, nil
}

// meets says whether two changes are about one place.
func (c Change) meets(o Change) bool {
	return c.Edit.Span.Overlaps(o.Edit.Span) || c.Edit.Span == o.Edit.Span
}

// change works out the edit, or says why there can be none.
func (t *talk) change(ctx context.Context, l *locator, c *Change, e editReply) (why string, err error) {
	span, ok := l.unique(e.Replace, e.Section)
	if !ok {
		return t.unplaced(e.Replace), nil
	}
	c.Section = t.task.Doc.SectionAt(span.Start).Path()
	fresh, err := t.drawn(ctx, clean(e.Text))
	if err != nil {
		return "", err
	}
	fresh = t.brief.Vault.Restore(linked(sameStop(e.Replace, span.Of(l.content), fresh), t.task.Doc))
	p, ok := passageAt(t.task.Doc, span, fresh)
	if !ok {
		return "it begins or ends inside of what is marked up as one", nil
	}
	if block := p.managed(); block != nil {
		return untouched(block), nil
	}
	if e.Insert {
		if c.Edit, ok = p.after(fresh); !ok {
			return "the new text cannot stand there", nil
		}
		return "", nil
	}
	c.Edit = text.Edit{Span: p.span, New: fresh}
	if lost := p.loses(fresh); lost != "" {
		return fmt.Sprintf("the new text has lost its reference to %s", lost), nil
	}
	if !p.takes(fresh) {
		return "the new text would change how what is around it is read", nil
	}
	return "", nil
}

// untouched says why what stands in a block is not changed.
func untouched(block *document.Block) string {
	if block.Kind == questions.Kind {
		return "it stands under a question, where only you change an answer"
	}
	return "designls has written it"
}

// unplaced says why a passage cannot be changed that the author's text does not have, or
// has more than once.
func (t *talk) unplaced(passage string) string {
	key := fold(passage).text
	for _, block := range t.task.Doc.Blocks {
		if key != "" && strings.Contains(fold(block.Markdown(t.task.Doc.Text.Content())).text, key) {
			return untouched(block)
		}
	}
	return "the document does not say that there, or says it more than once"
}

// sameStop takes a full stop or the like from the end of a new text that the quoted
// passage ends with, but not its place: there the sentence goes on.
func sameStop(quote, found, fresh string) string {
	quote = strings.Trim(quote, "\"'“”‘’` \t\r\n")
	for _, stop := range []string{".", ",", ";", ":"} {
		if strings.HasSuffix(quote, stop) && !strings.HasSuffix(found, stop) {
			return strings.TrimSuffix(fresh, stop)
		}
	}
	return fresh
}

// unique finds a passage that stands in a section once, or in the document. One of
// which something was left out cannot be replaced.
func (l *locator) unique(quote, section string) (text.Span, bool) {
	if len(l.exact(strings.TrimSpace(quote))) == 0 && (strings.Contains(quote, "...") || strings.Contains(quote, "…")) {
		return text.Span{}, false
	}
	if s := l.section(section); s != nil {
		for _, extent := range []text.Span{s.Span, s.Deep} {
			if span, ok := l.find(quote, "", extent); ok {
				return span, true
			}
		}
	}
	return l.find(quote, "", text.Span{})
}

// isBlock says whether markdown cannot go on in a line.
func isBlock(s string) bool {
	return strings.HasPrefix(s, "#") || strings.HasPrefix(s, "```") || strings.HasPrefix(s, ">")
}

func isItem(s string) bool { return lineMarkup(s) > 0 && !strings.HasPrefix(s, ">") }

func lineEnd(content string, at int) int {
	if n := strings.IndexAny(content[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(content)
}

func shorten(s string) string {
	if r := []rune(oneLine(s)); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return oneLine(s)
}
