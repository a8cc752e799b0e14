package actions

import (
	"fmt"
	"slices"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// calculations are rows for what the text itself works out, right or wrong, with the
// claims that they are about.
func (m *material) calculations() ([]derivation, []estimate.Claim) {
	var rows []derivation
	var claims []estimate.Claim
	for _, s := range m.doc.Sections {
		if s.Managed != nil || m.in.Section != nil && !m.in.Section.Deep.ContainsSpan(s.Span) {
			continue
		}
		for _, c := range rules.Calculations(s) {
			c.Span, c.Stated = c.Span.Shift(s.Span.Start), c.Stated.Shift(s.Span.Start)
			if slices.ContainsFunc(m.doc.Blocks, func(b *document.Block) bool { return b.Span.Overlaps(c.Span) }) {
				continue
			}
			claims = append(claims, c)
			rows = append(rows, derivation{name: "Calculation" + source(s), at: c.Span, stated: c.Says, derived: c.Follows, how: c.Given, verdict: verdictOf(c), wrong: c.Certain})
		}
	}
	return rows, claims
}

// verdictOf says whether a calculation holds. People round as they calculate.
func verdictOf(c estimate.Claim) string {
	far := max(c.Factor, 1/c.Factor)
	switch {
	case far-1 <= roundingError:
		return "yes"
	case c.Holds:
		return fmt.Sprintf("roughly: off by %s%%", estimate.Number(100*(far-1)))
	case c.Bits:
		return "**no**: bits taken for bytes"
	case c.Certain:
		return fmt.Sprintf("**no**: %s times too %s", estimate.Number(far), map[bool]string{true: "large", false: "small"}[c.Factor > 1])
	}
	return fmt.Sprintf("not by these figures alone: %s times as %s", estimate.Number(far), map[bool]string{true: "large", false: "small"}[c.Factor > 1])
}

// merge puts the calculations of the text before what else follows, and says nothing
// twice: a row that compares the same figures stands for both.
func merge(rows []derivation, claims []estimate.Claim, others []derivation) []derivation {
	var all []derivation
	for i, c := range claims {
		if !slices.ContainsFunc(others, func(d derivation) bool { return d.stated != "" && c.Span.ContainsSpan(d.at) && d.at.Len() > 0 }) {
			all = append(all, rows[i])
		}
	}
	for _, d := range others {
		if d.stated == "" && slices.ContainsFunc(claims, func(c estimate.Claim) bool { return d.at.Len() > 0 && c.Span.ContainsSpan(d.at) && sameResult(c, d) }) {
			continue
		}
		all = append(all, d)
	}
	return all
}

// sameResult holds for a row that only says again what a calculation is about: what
// comes to a second.
func sameResult(c estimate.Claim, d derivation) bool {
	return d.at.End <= c.Stated.Start && perSecond().MatchString(c.Says)
}

var perSecond = text.Pattern(`(?i)/ ?s(ec(ond)?)?\b|second|\b[qrtw]ps\b`)
