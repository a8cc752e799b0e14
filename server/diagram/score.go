package diagram

import (
	"math"
	"slices"
	"strings"
)

// The score of a name is the logarithm of the odds that it is a component's, as
// estimated on labelled documents and rounded. It weighs how the name ends, how
// it is stressed, how often it stands, and whether it does something.
const (
	certain = 0.0  // more likely than not
	likely  = -1.0 // enough to be worth asking whom it talks to
)

// frequent is how many of a document's names stand so often that this speaks for
// them.
const frequent = 12

// weighTotals notes how often the names of a document stand, as the measure for
// each of them.
func (m *merger) weighTotals() {
	var totals []int
	for _, c := range m.candidates {
		if c.parent == nil && c.plain > 0 {
			totals = append(totals, c.total)
		}
	}
	if len(totals) == 0 {
		return
	}
	slices.Sort(totals)
	m.most = totals[len(totals)-1]
	m.often = totals[max(len(totals)-frequent, 0)]
}

func (m *merger) score(c *candidate, talks bool) float64 {
	if c.total == 0 {
		return -10
	}
	s := -1.5 + c.scoreOfEnding() + c.scoreOfStress() + m.scoreOfUse(c)
	if talks {
		s += 0.9 + m.scoreOfTalk(c)
	}
	if c.kind == Person && !talks {
		s -= 0.7
	}
	if c.denied > 0 {
		s--
	}
	if c.plain == 0 {
		s -= 2.5
	}
	if 10*c.whole >= c.total && c.whole > 0 && c.drawn == 0 && c.marks&markTech == 0 {
		s -= 3 // the system itself
	}
	return s
}

// scoreOfTalk weighs, for a name at an end of a flow, what says little for a name that
// is only spoken of.
func (m *merger) scoreOfTalk(c *candidate) float64 {
	s := 0.0
	if c.marks&(markHead|markTech) != 0 {
		s += 0.7 // a noun for parts says more than capitals
	}
	if c.indefinite >= c.total && c.agent > 0 && c.kind != Person {
		s += 1.2 // "then a worker reads from Kafka"
	}
	if c.marks&markHead != 0 && c.marks&(markWeak|markTech) == 0 && isPlainPhrase(c.name) && (c.definite > 0 || c.agent > 0 && c.plural == 0) && c.total >= m.often {
		s += 0.8 // "creates a ticket in the billing system"
	}
	if c.marks&markProper != 0 && c.marks&(markHead|markTech) == 0 && isCapital(c.name) {
		s += 1.3 // "pulls forecasts from NOAA"
	}
	return s
}

func (c *candidate) isAlone() bool { return c.marks&markAlone != 0 && len(c.words) == 1 }

// scoreOfEnding weighs the last noun of the name.
func (c *candidate) scoreOfEnding() float64 {
	alone := c.isAlone()
	switch {
	case c.marks&markTech != 0:
		return 2.8
	case c.marks&markStrong != 0 && !alone:
		return 2.2
	case c.marks&markStrong != 0:
		return 1.3
	case c.marks&markWeak != 0 && !alone:
		return 1.5
	case c.marks&markWeak != 0:
		return 0.6
	case c.marks&markHead != 0 && !alone:
		return -0.6
	case c.marks&markHead != 0:
		return -1.9
	case c.marks&markCoined != 0:
		return 0.3
	case c.marks&(markProper|markInitial) == markInitial && c.drawn == 0 && !c.listed:
		return -2.8
	}
	return -0.8
}

// scoreOfStress weighs bold type, headings, pictures, tables and what the author
// says the name is.
func (c *candidate) scoreOfStress() float64 {
	s := 0.0
	if c.bold > 0 && c.marks&(markHead|markTech) != 0 {
		s += 2
	}
	if c.titles > 0 {
		s += 0.4
	}
	if c.headed > 0 {
		s += 0.8
	}
	if c.named > 0 {
		s += 2.3
	}
	if c.listed {
		s += 2
	}
	if c.drawn > 0 {
		s += 4
	}
	if c.framed > 0 {
		s++
	}
	return s
}

// scoreOfUse weighs how often, and how, the document speaks of the name.
func (m *merger) scoreOfUse(c *candidate) float64 {
	log := func(n int) float64 { return math.Log(float64(1 + n)) }
	s := 0.9*log(c.agent) + 0.3*log(c.definite) - 0.5*log(c.inner) + 0.2*log(c.total-1)
	s += 0.45 * math.Log(float64(c.total)/float64(max(m.most, c.total)))
	if c.total >= m.often {
		s += 0.6
	}
	if c.agent == 0 && c.plural >= c.total && c.marks&markTech == 0 {
		s -= 0.8 // "custom controllers" are a class, not a component
		if c.total < 3 && len(c.words) > 1 {
			s -= 0.5
		}

	}
	if c.indefinite >= c.total {
		s -= 1.2 // so is "a controller"
	}
	return s
}

// isPlainPhrase says whether a name is several words of the language: "billing
// system", not "ReadIndex API".
func isPlainPhrase(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && !strings.Contains(name, "_") && !slices.ContainsFunc(words, func(w string) bool { return hasInnerCapital(w) && w != strings.ToUpper(w) })
}
