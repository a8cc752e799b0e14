package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// numberRules are those whose findings are about numbers.
var numberRules = []string{"estimate", "unit", "contradiction", "latency-budget", "availability"}

// A derived number follows when it is this near to the one that is stated, which
// mostly is rounded.
const roundingError = 0.10

// derivation is a row of the table: what is stated beside what follows from the rest.
type derivation struct {
	name, stated, derived, how string
	at                         text.Span // of what is stated; empty where that has no one place
	verdict                    string    // "" where nothing is stated to compare with
	wrong                      bool
}

// checkEstimates computes again what the document derives, and what follows from
// what it states.
func checkEstimates(_ context.Context, m *material) (draft, error) {
	all := m.derivations()
	found := m.findings(func(f finding.Finding) bool { return slices.Contains(numberRules, f.Rule) })
	if len(all)+len(found) == 0 {
		_, where := m.scope()
		return draft{}, &Refusal{Reason: fmt.Sprintf("the %s states no numbers from which others follow; state a load and a size, such as \"10 million writes per month\" and \"1 KB per post\"", where)}
	}
	parts, wrong := []string{"## Numbers and how they follow"}, 0
	if len(all) > 0 {
		rows := []string{"| quantity | stated | follows from the rest | how | holds |", "|---|---|---|---|---|"}
		for _, d := range all {
			rows = append(rows, fmt.Sprintf("| %s | %s | %s | %s | %s |", tableCell(d.name), tableCell(dash(d.stated)), tableCell(d.derived), tableCell(d.how), tableCell(dash(d.verdict))))
			wrong += truth(d.wrong)
		}
		parts = append(parts, strings.Join(rows, "\n"), "A dash stands where the document states nothing to compare with. Averages unless a row says peak; a peak that is not stated is taken as 3 times the average.")
	}
	if rest := besideTable(found); len(rest) > 0 {
		var lines []string
		for _, f := range rest {
			lines = append(lines, fmt.Sprintf("“%s”%s: %s", clip(oneLine(f.Span.Of(m.doc.Text.Content())), 120), source(m.doc.SectionAt(f.Span.Start)), f.Message))
		}
		parts = append(parts, "**What does not hold**\n\n"+bullets(lines))
	}
	if missing := m.missingNumbers(); missing != "" {
		parts = append(parts, missing)
	}
	return draft{body: strings.Join(parts, "\n\n"), findings: found,
		summary: fmt.Sprintf("Derived %s; %s not follow, and the rules have %s about numbers.", count(len(all), "number"), doNot(wrong), count(len(found), "remark"))}, nil
}

// besideTable are the findings that no row of the table says: the rules find wrong
// calculations, too.
func besideTable(found []finding.Finding) []finding.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f finding.Finding) bool {
		return f.Source == finding.SourceRules && (f.Rule == "estimate" || f.Rule == "unit")
	})
}

func doNot(n int) string {
	if n == 1 {
		return "1 does"
	}
	return fmt.Sprintf("%d do", n)
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// missingNumbers names what would let more be computed.
func (m *material) missingNumbers() string {
	if !m.service() {
		return ""
	}
	var names []string
	for _, need := range []struct{ fact, name string }{{"write-qps", "how many writes there are"}, {"read-qps", "how many reads there are"}, {"object-size", "how large one item is"}} {
		if !m.states(need.fact) {
			names = append(names, need.name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "More would follow if the document stated " + joined(names) + "."
}
