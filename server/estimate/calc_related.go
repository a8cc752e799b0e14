package estimate

import (
	"math"
	"slices"
	"strings"
)

// related says whether the words between two sides are enough to take the second for
// the result of the first.
func related(left, right *side, how relation, factor float64) bool {
	if left.simple() {
		return restates(&left.terms[0], &right.terms[0], how, factor)
	}
	r := &right.terms[0]
	counts := r.unit.bytes == 0 && r.unit.time == 0
	exact := factor < tooFar && factor > 1.0/tooFar
	switch {
	case how == bracketed, r.percent && slices.ContainsFunc(left.terms, func(t term) bool { return t.percent }):
		return false // "99.9% × 3 = 99.7%", of three in a row
	case how == arrow || how == tilde:
		return exact || slipped(factor)
	case how == colonAfter:
		return left.spoken
	case counts && r.figure < 2 && r.scaleWord == "": // "2 x 8 cores = 1 server"
		return exact
	case counts && (how != equalSign || otherThings(left.terms, r)):
		return exact || slipped(factor)
	}
	return true
}

// otherThings holds where the result counts what no term is in.
func otherThings(terms []term, result *term) bool {
	noun := result.noun()
	if noun == "" {
		return false
	}
	named := false
	for _, t := range terms {
		if sameThing(t.noun(), noun) {
			return false
		}
		named = named || t.noun() != ""
	}
	return named
}

// noun is what a term counts: the last word before what it is counted per.
func (t *term) noun() string {
	if len(t.nouns) == 0 {
		return ""
	}
	return t.nouns[len(t.nouns)-1]
}

// anyCall are the nouns for what a system is asked to do, whatever that is about.
var anyCall = map[string]bool{
	"write": true, "read": true, "request": true, "querie": true, "query": true, "call": true, "operation": true, "op": true, "insert": true, "update": true, "transaction": true, "event": true,
}

func sameThing(a, b string) bool {
	return a == b || strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s")
}

// restates holds for the same rate per second and per day, or in bits and in bytes, and
// for the same size in two units.
func restates(a, b *term, how relation, factor float64) bool {
	exact := factor < tooFar && factor > 1.0/tooFar
	slip := slipped(factor) && !(isRound(a.figure) && isRound(b.figure))
	same := a.noun() == "" || b.noun() == "" || sameThing(a.noun(), b.noun())
	switch {
	case how == colonAfter || a.percent || b.percent || a.each != b.each && a.each != "" && b.each != "":
		return false
	case a.unit.time == -1 && b.unit.time == -1:
		if a.unit.period == b.unit.period && a.unit.bits == b.unit.bits && (a.unit.factor == b.unit.factor || how != equalSign) {
			return false // a change, or a coincidence
		}
		if !same && !anyCall[strings.TrimSuffix(b.noun(), "s")] {
			return exact // there may be ten items in an order
		}
		if !same || how == alternative || how == arrow || how == tilde || a.each != b.each {
			return exact || slip
		}
		return how != bracketed || exact || slip || a.unit.bits != b.unit.bits && a.figure == b.figure
	case a.unit.time == 0 && b.unit.time == 0 && a.unit.bytes == 1 && b.unit.bytes == 1:
		return how == equalSign && same && (a.unit.factor != b.unit.factor || slipped(factor))
	}
	return false
}

// isRound holds for 1, 10, 100 and so on: whatever two of them stand for, one per second
// and one per day, they differ by about a power of ten.
func isRound(figure float64) bool {
	digits := math.Log10(figure)
	return math.Abs(digits-math.Round(digits)) < 1e-9
}
