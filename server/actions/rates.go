package actions

import (
	"fmt"
	"math"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// inRoundDays says whether a rate was reached with days of 100,000 seconds, which is
// how people reckon in their heads.
func inRoundDays(stated, derived float64) bool {
	const roundDay, slack = 1e5, 0.03
	return off(stated, derived*estimate.Day/roundDay) <= slack
}

// rateDerivations hold the averages that are stated in different units against each
// other, and the peak against the average.
func (m *material) rateDerivations(fact, name string) []derivation {
	var all []derivation
	seen := map[float64]bool{}
	for _, f := range m.figures(fact) {
		d, converts := estimate.PerSecond(f.Quantity)
		if !converts || f.peak || seen[math.Round(f.Value*1e6)] {
			continue
		}
		seen[math.Round(f.Value*1e6)] = true
		row := derivation{name: name + ", average", at: f.where(), derived: d.Result, how: f.how(d)}
		if perSecond, ok := m.inSeconds(fact, f, d.Value); ok {
			row.stated, row.verdict = perSecond.text(m), holds(perSecond.Value, d.Value)
			row.wrong = off(perSecond.Value, d.Value) > roundingError
			if row.wrong && inRoundDays(perSecond.Value, d.Value) {
				row.verdict, row.wrong = "yes, with 100,000 seconds a day", false
			}
		}
		all = append(all, row)
	}
	average, ok := m.average(fact)
	if !ok {
		return all
	}
	if peak, said := m.statedPeak(fact); peak > 0 {
		if factor := peak / average.Value; factor >= 1 && factor <= mostPeak {
			all = append(all, derivation{name: name + ", peak", stated: said, derived: estimate.Number(factor) + " times the average",
				how: fmt.Sprintf("%s / %s", estimate.Number(peak), estimate.Number(average.Value))})
		}
		return all
	}
	d := estimate.Peak(average.Value, estimate.PeakFactor)
	return append(all, derivation{name: name + ", peak", derived: d.Result, how: d.Derivation + ", the factor is assumed"})
}

// how is the way to the rate of all, from that of one where that is stated.
func (f figure) how(d estimate.Derived) string {
	if f.many == 0 {
		return d.Derivation
	}
	one := f.Quantity
	one.Value /= f.many
	d, _ = estimate.PerSecond(one)
	return estimate.Number(f.many) + " x " + d.Derivation
}

// statedPeak is the peak of a rate per second, and how it is stated.
func (m *material) statedPeak(fact string) (perSecond float64, said string) {
	if peak, stated := m.peakOf(fact); stated {
		return peak.Value, peak.text(m)
	}
	return m.spokenPeak(fact)
}

// restatement is what stands between a rate and the same rate in another unit.
var restatement = text.Pattern(`(?i)^[\s,;:(–—-]*(which (is|means|makes|comes to|equals|amounts to|translates (in)?to)|that is|that's|i\.?e\.?|equals?|=|≈|~|→|->)[\s,~≈]*(about|around|roughly|approximately|approx\.?|nearly|some|an average of)?\s*$`)

// inSeconds is the average per second that the document states for a rate in another
// unit: what it gives as another word for it, whatever that comes to, else one that is
// near enough to be meant.
func (m *material) inSeconds(fact string, f figure, derived float64) (figure, bool) {
	var found *figure
	for _, g := range m.figures(fact) {
		if g.Dimension != estimate.Rate || g.Period != "second" || g.peak {
			continue
		}
		if m.restates(f, g) {
			return g, true
		}
		if found == nil && f.many == 0 && near(g.Value, derived) {
			found = &g
		}
	}
	if found == nil {
		return figure{}, false
	}
	return *found, true
}

func (m *material) restates(f, g figure) bool {
	content := m.doc.Text.Content()
	if f.fromAnswer || g.fromAnswer || f.Noun != g.Noun || f.Span.End > g.Span.Start || g.Span.Start > len(content) {
		return false
	}
	return restatement().MatchString(content[f.Span.End:g.Span.Start])
}
