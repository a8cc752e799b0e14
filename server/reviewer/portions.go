package reviewer

import (
	"slices"

	"github.com/designls/designls/server/document"
)

// portion is what is read of a document at a time.
type portion struct {
	task  Task
	brief Brief
}

const (
	mostPortions = 64

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
