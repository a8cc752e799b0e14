package rules

import (
	"fmt"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var estimateRule = Rule{
	ID: "estimate", Title: "A figure that does not follow from the others", Severity: finding.Warning,
	What: "Works out what a document calculates, in sentences, lists, tables and blocks of plain text: `A x B = C`, and a figure in other words, such as a rate per day that is given per second, too. " +
		"Marks a result that is off by a factor of two or more, where units agree and nothing beside it (a peak, copies, a percentage, a rounding) explains it.",
	Why:     "Capacity, cost and the choice of a store rest on such figures. One that is ten times too low is found when the system is full.",
	Bad:     "# Links\n\n100 million links are created a day, about 120 a second.\n",
	Good:    "# Links\n\n100 million links are created a day, about 1,160 a second on average and 3,500 at the peak.\n",
	ByModel: "A calculated figure, such as a number of machines, that does not follow from what is stated anywhere in the document, or that a decision needs and nobody has worked out.",
	Fixes:   []string{"write the figure that follows, in the author's unit"},
	Section: func(s *Scope) []finding.Finding { return miscalculated(s, false) },
}

// miscalculated are the calculations of a section that do not hold: those in which bits
// were taken for bytes, or all others.
func miscalculated(s *Scope, bits bool) []finding.Finding {
	var found []finding.Finding
	for _, c := range s.calculations() {
		if c.Certain && c.Bits == bits {
			found = append(found, arithmeticFinding(c))
		}
	}
	return found
}

func arithmeticFinding(c estimate.Claim) finding.Finding {
	message := fmt.Sprintf("%s is %s; the text says %s.", c.Given, c.Follows, c.Says)
	if c.Given == c.Follows {
		message = fmt.Sprintf("%s is not %s.", c.Given, c.Says)
	}
	f := finding.Finding{
		Span: c.Span, Message: message,
		Why:     fmt.Sprintf("The stated figure is %s, and what is sized by it will be, too.", timesOff(c.Factor)),
		Options: []string{fmt.Sprintf("Write %s, and look at what was derived from the old figure.", c.Follows), "If it is meant, say what else goes into it: copies, a peak, a share, another period."},
	}
	if c.Bits {
		f.Why = "A byte has eight bits. A link that is sized by the wrong one is eight times too small, or too large."
		f.Options[1] = "If the figure is right, correct the unit: B is for bytes, b or bit for bits."
	}
	if c.Figure != "" {
		f.Fixes = []finding.Fix{{Title: fmt.Sprintf("Write %s", c.Follows), Edits: []text.Edit{{Span: c.Number, New: c.Figure}}}}
	}
	return f
}

func timesOff(factor float64) string {
	if factor < 1 {
		return estimate.Number(1/factor) + " times too small"
	}
	return estimate.Number(factor) + " times too large"
}

// calculations are worked out once for all rules.
func (s *Scope) calculations() []estimate.Claim {
	if !s.shared.calculated {
		s.shared.calculations, s.shared.calculated = Calculations(s.section), true
	}
	return s.shared.calculations
}
