package estimate

import (
	"math"
	"strconv"
	"strings"
)

// claim describes two sides that are compared.
func (p *calcParser) claim(left, right *side, a agreement) Claim {
	r := &right.terms[0]
	given, stated := left.span(), right.span()
	given.Start = p.tokens[left.from].span.Start
	if left.grouped && left.to > left.from {
		given.End = max(given.End, p.tokens[left.to-1].span.End)
	}
	c := Claim{Span: given, Stated: stated, Number: r.number, Factor: a.factor, Given: joinWords(given.Of(p.s)), Says: figureText(stated.Of(p.s))}
	c.Span.End = stated.End
	if first := &left.terms[0]; left.simple() && first.inWords {
		c.Given = joinWords(p.s[first.number.Start:first.amountEnd] + " " + strings.Join(first.nouns, " ") + " a " + first.unit.period)
	}
	if c.Figure = inStyle(r.number.Of(p.s), r.figure, r.figure/a.factor, r.scaleWord != ""); r.resized(a.factor) {
		c.Number.End = r.amountEnd
		c.Figure = Size(r.value * r.unit.factor / a.factor)
		if r.unitGlued {
			c.Figure = strings.Replace(c.Figure, " ", "", 1)
		}
	}
	c.Follows = figureText(c.Figure + p.s[c.Number.End:stated.End])
	if c.Figure == "" {
		c.Follows = inWords(r, a.factor)
	} else if v := number(c.Figure); c.Number == r.number && math.Abs(v*a.factor/r.figure-1) > 1e-6 {
		c.Follows = "about " + c.Follows
	}
	return c
}

func joinWords(s string) string { return strings.Join(strings.Fields(s), " ") }

// figureText is a figure without the blanks that markup leaves: "58k/s".
func figureText(s string) string { return strings.ReplaceAll(joinWords(s), " /", "/") }

// resized holds for a size that fits another unit better than the author's: 1 TB and not
// 1,000 GB.
func (t *term) resized(factor float64) bool {
	v := t.figure / factor
	return t.unit.bytes == 1 && t.unit.time == 0 && !t.unit.bits && t.scaleWord == "" && t.unitWord != "" && (v >= 1000 || v < 1) && (factor > 2 || factor < 0.5)
}

// inWords is the figure that follows where the author's unit does not fit it.
func inWords(r *term, factor float64) string {
	v := r.value * r.unit.factor / factor
	per := ""
	if r.unit.time < 0 {
		v *= r.periodLength()
		per = " a " + r.unit.period
	}
	switch {
	case r.unit.bytes > 0:
		return "about " + Size(v) + per
	case r.unit.time > 0:
		return "about " + Time(v)
	}
	return "about " + Number(v) + per
}

// inStyle writes a figure as the author wrote another one: with as many digits that
// count, three at least, and with or without marks between thousands. It is "" when
// the unit does not fit the figure.
func inStyle(written string, was, v float64, scaled bool) string {
	if strings.ContainsAny(written, "eE^*⁰¹²³⁴⁵⁶⁷⁸⁹") || v < 0.1 || v >= 1e4 && scaled {
		return ""
	}
	places := int(math.Floor(math.Log10(v)+1e-9)) + 1
	significant := max(3, len(strings.TrimRight(strings.Trim(strings.NewReplacer(",", "", ".", "", "_", "").Replace(written), "0"), "0")))
	if places > significant {
		unit := math.Pow(10, float64(places-significant))
		v = math.Round(v/unit) * unit
	}
	s := strconv.FormatFloat(v, 'f', max(0, significant-places), 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if strings.Contains(written, ",") || v >= 1000 && was < 1000 || v >= 1e4 && was < 1e4 {
		return thousands(s)
	}
	return s
}
