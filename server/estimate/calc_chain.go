package estimate

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// calcParser finds calculations in one piece of text: a sentence, a cell, a line.
type calcParser struct {
	s      string
	tokens []token
}

// side is what stands on one side of an equals sign: terms and what joins them.
type side struct {
	terms    []term
	ops      []string
	values   []reading
	from, to int // tokens
	spoken   bool
	grouped  bool
}

func (e *side) simple() bool { return len(e.terms) == 1 && !e.grouped }

func (e *side) span() text.Span {
	return text.Span{Start: e.terms[0].span.Start, End: e.terms[len(e.terms)-1].span.End}
}

// sideAt reads the longest calculation that begins at token i.
func (p *calcParser) sideAt(i int) (e side, next int, ok bool) {
	e.from = i
	var sums, factors [][]reading
	var joins []string
	for {
		values, after, ok := p.operand(&e, i)
		if !ok {
			return e, after, false
		}
		factors = append(factors, values)
		op, operandAt, more := p.opAt(after)
		if !more || op == "+" {
			sums = append(sums, product(factors, joins))
			factors, joins = nil, nil
		} else {
			joins = append(joins, op)
		}
		if !more {
			e.to, i = after, after
			break
		}
		if p.tokens[after].kind == tokenWord || p.tokens[after].kind == tokenComma {
			e.spoken = true
		}
		e.ops = append(e.ops, op)
		i = operandAt
	}
	e.values = sums[0]
	for _, s := range sums[1:] {
		e.values = combine(e.values, s, "+")
	}
	return e, i, len(e.terms) <= mostTerms
}

const mostTerms = 9

// product multiplies from left to right. What follows a division is also tried as a
// divisor as a whole, as in "500M / 24 * 3600".
func product(factors [][]reading, joins []string) []reading {
	all := factors[0]
	for i, op := range joins {
		all = combine(all, factors[i+1], op)
	}
	for i, op := range joins {
		if op != "/" || i+1 >= len(joins) {
			continue
		}
		top, bottom := product(factors[:i+1], joins[:i]), factors[i+1]
		for k, other := range joins[i+1:] {
			if other != "*" {
				return all
			}
			bottom = combine(bottom, factors[i+2+k], "*")
		}
		for _, r := range combine(top, bottom, "/") {
			r.strict = false
			all = addReading(all, r)
		}
		break
	}
	return all
}

// operand reads a number with its unit, or a calculation in brackets.
func (p *calcParser) operand(e *side, i int) (values []reading, next int, ok bool) {
	for i < len(p.tokens) && p.tokens[i].kind == tokenAbout {
		i++
	}
	if i >= len(p.tokens) {
		return nil, i, false
	}
	switch p.tokens[i].kind {
	case tokenNumber:
		t, next, ok := p.termAt(i)
		if !ok {
			return nil, i + 1, false
		}
		e.terms = append(e.terms, t)
		return t.readings(), next, true
	case tokenOpen:
		inner, next, ok := p.sideAt(i + 1)
		if !ok || next >= len(p.tokens) || p.tokens[next].kind != tokenClose {
			return nil, i + 1, false
		}
		e.terms, e.grouped = append(e.terms, inner.terms...), true
		e.ops = append(e.ops, inner.ops...)
		var tail term
		if after, ok := p.describe(&tail, next+1); ok && tail.unit.time == 0 {
			next = after - 1
		}
		return inner.values, next + 1, true
	}
	return nil, i + 1, false
}

// opAt reads what multiplies, divides or adds, and returns where the next operand is.
func (p *calcParser) opAt(i int) (op string, operand int, ok bool) {
	if i >= len(p.tokens) {
		return "", 0, false
	}
	switch t := p.tokens[i]; {
	case t.kind == tokenOp:
		return t.text, i + 1, true
	case strings.EqualFold(t.text, "times") && p.startsOperand(i+1):
		return "*", i + 1, true
	case strings.EqualFold(t.text, "per") && p.startsOperand(i+1), strings.EqualFold(t.text, "divided") && strings.EqualFold(p.word(i+1), "by"):
		return "/", i + 1 + bit(!strings.EqualFold(t.text, "per")), true
	case strings.EqualFold(t.text, "multiplied") && strings.EqualFold(p.word(i+1), "by"):
		return "*", i + 2, true
	case t.text == "of" && i > 0 && p.afterPercent(i) && p.startsOperand(i+1):
		return "*", i + 1, true
	}
	if at := p.eachAt(i); at > 0 {
		return "*", at, true
	}
	return "", 0, false
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p *calcParser) startsOperand(i int) bool {
	for i < len(p.tokens) && p.tokens[i].kind == tokenAbout {
		i++
	}
	return i < len(p.tokens) && p.tokens[i].kind == tokenNumber
}

func (p *calcParser) afterPercent(i int) bool {
	before := p.tokens[i-1]
	return before.text == "percent" || before.span.Of(p.s) == "%"
}

// eachAt returns where the number is that each of what was counted comes with: "users,
// each sends 40 messages"; 0 for other words.
func (p *calcParser) eachAt(i int) int {
	if p.tokens[i].kind == tokenComma {
		i++
	}
	if !strings.EqualFold(p.word(i), "each") {
		return 0
	}
	for k := i + 1; k < len(p.tokens) && k <= i+3; k++ {
		if p.tokens[k].kind == tokenNumber {
			return k
		}
		if w := strings.ToLower(p.word(k)); w == "" && p.tokens[k].kind != tokenAbout || (isEnd(w) && w != "about") || periodNames[w] != "" {
			return 0
		}
	}
	return 0
}
