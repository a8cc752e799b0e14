package reviewer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
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
	Edits []struct {
		Section string `json:"section"`
		Replace string `json:"replace"`
		Insert  bool   `json:"insert"`
		Text    string `json:"text"`
		Reason  string `json:"reason"`
	} `json:"edits"`
	Unaffected []string `json:"unaffected"`
	Summary    string   `json:"summary"`
	Open       []string `json:"open"`
}

// Changes has the model work a change into the document. An edit whose passage
// does not stand in the author's text, once, is left out and told.
func (r *Reviewer) Changes(ctx context.Context, t Task, report func(Progress)) (c Changes, err error) {
	ctx, attempt := llm.Begin(ctx)
	defer func() { attempt.End(OfUse(err) && (len(c.List) > 0 || len(c.Left) == 0)) }()
	talk, err := r.begin(ctx, t, report)
	if err != nil {
		return Changes{}, err
	}
	var reply editsReply
	if err := structured(ctx, talk, &reply); err != nil {
		return Changes{Usage: talk.usage}, err
	}
	c = Changes{Summary: oneLine(reply.Summary), Unaffected: reply.Unaffected, Open: reply.Open}
	l := newLocator(t.Doc)
	for _, e := range reply.Edits {
		span, ok := l.unique(e.Replace, e.Section)
		change := Change{Section: e.Section, Reason: oneLine(e.Reason)}
		if ok {
			change.Section = t.Doc.SectionAt(span.Start).Path()
			if change.Edit, err = talk.edit(ctx, l, span, e.Text, e.Insert); err != nil {
				return Changes{Usage: talk.usage}, err
			}
			ok = !slices.ContainsFunc(c.List, func(o Change) bool { return o.Edit.Span.Overlaps(change.Edit.Span) || o.Edit.Span == change.Edit.Span })
		}
		switch {
		case !ok:
			c.Left = append(c.Left, fmt.Sprintf("A change in “%s” was left out, because the document does not say “%s” there, or more than once: %s", talk.hide(e.Section), shorten(talk.hide(e.Replace)), talk.hide(change.Reason)))
		case change.Edit.Span.Of(l.content) != change.Edit.New:
			c.List = append(c.List, change)
		}
	}
	slices.SortFunc(c.List, func(a, b Change) int { return a.Edit.Span.Start - b.Edit.Span.Start })
	c.Usage = talk.usage
	return c, nil
}

// unique finds a passage that stands in a section once, or in the document.
func (l *locator) unique(quote, section string) (text.Span, bool) {
	if s := l.section(section); s != nil {
		for _, extent := range []text.Span{s.Span, s.Deep} {
			if span, ok := l.find(quote, "", extent); ok {
				return span, true
			}
		}
	}
	return l.find(quote, "", text.Span{})
}

// edit makes the edit of a passage: instead of it, or after it. The new text can
// neither end what it stands in nor change how the rest is read.
func (t *talk) edit(ctx context.Context, l *locator, span text.Span, fresh string, insert bool) (text.Edit, error) {
	fresh, err := t.drawn(ctx, clean(fresh))
	if err != nil {
		return text.Edit{}, err
	}
	fresh = t.brief.Vault.Restore(linked(fresh, t.task.Doc))
	if !insert {
		return text.Edit{Span: span, New: fresh}, nil
	}
	at := text.Span{Start: span.End, End: span.End}
	switch {
	case strings.Contains(fresh, "\n\n") || isBlock(fresh):
		at = afterBlock(l.doc, span)
		return text.Edit{Span: at, New: "\n\n" + fresh}, nil
	case isItem(fresh) || strings.HasPrefix(fresh, "|"):
		end := lineEnd(l.content, span.End)
		return text.Edit{Span: text.Span{Start: end, End: end}, New: "\n" + fresh}, nil
	}
	return text.Edit{Span: at, New: " " + fresh}, nil
}

// isBlock says whether markdown cannot go on in a line.
func isBlock(s string) bool {
	return strings.HasPrefix(s, "#") || strings.HasPrefix(s, "```") || strings.HasPrefix(s, ">")
}

func isItem(s string) bool { return lineMarkup(s) > 0 && !strings.HasPrefix(s, ">") }

// afterBlock is the end of the paragraph, list or table that a passage stands in.
func afterBlock(doc *document.Document, span text.Span) text.Span {
	s := doc.SectionAt(span.Start)
	end := span.End
	for _, n := range s.Content.Nodes {
		whole := n.Span.Shift(s.Span.Start)
		if n.Parent < 0 && whole.ContainsSpan(span) {
			end = whole.End
		}
	}
	content := doc.Text.Content()
	end = len(strings.TrimRight(content[:end], " \t\r\n"))
	return text.Span{Start: end, End: end}
}

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
