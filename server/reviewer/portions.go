package reviewer

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
)

// portion is what is read of a document at a time.
type portion struct {
	task  Task
	brief Brief
}

const (
	mostPortions = 64
	atATime      = 4 // portions that a model is asked about

	// portionShare is how much of a request the sections of a portion may take at first.
	// The rest is for the task, the outline, and what is cited.
	portionShare = 0.5
)

// briefs are the requests of a survey.
func (s *survey) briefs() []Brief {
	var all []Brief
	for _, p := range s.portions {
		all = append(all, p.brief)
	}
	return all
}

// sentBy are the sections of which more than the heading is sent, in document order.
func sentBy(briefs []Brief) []*document.Section {
	var sent []*document.Section
	for _, b := range briefs {
		sent = append(sent, b.Sent()...)
	}
	slices.SortFunc(sent, func(x, y *document.Section) int { return x.Index - y.Index })
	return slices.Compact(sent)
}

// portion works out in how many requests the sections are read that have to be. One is
// enough for most documents. Otherwise it has what tells most, and each further one some
// of what the first has not whole, with what cites that and the outline of the rest:
// what stands only in an outline has not been reviewed.
func (r *Reviewer) portion(s *survey) error {
	brief, err := r.brief(s.task)
	if err != nil {
		return err
	}
	s.portions = []portion{{s.task, brief}}
	if s.task.Selection.Len() > 0 {
		return nil
	}
	return r.divide(s, cutShort(s.wanted(), brief), int(portionShare*float64(brief.Tokens)))
}

// wanted are the sections that are to be read.
func (s *survey) wanted() []*document.Section {
	if s.again {
		return s.changed
	}
	return written(s.task.Doc, s.task.Section)
}

// cutShort are those of some sections that a brief has not whole.
func cutShort(sections []*document.Section, b Brief) []*document.Section {
	var short []*document.Section
	for _, p := range b.Parts {
		if p.Section != nil && p.Form != Whole && slices.Contains(sections, p.Section) {
			short = append(short, p.Section)
		}
	}
	return short
}

// divide adds portions with sections that are to be read whole, about so many tokens of
// them in each.
func (r *Reviewer) divide(s *survey, pending []*document.Section, room int) error {
	for len(pending) > 0 && len(s.portions) < mostPortions {
		n := r.prefix(s.task.Doc, pending, room)
		task := s.task
		task.Only, task.Portion = pending[:n:n], !s.again
		brief, err := r.brief(task)
		if err != nil {
			return err
		}
		short := cutShort(task.Only, brief)
		if len(short) == n && n > 1 { // they need more beside them than was thought
			room /= 2
			continue
		}
		s.portions = append(s.portions, portion{task, brief})
		if n == 1 {
			short = nil // a section that is too long by itself is read as far as it fits
		}
		pending = append(short, pending[n:]...)
	}
	s.unread = pending
	return nil
}

// prefix is how many sections fit into so many tokens, one at least.
func (r *Reviewer) prefix(doc *document.Document, sections []*document.Section, room int) int {
	for n, s := range sections {
		if room -= r.o.Counter.Count(s.Span.Of(doc.Text.Content())); room < 0 {
			return max(n, 1)
		}
	}
	return len(sections)
}

// reading is what came of a portion.
type reading struct {
	found   []finding.Finding
	dropped Dropped
	usage   llm.Usage
	known   bool // nothing was sent
	err     error
}

// read has the model read all portions, some at a time. The replies to those that come
// to something are kept, so that whoever tries again pays only for the others.
func (r *Reviewer) read(ctx context.Context, s *survey, report func(Progress)) []reading {
	if len(s.portions) == 1 {
		return []reading{r.readOne(ctx, s, s.portions[0], report)}
	}
	var (
		all   = make([]reading, len(s.portions))
		next  = make(chan int)
		tell  = counting(report, len(s.portions))
		tasks sync.WaitGroup
	)
	for range min(atATime, len(s.portions)) {
		tasks.Go(func() {
			for i := range next {
				all[i] = r.readOne(ctx, s, s.portions[i], nil)
				tell()
			}
		})
	}
	for i := range s.portions {
		next <- i
	}
	close(next)
	tasks.Wait()
	return all
}

// counting tells how many portions have been read.
func counting(report func(Progress), all int) func() {
	if report == nil {
		return func() {}
	}
	var mu sync.Mutex
	done := -1
	tell := func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		report(Progress{Doing: fmt.Sprintf("Reading the document in portions: %d of %d", done, all)})
	}
	tell()
	return tell
}

func (r *Reviewer) readOne(ctx context.Context, s *survey, p portion, report func(Progress)) (out reading) {
	if ctx.Err() != nil {
		return reading{err: ctx.Err()}
	}
	ctx, attempt := llm.Begin(ctx)
	defer func() { attempt.End(OfUse(out.err)) }()
	talk := r.talk(p.task, p.brief, report)
	var reply findingsReply
	if err := structured(ctx, talk, &reply); err != nil {
		return reading{usage: talk.usage, err: err}
	}
	out.dropped.Malformed = reply.malformed
	out.found = s.check(reply, talk, &out.dropped)
	if r.o.SecondLook {
		out.found = talk.secondLook(ctx, out.found, &out.dropped)
	}
	out.usage, out.known, out.err = talk.usage, talk.known == talk.asked, ctx.Err()
	return out
}
