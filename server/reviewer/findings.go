package reviewer

import (
	"context"
	"slices"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

const questionsKind = questions.Kind

// Findings are what comes of a review by a model.
type Findings struct {
	Open []finding.Finding // anchored, by place

	// Of an earlier review by the same model, how many are gone, are still there,
	// and were not there before. Without one all are new.
	Resolved, Remaining, New int

	Delta   bool // only what has changed was sent; nothing at all when Sent is 0
	Sent    int  // sections
	Known   bool // the replies were known, so nothing was sent
	Dropped Dropped
	Usage   llm.Usage
}

// Dropped counts what the model reported and nobody is shown, by why.
type Dropped struct {
	Malformed int // they do not have the form that was asked for

	NoQuote int // the document does not say what they quote
	Unsure  int // the model was not sure enough
	Known   int // the rules have found it, another one says the same, or the author has decided about it
	Refuted int // they did not stand the second look
	Beyond  int // more than is worth reading
}

// Total is their number.
func (d Dropped) Total() int {
	return d.Malformed + d.NoQuote + d.Unsure + d.Known + d.Refuted + d.Beyond
}

// Findings has the model review a document, or what has changed in it since it
// did so the last time.
func (r *Reviewer) Findings(ctx context.Context, t Task, report func(Progress)) (out Findings, err error) {
	ctx, attempt := llm.Begin(ctx)
	defer func() { attempt.End(OfUse(err)) }()
	s := &survey{task: t, about: subject{prompt: t.Prompt.ID, model: r.Name()}, locator: newLocator(t.Doc)}
	if t.Section != nil {
		s.about.section = t.Section.Path()
	}
	s.compare(r.o.Memory)
	if s.again && len(s.changed) == 0 {
		return s.conclude(r.o.Memory, nil, Findings{Delta: true}), nil
	}
	if s.again {
		s.task.Only = s.changed
	}
	talk, err := r.begin(ctx, s.task, report)
	if err != nil {
		return Findings{}, err
	}
	var reply findingsReply
	if err := structured(ctx, talk, &reply); err != nil {
		return Findings{Usage: talk.usage}, err
	}
	out = Findings{Delta: s.again, Sent: len(talk.brief.Sent()), Dropped: Dropped{Malformed: reply.malformed}}
	fresh := s.check(reply, talk, &out.Dropped)
	if r.o.SecondLook {
		fresh = talk.secondLook(ctx, fresh, &out.Dropped)
	}
	if ctx.Err() != nil {
		return Findings{}, ctx.Err()
	}
	out.Usage, out.Known = talk.usage, talk.known == talk.asked
	return s.conclude(r.o.Memory, fresh, out), nil
}

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

// survey is one review of a document.
type survey struct {
	task    Task
	about   subject
	locator *locator

	again   bool // there was a review before, of which enough still holds
	before  past
	changed []*document.Section // that the author has written since then
}

// most of a document may have changed for the rest to be left out.
const mostChanged = 0.6

// compare finds out what has changed since the last review.
func (s *survey) compare(m *Memory) {
	before, ok := m.recall(s.about)
	selected := s.task.Selection.Len() > 0
	if !ok || selected {
		return
	}
	all := written(s.task.Doc, s.task.Section)
	for _, section := range all {
		if !before.sections[SectionHash(s.task.Doc, section)] {
			s.changed = append(s.changed, section)
		}
	}
	s.before = before
	s.again = float64(len(s.changed)) <= mostChanged*float64(len(all))
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
