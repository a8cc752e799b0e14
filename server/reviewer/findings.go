package reviewer

import (
	"cmp"
	"context"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/questions"
)

const questionsKind = questions.Kind

// Findings are what comes of a review by a model.
type Findings struct {
	Open []finding.Finding // anchored, by place

	// Of an earlier review by the same model, how many are gone, are still there,
	// and were not there before. Without one all are new.
	Resolved, Remaining, New int

	Delta    bool // only what has changed was sent; nothing at all when Sent is 0
	Sent     int  // sections
	Portions int  // in how many requests, since one does not take all of them
	Known    bool // the replies were known, so nothing was sent
	Dropped  Dropped
	Usage    llm.Usage
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
	llm.Try(ctx, func(ctx context.Context) bool {
		out, err = r.findings(ctx, t, report)
		return OfUse(err)
	})
	return out, err
}

func (r *Reviewer) findings(ctx context.Context, t Task, report func(Progress)) (out Findings, err error) {
	t = studied(t)
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
	if err := r.portion(s); err != nil {
		return Findings{}, err
	}
	if err := r.may(ctx, s.task, s.briefs()); err != nil {
		return Findings{}, err
	}
	read := r.read(ctx, s, report)
	out = Findings{Delta: s.again, Sent: len(sentBy(s.briefs())), Portions: len(read), Known: true}
	var fresh []finding.Finding
	for _, p := range read {
		out.Usage, out.Dropped = out.Usage.Add(p.usage), out.Dropped.Add(p.dropped)
		out.Known = out.Known && p.known
		fresh = append(fresh, p.found...)
		err = cmp.Or(err, p.err)
	}
	if err = cmp.Or(ctx.Err(), err); err != nil {
		return Findings{Usage: out.Usage}, err
	}
	return s.conclude(r.o.Memory, fresh, out), nil
}

// survey is one review of a document.
type survey struct {
	task    Task
	about   subject
	locator *locator

	again   bool // there was a review before, of which enough still holds
	before  past
	changed []*document.Section // that the author has written since then

	portions []portion
	unread   []*document.Section // of which there are too many
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
