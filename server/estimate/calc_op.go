package estimate

import (
	"strings"
)

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
