package estimate

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/designls/designls/server/text"
)

var (
	// excuses are the words for what may stand between a calculation and its result.
	excuses = text.Pattern(`(?i)\b(peak\w*|max\w*|min(imum)?|burst\w*|spik\w*|surge|replica\w*|replication|copies|copy|mirror\w*|compress\w*|compact\w*|overhead\w*|ratio|headroom|buffer\w*|margin|safety|with|without|incl\w*|plus|growth|grow\w*|redundan\w*|dedup\w*|cach\w*|index\w*|worst|best|concurren\w*|parallel|simultaneous\w*|fan-?out|batch\w*|amplif\w*|factor|retr(y|ies)|limit\w*|quota|throttl\w*|cap|capped|allow\w*|budget|bucket|utili[sz]\w*|half|third|quarter|double|doubled|twice|triple|most|busy|busiest|business|working|weekday\w*|round\w*|only|remaining|rest|parity|erasure|encod\w*|base64|rf|sampl\w*|because|due|up to|at (most|least)|no more than|per (shard|node|server|partition|broker|machine|region|core|replica)|hot|retain\w*|retention|dollars?|cost\w*|price\w*|usd)\b`)
	// unspoken are those that an author says once for a section.
	unspoken = text.Pattern(`(?i)\b(peak|replica\w*|replication|copies|compress\w*|overhead|headroom|buffer|redundan\w*|erasure|retention|growth|index\w*)\b`)
)

// smallFactor is below which a factor that a section names once may be left out.
const smallFactor = 6

// reach is how many tokens before a calculation, and after it, may explain its result.
const reach = 200

// Section is the text of a section, which is looked through once for all of its
// calculations. A nil one is empty.
type Section struct{ unspoken func() bool }

// NewSection looks for words in a text when they are first asked for.
func NewSection(s string) *Section {
	return &Section{sync.OnceValue(func() bool { return unspoken().MatchString(s) })}
}

// namesUnspoken says whether a section names something that its figures may leave out.
func (s *Section) namesUnspoken() bool { return s != nil && s.unspoken() }

// excused says whether something beside the calculation may explain its result.
func (p *calcParser) excused(left, right *side, factor float64, around Around) bool {
	if converts(left, factor) || p.namesFactor(left, right, factor, around) {
		return true
	}
	if offByEight(left, right, factor) {
		return false
	}
	scope := p.scope(left, right)
	if p.conditional(left, right) || excuses().MatchString(scope) || excuses().MatchString(around.Line) || strings.ContainsAny(scope, "$€£") {
		return true
	}
	if off := math.Max(factor, 1/factor); off < smallFactor && around.Section.namesUnspoken() {
		return true
	}
	if !left.simple() && betweenPeriods(factor) {
		return true
	}
	return perOther(left, &right.terms[0])
}

var (
	// conditions are the words after a result behind which it counts for more, or less,
	// than what it is calculated from.
	conditions = map[string]bool{"when": true, "whenever": true, "while": true, "during": true, "throughout": true, "because": true, "if": true, "at": true}
	// bounds are those that do so behind a rate in other words, too: "10 a second in the evening".
	bounds = map[string]bool{"in": true, "on": true, "for": true, "over": true, "across": true, "between": true, "under": true, "by": true, "to": true, "from": true, "after": true, "before": true, "until": true, "within": true, "outside": true, "once": true, "as": true, "of": true}
	// sums are the words after those that take nothing away: "on average".
	sums = map[string]bool{"average": true, "total": true, "all": true, "sum": true, "practice": true, "other": true}
)

// conditional says whether the result is told to hold at a time, at a place or for a part
// only.
func (p *calcParser) conditional(left, right *side) bool {
	word, next := strings.ToLower(p.word(right.to)), strings.ToLower(p.word(right.to+1))
	return conditions[word] || left.simple() && bounds[word] && !sums[next]
}

// scope is what is read with a calculation: the text before it, and what follows up to
// the next number or clause.
func (p *calcParser) scope(left, right *side) string {
	start := p.tokens[max(0, left.from-reach)].span.Start
	end := right.to
	for end < len(p.tokens) && !slices.Contains([]tokenKind{tokenNumber, tokenLine}, p.tokens[end].kind) && !strings.EqualFold(p.tokens[end].text, "and") &&
		!(p.tokens[end].kind == tokenStop && end > right.to) {
		end++
	}
	if end < len(p.tokens) {
		return p.s[start:p.tokens[end].span.Start]
	}
	return p.s[start:]
}

// namesFactor holds where another number of the text explains the difference.
func (p *calcParser) namesFactor(left, right *side, factor float64, around Around) bool {
	for _, tokens := range [][]token{p.tokens[max(0, left.from-reach):left.from], p.tokens[right.to:min(len(p.tokens), right.to+reach)], tokensOf(around.Line)} {
		for _, t := range tokens {
			if t.value > 0 && (explains(t.value, factor) || explains(t.value/100, factor)) {
				return true
			}
		}
	}
	return false
}

// closeEnough is how near a factor has to come to what explains it, as a logarithm.
const closeEnough = 0.26

func explains(value, factor float64) bool {
	return value > 0 && value != 1 && math.Abs(math.Abs(math.Log(factor))-math.Abs(math.Log(value))) < closeEnough
}

// betweenPeriods holds for a factor by which units of time differ: a day that is left
// unsaid explains it.
func betweenPeriods(factor float64) bool {
	for _, ratio := range []float64{60, 3600, 86400, 24, 7, 30, 365, 12, 52, 1440, 5 * 365, 8760} {
		if math.Abs(math.Abs(math.Log(factor))-math.Log(ratio)) < 0.12 {
			return true
		}
	}
	return false
}

// perOther holds for a result per something that the calculation does not name.
func perOther(left *side, result *term) bool {
	if result.each == "" {
		return false
	}
	for _, t := range left.terms {
		if sameThing(t.each, result.each) || slices.ContainsFunc(t.nouns, func(n string) bool { return sameThing(n, result.each) }) {
			return false
		}
	}
	return true
}
