package mermaid

import (
	"fmt"
	"strings"
	"time"

	"github.com/designls/designls/server/text"
)

var (
	ganttWord = lazily(`^(?:title|dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|section|inclusiveEndDates|topAxis|click|accTitle|accDescr|displayMode)\b`)
	ganttTag  = lazily(`^(?:done|active|crit|milestone|vert)$`)
	isoDate   = lazily(`^\d{4}-\d{1,2}-\d{1,2}$`)
	months    = lazily(`(?i)^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)`)
	letters   = lazily(`^\pL`)
)

// items are the places of what stands after the colon of a task, without tags.
func (l line) items() []text.Span {
	colon := strings.IndexByte(l.text, ':')
	if colon < 0 || ganttWord().MatchString(l.text) {
		return nil
	}
	var all []text.Span
	for start := colon + 1; start <= len(l.text); {
		end := start + indexAny(l.text[start:], ",")
		at := trimmed(l.text, text.Span{Start: start, End: end})
		if len(all) > 0 || !ganttTag().MatchString(at.Of(l.text)) {
			all = append(all, at)
		}
		start = end + 1
	}
	return all
}

// badDates finds starts that are no dates: the chart is not drawn then, or not on
// the day that was meant.
func badDates(o *outline) []Issue {
	iso := o.isoDates()
	var issues []Issue
	for _, l := range o.lines {
		items := l.items()
		if len(items) < 2 || len(items) > 3 {
			continue
		}
		at := items[len(items)-2]
		if problem := dateProblem(at.Of(l.text), iso); problem != "" {
			issues = append(issues, Issue{Span: at.Shift(l.span.Start), Message: problem})
		}
	}
	return issues
}

func dateProblem(said string, iso bool) string {
	switch {
	case strings.HasPrefix(said, "after "):
		return ""
	case isoDate().MatchString(said) && iso:
		if _, err := time.Parse("2006-1-2", said); err != nil {
			return fmt.Sprintf("There is no day %s, so mermaid does not draw the chart, or draws another day.", said)
		}
	case letters().MatchString(said) && !months().MatchString(said):
		return fmt.Sprintf("%q is not a date, so mermaid does not draw the chart; a task starts on a date or after another task.", shorten(said))
	}
	return ""
}

// isoDates reports whether dates are written year first, as they are by default.
func (o *outline) isoDates() bool {
	for _, l := range o.lines {
		if format, ok := strings.CutPrefix(l.text, "dateFormat"); ok {
			return strings.TrimSpace(format) == "YYYY-MM-DD"
		}
	}
	return true
}

// noStart finds a first task that says only how long it takes.
func noStart(o *outline) []Issue {
	for _, l := range o.lines {
		items := l.items()
		if items == nil {
			continue
		}
		if len(items) == 1 && items[0].Len() > 0 {
			return []Issue{{Span: items[0].Shift(l.span.Start), Message: "The first task must say when it starts; mermaid does not draw the chart without."}}
		}
		return nil
	}
	return nil
}
