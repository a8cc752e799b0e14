package reviewer

import (
	"slices"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// findingsReply is the reply of the schema "findings".
type findingsReply struct {
	Findings []reported `json:"findings"`

	malformed int // that were left out
}

func (r *findingsReply) leftOut(n int) { r.malformed = n }

type reported struct {
	Rule       string   `json:"rule"`
	Severity   string   `json:"severity"`
	Confidence string   `json:"confidence"`
	Quote      string   `json:"quote"`
	Subject    string   `json:"subject"`
	Message    string   `json:"message"`
	Why        string   `json:"why"`
	Options    []string `json:"options"`
}

// check turns what the model reports into findings of the document.
func (s *survey) check(reply findingsReply, talk *talk, dropped *Dropped) []finding.Finding {
	var found []finding.Finding
	for _, r := range reply.Findings {
		severity, sure := weigh(r)
		if !sure {
			dropped.Unsure++
			continue
		}
		span, ok := s.place(r.Quote, talk.brief)
		if !ok {
			dropped.NoQuote++
			continue
		}
		f := finding.Finding{
			Rule: r.Rule, Severity: severity, Span: span, Quote: span.Of(s.locator.content), Subject: oneLine(r.Subject),
			Message: oneLine(r.Message), Why: oneLine(r.Why), Section: s.task.Doc.SectionAt(span.Start).Path(), Source: s.about.model,
		}
		for _, option := range r.Options {
			f.Options = append(f.Options, oneLine(option))
		}
		found = append(found, f)
	}
	return found
}

// weigh is the severity that a finding is shown with. What the model takes for no
// more than possible is not shown, and only what it is certain of is an error.
func weigh(r reported) (finding.Severity, bool) {
	severity, err := finding.ParseSeverity(r.Severity)
	if err != nil || r.Confidence == "possible" || r.Message == "" {
		return 0, false
	}
	if severity == finding.Error && r.Confidence != "certain" {
		severity = finding.Warning
	}
	return severity, true
}

// place finds what is quoted, if it stands in what was sent. When it stands there
// more than once the first place is as good as any.
func (s *survey) place(quote string, b Brief) (text.Span, bool) {
	within := text.Span{}
	switch {
	case s.task.Selection.Len() > 0:
		within = s.task.Selection
	case s.task.Section != nil:
		within = s.task.Section.Deep
	}
	sent := b.Sent()
	names := []string{""}
	for _, section := range sent {
		names = append(names, section.Path())
	}
	for _, name := range names {
		span, ok := s.locator.find(quote, name, within)
		if ok && slices.ContainsFunc(sent, func(section *document.Section) bool {
			return section.Span.ContainsSpan(span) || section.Deep.ContainsSpan(span)
		}) {
			return span, true
		}
	}
	return text.Span{}, false
}
