package reviewer

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// worthReading is how many findings of a model are shown at most. Who gets more
// reads none.
const worthReading = 12

// conclude joins what was found now with what still holds of the review before,
// takes out what need not be told, and remembers the rest.
func (s *survey) conclude(m *Memory, fresh []finding.Finding, out Findings) Findings {
	old := s.remaining(out.Sent > 0)
	all := s.distinct(append(fresh, old...), &out.Dropped)
	known := map[string]bool{}
	for _, f := range s.before.found {
		known[f.ID()] = true
	}
	if out.Sent > 0 || !s.again {
		m.keep(s.about, past{sections: s.hashes(), found: all})
	}
	out.Open = s.worthwhile(s.undecided(all, &out.Dropped), &out.Dropped)
	for _, f := range out.Open {
		if s.again && known[f.ID()] {
			out.Remaining++
		} else {
			out.New++
		}
	}
	if s.again {
		still := map[string]bool{}
		for _, f := range all {
			still[f.ID()] = true
		}
		for _, f := range s.before.found {
			if !still[f.ID()] {
				out.Resolved++
			}
		}
	}
	return out
}

func (s *survey) hashes() map[string]bool {
	hashes := map[string]bool{}
	for _, section := range written(s.task.Doc, s.task.Section) {
		if !slices.Contains(s.unread, section) {
			hashes[SectionHash(s.task.Doc, section)] = true
		}
	}
	return hashes
}

// remaining are the findings of the review before whose words still stand. Those
// of sections that the model has looked at again are its own business.
func (s *survey) remaining(sent bool) []finding.Finding {
	if !s.again {
		return nil
	}
	var still []finding.Finding
	for _, f := range s.before.found {
		moved, ok := Reanchor(s.task.Doc, f)
		again := slices.ContainsFunc(s.changed, func(c *document.Section) bool { return c.Span.Contains(moved.Span.Start) })
		if ok && !(sent && again) {
			still = append(still, moved)
		}
	}
	return still
}

// Reanchor finds a finding of an earlier version again, by what it quotes: in its
// section, or where the document says it just once. It answers false when the
// words are gone.
func Reanchor(doc *document.Document, f finding.Finding) (finding.Finding, bool) {
	content := doc.Text.Content()
	if f.Quote == "" {
		return f, false
	}
	places := occurrences(content, f.Quote)
	best, found := text.Span{}, false
	for _, p := range places {
		same := doc.SectionAt(p.Start).Path() == f.Section
		if !same && len(places) > 1 {
			continue
		}
		if !found || distance(p.Start, f.Span.Start) < distance(best.Start, f.Span.Start) {
			best, found = p, true
		}
	}
	if found {
		f.Span, f.Section = best, doc.SectionAt(best.Start).Path()
	}
	return f, found
}

func distance(a, b int) int { return max(a-b, b-a) }

// distinct takes out what is said twice: by the model itself, or by the rules,
// whose findings come with fixes and are the same every time.
func (s *survey) distinct(all []finding.Finding, dropped *Dropped) []finding.Finding {
	var others []finding.Finding
	if s.task.Report != nil {
		others = slices.Clone(s.task.Report.Findings)
		for _, f := range s.task.Report.Suppressed {
			others = append(others, f.Finding)
		}
	}
	var kept []finding.Finding
	for _, f := range all {
		if slices.ContainsFunc(append(others, kept...), func(g finding.Finding) bool { return sameMatter(f, g) }) {
			dropped.Known++
			continue
		}
		kept = append(kept, f)
	}
	return kept
}

// sameMatter says whether two findings are about one flaw: of one kind, and about
// words that overlap or the same thing in the same section.
func sameMatter(f, g finding.Finding) bool {
	if f.Rule != g.Rule {
		return f.Span == g.Span && words(fold(f.Message).text) == words(fold(g.Message).text)
	}
	about := partKey(f.Subject)
	return f.Span.Overlaps(g.Span) || f.Section == g.Section && about != "" && about == partKey(g.Subject)
}

// undecided takes out what people have decided about, in the words of then or in
// others: the model seldom says a thing twice in the same way.
func (s *survey) undecided(all []finding.Finding, dropped *Dropped) []finding.Finding {
	decided := slices.Clone(s.task.Decided)
	for i, d := range decided {
		if d.Finding.Span.Len() == 0 {
			decided[i].Finding.Span, _ = s.locator.find(d.Entry.Quote, d.Entry.Section, text.Span{})
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(f finding.Finding) bool {
		settled := s.task.Report != nil && s.task.Report.Silenced(f)
		for _, d := range decided {
			settled = settled || d.Finding.Span.Len() > 0 && d.Entry.Rule == f.Rule && d.Finding.Span.Overlaps(f.Span)
		}
		if settled {
			dropped.Known++
		}
		return settled
	})
}

// worthwhile keeps the gravest, in the order of the document.
func (s *survey) worthwhile(all []finding.Finding, dropped *Dropped) []finding.Finding {
	slices.SortStableFunc(all, func(a, b finding.Finding) int { return int(b.Severity) - int(a.Severity) })
	if len(all) > worthReading {
		dropped.Beyond += len(all) - worthReading
		all = all[:worthReading]
	}
	slices.SortStableFunc(all, finding.Compare)
	return all
}

// oneLine puts what a model says on one line, without markup that a diagnostic
// would show as it is written.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.Map(printable, s)), " ")
}
