package estimate

import (
	"strings"
)

// Claims finds what a text says to follow from its figures. The text is a sentence, a
// cell or some lines, with markup blanked out.
func Claims(s string, around Around) []Claim {
	if !mayCalculate(s) || len(s) > longSentence && !mayCalculateInLines(s) {
		return nil
	}
	p := &calcParser{s: s, tokens: tokensOf(s)}
	var all []Claim
	for i := 0; i < len(p.tokens); {
		if !p.startsSide(i) {
			i++
			continue
		}
		claims, next := p.chain(i, around)
		all = append(all, claims...)
		i = max(i+1, next)
	}
	return all
}

// HasFigures is a cheap look for two numbers, without which nothing is calculated.
func HasFigures(s string) bool {
	for numbers, i := 0, 0; ; numbers++ {
		if numbers == 2 {
			return true
		}
		for i < len(s) && !digit(s[i]) {
			i++
		}
		if i == len(s) {
			return false
		}
		for i < len(s) && digit(s[i]) {
			i++
		}
	}
}

func digit(b byte) bool { return b-'0' <= 9 }

// mayCalculate is a cheap look for two numbers and a sign or a word between them.
func mayCalculate(s string) bool {
	if !HasFigures(s) {
		return false
	}
	if containsAny(s, equalHints) {
		return true
	}
	return (strings.ContainsAny(s, "/*(") || containsAny(s, rateHints)) && (strings.ContainsAny(s, "~(:") || containsAny(s, relationHints))
}

// longSentence is more than sentences have, in bytes: what is longer is a block of lines.
const longSentence = 600

// mayCalculateInLines looks for them in two lines that follow each other: a block of text
// has numbers and signs enough that have nothing to do with each other.
func mayCalculateInLines(s string) bool {
	for before, at := 0, 0; ; {
		n := strings.IndexByte(s[at:], '\n')
		if n < 0 {
			return mayCalculate(s[before:])
		}
		if at > 0 && mayCalculate(s[before:at+n]) {
			return true
		}
		before, at = at, at+n+1
	}
}

// Of what a calculation is made, cheap to look for: signs, rates, and what words contain
// that say that two figures are the same.
var (
	equalHints    = []string{"=", "≈", "->", "→", "⇒"}
	rateHints     = []string{"per ", " a ", "each", " x ", "×", "÷", "times", " of ", " by "}
	relationHints = []string{"bout", " is ", " are ", " or ", " so ", "hich ", "oughly", "pproximately", "i.e.", "that ", "equal", "makes ", "gives ", "yields "}
)

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// takes are the verbs after which something new begins: "1% of the links take 24 million x".
var takes = map[string]bool{"is": true, "are": true, "take": true, "takes": true, "need": true, "needs": true, "makes": true, "make": true, "gives": true, "require": true, "requires": true, "use": true, "uses": true, "means": true}

// startsSide holds for the first number of a calculation, when nothing before it in
// its clause belongs to it.
func (p *calcParser) startsSide(i int) bool {
	kind := p.tokens[i].kind
	if kind != tokenNumber && kind != tokenOpen {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch t := p.tokens[k]; t.kind {
		case tokenOp, tokenNumber, tokenOther:
			return false
		case tokenStop, tokenLine, tokenColon, tokenEqual, tokenComma, tokenOpen:
			return true
		case tokenWord:
			if takes[strings.ToLower(t.text)] {
				return true
			}
		}
	}
	return true
}

// chain reads "A x B = C = D" from token i, and compares each with the one before.
func (p *calcParser) chain(i int, around Around) (claims []Claim, next int) {
	left, at, ok := p.sideAt(i)
	if !ok {
		return nil, at
	}
	for {
		how, start := p.relationAt(at)
		if how == noRelation {
			return claims, at
		}
		right, end, ok := p.sideAt(start)
		if !ok {
			return claims, max(at, start)
		}
		if c, ok := p.compare(&left, &right, how, around); ok {
			claims = append(claims, c)
		}
		if at = end; p.inBrackets(start) { // an aside, after which the first side goes on
			for at < len(p.tokens) && p.tokens[at].kind != tokenClose {
				at++
			}
			at++
			continue
		}
		left = right
	}
}
