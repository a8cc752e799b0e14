package rules

import (
	"slices"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// reporter turns what rules found, which counts from sections and is shared by
// versions of the document, into the findings of one version.
type reporter struct {
	view   *view
	rules  []Rule
	levels levels
	report Report
}

func newReporter(rules []Rule, v *view) *reporter {
	r := &reporter{view: v, rules: rules}
	r.report.Problems = append(r.report.Problems, v.doc.Problems...)
	r.levels = r.configure()
	r.report.choices = r.choices()
	return r
}

// addInSection adds what a section rule found, unless it lies in generated text.
func (r *reporter) addInSection(rule int, s *document.Section, p Placed) {
	p.Section, p.FixSection = s.Index, s.Index
	for _, b := range r.view.doc.Blocks {
		if b.Span.Overlaps(p.Span.Shift(s.Span.Start)) {
			return
		}
	}
	r.add(rule, p)
}

func (r *reporter) add(rule int, p Placed) {
	section := r.view.doc.Sections[p.Section]
	f := p.Shift(section.Span.Start)
	f.Fixes = shiftFixes(p.Fixes, r.start(p.FixSection))
	f.Rule, f.Source = r.rules[rule].ID, finding.SourceRules
	f.Severity = r.levels.of(rule, f.Severity)
	if f.Section == "" {
		f.Section = section.Path()
	}
	if f.Quote == "" {
		f.Quote = f.Span.Of(r.view.doc.Text.Content())
	}
	r.report.Findings = append(r.report.Findings, f)
}

func (r *reporter) start(section int) int {
	if section < len(r.view.doc.Sections) {
		return r.view.doc.Sections[section].Span.Start
	}
	return len(r.view.doc.Text.Content())
}

func shiftFixes(fixes []finding.Fix, by int) []finding.Fix {
	shifted := slices.Clone(fixes)
	for i := range shifted {
		edits := slices.Clone(shifted[i].Edits)
		for k := range edits {
			edits[k] = text.Edit{Span: edits[k].Span.Shift(by), New: edits[k].New}
		}
		shifted[i].Edits = edits
	}
	return shifted
}

func (r *reporter) finish() *Report {
	slices.SortStableFunc(r.report.Findings, finding.Compare)
	r.suppress()
	return &r.report
}
