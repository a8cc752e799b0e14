package questions

import (
	"strconv"
	"strings"

	"github.com/designls/designls/server/text"
)

// part is a labelled piece of an entry: "" for the question itself.
type part struct {
	label string
	span  text.Span
}

// parseEntry reads the entry at span.
func parseEntry(content string, span text.Span) Question {
	q := Question{Span: span, Source: span.Of(content)}
	head := entryStart().FindStringSubmatch(q.Source)
	q.Number, _ = strconv.Atoi(head[1])
	from := span.Start + len(head[0])
	q.AnswerSpan = text.Span{Start: span.End, End: span.End}
	for _, p := range parts(content, text.Span{Start: from, End: span.End}) {
		q.take(content, p)
	}
	return q
}

func (q *Question) take(content string, p part) {
	p.span = trim(content, p.span)
	switch p.label {
	case "":
		q.setAsk(content, p.span)
	case "Decides":
		q.Decides = p.span.Of(content)
	case "Answer":
		q.setAnswer(content, p.span)
	default:
		assumed, after := firstParagraph(content, p.span)
		q.Assumed = assumed.Of(content)
		if q.Answer == "" && after.Len() > 0 {
			q.setAnswer(content, after)
		}
	}
}

// setAnswer keeps what the author wrote, unless it only marks the place.
func (q *Question) setAnswer(content string, span text.Span) {
	q.AnswerSpan = span
	if written := strings.TrimSpace(comment().ReplaceAllString(span.Of(content), "")); !unwritten().MatchString(written) {
		q.Answer = written
	}
}

// setAsk takes the question apart from its tag, and from "Decides:" where a
// formatter has joined the lines.
func (q *Question) setAsk(content string, span text.Span) {
	if m := decides().FindStringIndex(span.Of(content)); m != nil {
		q.Decides = strings.TrimSpace(span.Of(content)[m[1]:])
		span = trim(content, text.Span{Start: span.Start, End: span.Start + m[0]})
	}
	if m := tag().FindStringSubmatchIndex(span.Of(content)); m != nil {
		q.ID = span.Of(content)[m[2]:m[3]]
		q.Critical = m[4] >= 0
		span.End = span.Start + m[0]
	}
	if ask := span.Of(content); strings.HasSuffix(ask, "**") && strings.Count(ask, "**")%2 == 1 {
		span.End -= len("**")
	}
	q.Ask, q.AskSpan = span.Of(content), span
}

// parts cuts an entry at its labels.
func parts(content string, within text.Span) []part {
	all := []part{{span: text.Span{Start: within.Start, End: within.End}}}
	eachLine(content, within, func(line text.Span, fenced bool) {
		m := labelStart().FindStringSubmatchIndex(line.Of(content))
		if fenced || m == nil {
			return
		}
		all[len(all)-1].span.End = line.Start
		label := line.Of(content)[m[2]:m[3]]
		all = append(all, part{label: label, span: text.Span{Start: line.Start + m[1], End: within.End}})
	})
	return all
}

// firstParagraph cuts a text at its first empty line.
func firstParagraph(content string, s text.Span) (first, rest text.Span) {
	first, rest = s, text.Span{Start: s.End, End: s.End}
	found := false
	eachLine(content, s, func(line text.Span, fenced bool) {
		if !found && strings.TrimSpace(line.Of(content)) == "" {
			found = true
			first, rest = text.Span{Start: s.Start, End: line.Start}, text.Span{Start: line.End, End: s.End}
		}
	})
	return trim(content, first), trim(content, rest)
}
