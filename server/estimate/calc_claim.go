package estimate

import (
	"math"
	"strings"

	"github.com/designls/designls/server/text"
)

// Claim is a figure that a text says follows from others: the result of a
// calculation ("50M x 40 = 2B"), or a rate in other words ("2B a day, about 23,000 a
// second").
type Claim struct {
	Span   text.Span // from the first number to the end of the result
	Stated text.Span // the result, with its unit
	Given  string    // what it follows from, as written
	Says   string    // the result, as written

	// What follows instead, in the author's own unit and style. Figure replaces the
	// number of Stated, which stands at Number; it is "" when that does not do.
	Follows string
	Figure  string
	Number  text.Span

	Factor  float64 // stated over computed
	Holds   bool
	Certain bool // it does not hold, and nothing in the text explains why
	Bits    bool // it is off by eight, with bits on one side and bytes on the other
}

// tooFar is the factor by which a figure has to differ before anything is said.
// People take 100,000 seconds for a day and 1,000 for 1,024, and several at once.
const tooFar = 2

// Around is what surrounds a text and may explain its figures.
type Around struct {
	Line    string   // what is read with the text: the other cells of its row and the headings
	Section *Section // the whole section
}

func (p *calcParser) compare(left, right *side, how relation, around Around) (Claim, bool) {
	if !right.simple() || len(left.terms) == 0 {
		return Claim{}, false
	}
	a := agree(left.values, right.values)
	if !a.loose || !related(left, right, how, a.factor) {
		return Claim{}, false
	}
	c := p.claim(left, right, a)
	c.Holds = a.holds()
	if c.Holds {
		return c, true
	}
	c.Bits = offByEight(left, right, a.factor)
	switch {
	case a.comparable:
		c.Certain = !p.excused(left, right, a.factor, around)
	case p.droppedPeriod(left, right) && slipped(a.factor):
		c.Certain = !p.excused(left, right, a.factor, around)
	default: // one of them counts something that is not written down
		return Claim{}, false
	}
	return c, c.Certain || a.comparable
}

// inBrackets holds for the first number in brackets: "(about 5".
func (p *calcParser) inBrackets(i int) bool {
	for i--; i >= 0 && (p.tokens[i].kind == tokenAbout || p.tokens[i].kind == tokenEqual || p.tokens[i].kind == tokenWord); i-- {
	}
	return i >= 0 && p.tokens[i].kind == tokenOpen
}

// droppedPeriod holds where only the result leaves out what it is counted in.
func (p *calcParser) droppedPeriod(left, right *side) bool {
	rates := 0
	for _, t := range left.terms {
		rates += bit(t.unit.time < 0)
	}
	for _, noun := range right.terms[0].nouns {
		if timeNoun().MatchString(noun) {
			return false
		}
	}
	return rates == 1 && right.terms[0].unit.time == 0
}

var timeNoun = text.Pattern(`(?i)(second|minute|hour|day|week|month|year|dai)`)

// slipped holds for a factor that is a power of ten: a decimal point in the wrong place.
func slipped(factor float64) bool {
	digits := math.Log10(factor)
	return math.Abs(digits) > 0.5 && math.Abs(digits-math.Round(digits)) < 0.07
}

// offByEight holds where rates in bits were taken for bytes, or the other way round.
func offByEight(left, right *side, factor float64) bool {
	if math.Abs(math.Abs(math.Log(factor))-math.Log(8)) > 0.03 {
		return false
	}
	bits, bytes := false, false
	for _, t := range append(left.terms[:len(left.terms):len(left.terms)], right.terms...) {
		if t.unit.bytes > 0 {
			bits, bytes = bits || t.unit.bits, bytes || !t.unit.bits
		}
	}
	return bits && bytes
}

// Pair compares a calculation with a result that stands apart from it, as in two cells
// of a table. The places of the claim count from the start of the result.
func Pair(calculation, result string, around Around) (Claim, bool) {
	if !operates(calculation) { // "3 KB" and a total
		return Claim{}, false
	}
	const joint = " = "
	for _, c := range Claims(calculation+joint+result, around) {
		at := len(calculation) + len(joint)
		if c.Stated.Start >= at && c.Span.Start == 0 && c.Given == joinWords(calculation) && strings.Trim(result[:c.Stated.Start-at], "~≈ ") == "" {
			c.Stated, c.Number = c.Stated.Shift(-at), c.Number.Shift(-at)
			return c, true
		}
	}
	return Claim{}, false
}

// operates says whether a text has a sign or a word by which numbers are joined.
func operates(s string) bool {
	p := &calcParser{s: s, tokens: tokensOf(s)}
	for i := range p.tokens {
		if _, operand, ok := p.opAt(i); ok && p.startsOperand(operand) {
			return true
		}
	}
	return false
}
