package estimate

import (
	"strings"
)

var perWords = []string{"per", "a", "an", "each", "every"}

// per reads "per second", "/day" and "per user". What is divided by several things is
// no amount of its own.
func (p *calcParser) per(t *term, word string, i int) bool {
	lower := strings.ToLower(word)
	if period, ok := periodNames[lower]; ok {
		if t.unit.time != 0 {
			return t.unit.isRate && t.unit.period == period
		}
		t.unit.time, t.unit.period, t.unit.isRate = -1, period, true
		t.unit.factor /= durations[period]
		t.span.End = p.tokens[i].span.End
		return true
	}
	if strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") && p.tokens[i-1].kind == tokenOp || t.each != "" && p.tokens[i-1].kind != tokenOp {
		return false
	}
	t.each = lower
	t.span.End = p.tokens[i].span.End
	return true
}

// annotation returns the index of the bracket that ends a remark without numbers;
// -1 when it has some.
func (p *calcParser) annotation(i int) int {
	for k := i + 1; k < len(p.tokens) && k < i+8; k++ {
		switch p.tokens[k].kind {
		case tokenClose:
			return k
		case tokenWord, tokenComma:
		case tokenOp:
			if p.word(k+1) == "" {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// opensFactor holds for "each sends" and "times" before a number.
func (p *calcParser) opensFactor(i int) bool {
	_, _, ok := p.opAt(i)
	return ok
}

// ends are the words that belong to no amount.
var ends = map[string]bool{
	"is": true, "are": true, "was": true, "equals": true, "equal": true, "makes": true, "gives": true, "yields": true, "means": true, "so": true, "or": true, "and": true, "but": true, "thus": true,
	"hence": true, "then": true, "if": true, "when": true, "for": true, "in": true, "over": true, "after": true, "during": true, "within": true, "at": true, "on": true, "from": true, "to": true,
	"by": true, "that": true, "which": true, "with": true, "about": true, "around": true, "roughly": true, "approximately": true, "nearly": true, "almost": true, "approx": true, "comes": true,
	"amounts": true, "results": true, "totals": true, "translates": true, "times": true, "the": true, "we": true, "will": true, "would": true, "as": true, "than": true, "until": true, "since": true, "because": true, "while": true, "whenever": true, "across": true, "throughout": true, "between": true, "under": true, "before": true, "once": true, "i": true, "e": true, "not": true, "be": true, "where": true, "it": true, "this": true,
}

func isEnd(word string) bool { return ends[strings.ToLower(word)] }
