package estimate

import (
	"github.com/designls/designls/server/text"
)

// calcParser finds calculations in one piece of text: a sentence, a cell, a line.
type calcParser struct {
	s      string
	tokens []token
	depth  int // brackets that are open
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
		if !ok || len(e.terms) > mostTerms {
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
	return e, i, true
}

// What is longer, or deeper in brackets, is no calculation that one reads.
const (
	mostTerms = 9
	mostDeep  = 4
)

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
		if p.depth++; p.depth > mostDeep {
			p.depth--
			return nil, i + 1, false
		}
		inner, next, ok := p.sideAt(i + 1)
		p.depth--
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
