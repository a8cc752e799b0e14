package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// derivations are all that the program can compute from the stated numbers.
func (m *material) derivations() []derivation {
	var all []derivation
	for _, side := range []struct{ fact, name, flow string }{{"write-qps", "Writes", "Traffic in"}, {"read-qps", "Reads", "Traffic out"}} {
		all = append(all, m.rateDerivations(side.fact, side.name)...)
		if d, ok := m.trafficDerivation(side.fact, side.flow); ok {
			all = append(all, d)
		}
	}
	all = append(all, m.ratioDerivation()...)
	for _, span := range []struct {
		seconds float64
		name    string
	}{{estimate.Year, "a year"}, {3 * estimate.Year, "3 years"}} {
		if d, ok := m.storageAfter(span.seconds, span.name); ok {
			all = append(all, derivation{name: "Storage after " + span.name + ", one copy, nothing deleted", derived: d.Result, how: d.Derivation})
		}
	}
	for _, f := range m.figures("availability") {
		if f.Dimension == estimate.Percent && f.Value > 50 && f.Value < 100 {
			d := estimate.Downtime(f.Value)
			all = append(all, derivation{name: "Availability", at: f.where(), stated: f.text(m), derived: d.Result, how: d.Derivation})
		}
	}
	rows, claims := m.calculations()
	return merge(rows, claims, append(all, m.pathDerivations()...))
}

// text is a figure as the document writes it.
func (f figure) text(m *material) string {
	if content := m.doc.Text.Content(); f.Span.End <= len(content) && !f.fromAnswer {
		return oneLine(f.Span.Of(content))
	}
	return clip(f.said, 60)
}

// where is the place of a figure in the document; empty for one from an answer.
func (f figure) where() text.Span {
	if f.fromAnswer {
		return text.Span{}
	}
	return f.Span
}

func off(stated, derived float64) float64 { return max(stated/derived, derived/stated) - 1 }

func holds(stated, derived float64) string {
	if off(stated, derived) <= roundingError {
		return "yes"
	}
	return fmt.Sprintf("**no**: off by %s%%", estimate.Number(100*off(stated, derived)))
}

func (m *material) trafficDerivation(fact, name string) (derivation, bool) {
	rate, okRate := m.average(fact)
	size, okSize := m.sizeOf(fact)
	if !okRate || !okSize {
		return derivation{}, false
	}
	d := estimate.Transfer(rate.Value, size.Value)
	return derivation{name: name + ", one item each", derived: d.Result, how: d.Derivation}, true
}

func (m *material) ratioDerivation() []derivation {
	reads, okReads := m.average("read-qps")
	writes, okWrites := m.average("write-qps")
	if !okReads || !okWrites || writes.Value == 0 {
		return nil
	}
	ratio := reads.Value / writes.Value
	row := derivation{name: "Reads to writes", derived: estimate.Number(ratio) + " to 1", how: fmt.Sprintf("%s / %s a second", estimate.Number(reads.Value), estimate.Number(writes.Value))}
	for _, f := range m.figures("ratio") {
		if f.Dimension == estimate.Ratio && f.Value > 0 {
			row.at, row.stated, row.verdict, row.wrong = f.where(), f.text(m), holds(f.Value, ratio), off(f.Value, ratio) > roundingError
			break
		}
	}
	return []derivation{row}
}

// pathDerivations add up the lists of what the parts of a path take.
func (m *material) pathDerivations() []derivation {
	var all []derivation
	for _, p := range m.latencyPaths() {
		if p.why != "" {
			continue
		}
		_, sum := estimate.Starts(p.parts)
		row := derivation{name: "Latency of the steps" + source(p.section), at: p.span, derived: estimate.Time(sum), how: sumText(p.parts)}
		if p.stated > 0 {
			row.stated, row.verdict, row.wrong = estimate.Time(p.stated), holds(p.stated, sum), off(p.stated, sum) > roundingError
		}
		if goal, _ := m.goalFor(p); goal > 0 && p.stated == 0 {
			row.stated = "goal " + estimate.Time(goal)
			row.verdict = "yes, with " + estimate.Time(goal-sum) + " left"
			if row.wrong = sum > goal; row.wrong {
				row.verdict = "**no**: " + estimate.Time(sum-goal) + " over the goal"
			}
		}
		all = append(all, row)
	}
	return all
}

func sumText(parts []estimate.Part) string {
	var terms []string
	beside := 0
	for _, p := range parts {
		if p.Parallel {
			beside++
			continue
		}
		terms = append(terms, estimate.Time(p.Takes))
	}
	s := strings.Join(terms, " + ")
	if beside > 0 {
		s += fmt.Sprintf(", %d in parallel", beside)
	}
	return s
}
