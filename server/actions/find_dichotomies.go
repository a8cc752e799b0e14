package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/rules"
)

const dichotomyRule = "false-dichotomy"

// findDichotomies lays out what else there is where the document puts a choice as
// one or the other.
func findDichotomies(_ context.Context, m *material) (draft, error) {
	found := m.findings(func(f finding.Finding) bool { return f.Rule == dichotomyRule })
	if len(found) == 0 {
		_, where := m.scope()
		return draft{}, &Refusal{Reason: fmt.Sprintf("the %s puts no choice as one or the other that the rules know to have more sides", where)}
	}
	parts := []string{"## Options beyond either-or"}
	for _, f := range found {
		parts = append(parts, m.beyond(f))
	}
	return draft{
		body: strings.Join(parts, "\n\n"), findings: found,
		summary: fmt.Sprintf("Laid out the options of %s.", count(len(found), "either-or choice")),
	}, nil
}

// beyond is a choice as it is put, why it is none, and what there is to choose from.
func (m *material) beyond(f finding.Finding) string {
	head := fmt.Sprintf("**“%s”**%s", clip(oneLine(f.Span.Of(m.doc.Text.Content())), 160), source(m.doc.SectionAt(f.Span.Start)))
	d, known := dichotomyOf(f)
	if !known {
		return head + "\n\n" + f.Message + " " + f.Why + "\n\n" + bullets(f.Options)
	}
	rows := []string{"| option | fits when | costs |", "|---|---|---|"}
	for _, p := range d.Poles {
		rows = append(rows, fmt.Sprintf("| %s | – | – |", tableCell(upperFirst(p.Name))))
	}
	for _, o := range d.Options {
		rows = append(rows, fmt.Sprintf("| %s | %s | %s |", tableCell(o.Name), tableCell(o.Fits), tableCell(o.Costs)))
	}
	return head + "\n\n" + d.Why + " The two sides of the document are yours to fill in; the others, most fitting first:\n\n" + strings.Join(rows, "\n")
}

// dichotomyOf finds the choice that a finding is about by the reason that it gives.
func dichotomyOf(f finding.Finding) (knowledge.Dichotomy, bool) {
	all := knowledge.Dichotomies()
	at := slices.IndexFunc(all, func(d knowledge.Dichotomy) bool { return d.Why == f.Why })
	if at < 0 {
		return knowledge.Dichotomy{}, false
	}
	return all[at], true
}

// findings are those of the rules in what the action works on.
func (m *material) findings(which func(finding.Finding) bool) []finding.Finding {
	if m.in.Report == nil {
		m.in.Report = rules.NewChecker(rules.Table()).Check(m.doc, rules.Environment{Path: m.in.Path})
	}
	span, _ := m.scope()
	return slices.DeleteFunc(slices.Clone(m.in.Report.Findings), func(f finding.Finding) bool {
		return !which(f) || !f.Span.Overlaps(span) && !span.ContainsSpan(f.Span)
	})
}
