package estimate

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// term is a number of a calculation with its unit and the words after it.
type term struct {
	value      float64 // the number with its multiplier
	figure     float64 // the number alone, as it is written
	scaleWord  string  // "million", "k"
	unit       unit
	unitWord   string
	each       string   // what one of it belongs to, but for a period: "user"
	nouns      []string // what is counted
	number     text.Span
	span       text.Span
	amountEnd  int // of the number with its unit
	percent    bool
	unitGlued  bool // "5GB"
	maybeBytes bool // "100B"
	thousands  bool // "86.400"
	inWords    bool // with a verb: "links are created a day"
}

// termAt reads the number at token i, and returns the index after its last word.
func (p *calcParser) termAt(i int) (t term, next int, ok bool) {
	first := p.tokens[i]
	t = term{value: first.value, figure: first.value, number: first.span, span: first.span, unit: unit{factor: 1}}
	if dot := strings.IndexByte(first.text, '.'); dot >= 0 && len(first.text)-dot == 4 && strings.Trim(first.text, "0123456789.") == "" && first.text[0] != '0' {
		t.thousands = true
	}
	i++
	i = p.scaleAndUnit(&t, i)
	if i < 0 {
		return t, 0, false
	}
	t.amountEnd = t.span.End
	i, ok = p.describe(&t, i)
	if i < len(p.tokens) && p.tokens[i].kind == tokenOther { // a range, a difference, something that is not understood
		return t, i, false
	}
	if t.percent && len(t.nouns) > 0 { // of something that has no number here
		return t, i, false
	}
	return t, i, ok
}

func (p *calcParser) word(i int) string {
	if i < len(p.tokens) && p.tokens[i].kind == tokenWord {
		return p.tokens[i].text
	}
	return ""
}

// scaleAndUnit reads what multiplies the number and its unit. It returns -1 for what
// is no amount: "3rd", "2nd", "5-minute".
func (p *calcParser) scaleAndUnit(t *term, i int) int {
	if i < len(p.tokens) && p.tokens[i].kind == tokenOther && p.tokens[i].span.Len() == 1 && p.s[p.tokens[i].span.Start] == '%' {
		t.value, t.percent, t.span.End = t.value/100, true, p.tokens[i].span.End
		return i + 1
	}
	word := p.word(i)
	if word == "percent" {
		t.value, t.percent, t.span.End = t.value/100, true, p.tokens[i].span.End
		return i + 1
	}
	if factor, ok := scale(word, i < len(p.tokens) && p.tokens[i].glued); ok {
		t.maybeBytes = p.tokens[i].glued && len(word) == 1
		t.value, t.scaleWord, t.span.End = t.value*factor, word, p.tokens[i].span.End
		i++
		word = p.word(i)
	} else if word != "" && p.tokens[i].glued && strings.Contains("m", word) { // 5m: minutes or millions
		return -1
	}
	if u, ok := calcUnit(word); ok {
		t.unit, t.unitWord, t.maybeBytes, t.span.End = u, word, t.maybeBytes && u.bytes != 0, p.tokens[i].span.End
		t.maybeBytes, t.unitGlued = false, p.tokens[i].glued
		return i + 1
	}
	if word == "B" {
		t.unit, t.unitWord, t.span.End = unit{factor: 1, bytes: 1}, word, p.tokens[i].span.End
		return i + 1
	}
	if word != "" && p.tokens[i].glued {
		return -1
	}
	return i
}

// mostWords is how many words may follow a number and belong to it.
const mostWords = 6

// describe reads the words after a number: what is counted, for what, and how often.
func (p *calcParser) describe(t *term, i int) (next int, ok bool) {
	for n := 0; n < mostWords && i < len(p.tokens); n++ {
		tok := p.tokens[i]
		switch {
		case tok.kind == tokenOp && tok.text == "/" && p.word(i+1) != "":
			if !p.per(t, p.word(i+1), i+1) {
				return i, false
			}
			i += 2
		case tok.kind == tokenOpen:
			end := p.annotation(i)
			if end < 0 {
				return i, true
			}
			i = end + 1
		case passive[strings.ToLower(tok.text)] && p.periodAfter(i+1) > 0:
			t.inWords = true
			i = p.periodAfter(i + 1)
		case tok.kind != tokenWord || isEnd(tok.text) || p.opensFactor(i):
			return i, true
		case t.percent && tok.text == "of":
			return i, true
		case slices.Contains(perWords, strings.ToLower(tok.text)) && p.word(i+1) != "":
			if !p.per(t, p.word(i+1), i+1) {
				t.nouns = append(t.nouns, strings.ToLower(tok.text))
				i++
				continue
			}
			i += 2
		default:
			t.nouns = append(t.nouns, strings.ToLower(tok.text))
			t.span.End = tok.span.End
			i++
		}
	}
	return i, true
}

var passive = map[string]bool{"are": true, "is": true, "were": true, "get": true}

// periodAfter returns where "a day" begins after a verb: "links are created a day".
func (p *calcParser) periodAfter(i int) int {
	for k := i + 1; k <= i+2 && p.word(k-1) != ""; k++ {
		if slices.Contains(perWords, strings.ToLower(p.word(k))) && periodNames[strings.ToLower(p.word(k+1))] != "" {
			return k
		}
	}
	return 0
}
