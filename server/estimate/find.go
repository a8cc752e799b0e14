package estimate

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

var (
	numberPattern = regexp.MustCompile(`(?i)\d+(?:,\d{3})*(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b`)
	multiplyAfter = regexp.MustCompile(`^(?:(k|K|M|mn|bn|B|T)|[ -]?(thousand|million|billion|trillion)|[ ]([KkM]))(?:$|[^\w])`)
	unitAfter     = regexp.MustCompile(`^[ ]?((?:[A-Za-zµμ]+)?(?:/s(?:ec)?)?)`)
	percentAfter  = regexp.MustCompile(`^ ?(?:%|percent\b)`)
	ratioAfter    = regexp.MustCompile(`^ ?(?::| to ) ?(\d+)(?:[^\w:.,]|[.,](?:\D|$)|$)`)
	rangeAfter    = regexp.MustCompile(`^ ?(?:-|–|—|to) ?(\d+(?:,\d{3})*(?:\.\d+)?)`)
	periodAfter   = regexp.MustCompile(`(?i)^((?:[ ]+[\w'’-]+){0,6}?)(?: ?/ ?|[ ]+(?:per|a|an|each|every)[ ]+)(sec(?:ond)?|s|min(?:ute)?|h(?:ou)?r|day|week|month|year)(?:$|[^\w])`)
	eachAfter     = regexp.MustCompile(`(?i)^((?:[ ]+[\w'’-]+){0,4}?)[ ]+(?:per|for (?:each|every)|a)[ ]+((?:[a-z'’-]+[ ]?){1,2})`)
	nounAfter     = regexp.MustCompile(`^((?:[ ]+[A-Za-z][\w'’-]*){1,3})`)
	boundBefore   = regexp.MustCompile(`(?i)(?:(under|less than|below|within|at most|up to|<=?|≤|no more than|fewer than)|(over|more than|at least|above|>=?|≥)|(~|≈|about|around|approximately|roughly|some|ca\.))\s*$`)
	clauseWords   = regexp.MustCompile(`(?i)\b(?:and|or|which|that|is|are|was|were|if|when|then|with|than|to|so|but|by|the|will|would)\b`)
	prepositions  = regexp.MustCompile(`(?i)\b(?:at|in|on|of|for|from|over|after|before|into|through|we|it|they|has|have|can|may|must)\b`)
)

// Find returns the quantities of a text in the order in which they stand. A
// number without a unit or a noun is one only when it is written as an amount
// ("60 million", "1,200"); parts of names, versions and dates are none.
func Find(s string) []Quantity {
	var found []Quantity
	for at := 0; at < len(s); {
		m := numberPattern.FindStringIndex(s[at:])
		if m == nil {
			break
		}
		start, end := at+m[0], at+m[1]
		at = end
		if !standsAlone(s, start) {
			at = skipWord(s, end)
			continue
		}
		q, next, ok := quantityAt(s, start, end)
		if ok {
			q.Bound = boundOf(s[:start])
			found = append(found, q)
		}
		at = max(at, next)
	}
	return found
}

// standsAlone says whether the number at start begins a word, so that "p99",
// "v1.2", "#12", "$5" and the tail of "1.2.3" are no quantities.
func standsAlone(s string, start int) bool {
	if start == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:start])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_.#$€£/\\-:@^", r)
}

func skipWord(s string, at int) int {
	for at < len(s) && (s[at] == '.' || s[at] == '-' || s[at] == '_' || isWordByte(s[at])) {
		at++
	}
	return at
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

func number(written string) float64 {
	if v, ok := numerals[strings.ToLower(written)]; ok {
		return v
	}
	v, _ := strconv.ParseFloat(strings.ReplaceAll(written, ",", ""), 64)
	return v
}

// quantityAt reads the quantity whose number stands from start to end. It also
// returns how far it has read, for a number that turns out to be something else.
func quantityAt(s string, start, end int) (q Quantity, next int, ok bool) {
	value := number(s[start:end])
	if m := ratioAfter.FindStringSubmatchIndex(s[end:]); m != nil {
		over := number(s[end+m[2] : end+m[3]])
		next = end + m[3]
		if over > 0 && !clockTime(s[end:end+m[3]]) {
			return Quantity{Dimension: Ratio, Value: value / over, Span: text.Span{Start: start, End: next}}, next, true
		}
		return q, next, false
	}
	if m := rangeAfter.FindStringSubmatchIndex(s[end:]); m != nil {
		value, end = number(s[end+m[2]:end+m[3]]), end+m[3]
	}
	digits := end
	value, end = multiplied(s, value, end)
	q, length := unitOf(s[end:], value)
	if length == 0 && end == digits && !strings.Contains(s[start:end], ",") {
		return q, end, false
	}
	q.Span = text.Span{Start: start, End: end + length}
	return q, end + length, true
}

// clockTime tells "20:00" from a ratio.
func clockTime(tail string) bool {
	colon, digits, _ := strings.Cut(tail, ":")
	return strings.TrimSpace(colon) == "" && len(strings.TrimSpace(digits)) == 2 && strings.HasPrefix(strings.TrimSpace(digits), "0")
}

func multiplied(s string, value float64, end int) (float64, int) {
	m := multiplyAfter.FindStringSubmatchIndex(s[end:])
	if m == nil {
		return value, end
	}
	for i := 2; i < len(m); i += 2 {
		if m[i] < 0 {
			continue
		}
		word := s[end+m[i] : end+m[i+1]]
		factor := multipliers[word]
		if word == "B" && nounAfter.MatchString(s[end+m[i+1]:]) {
			factor = 1e9
		}
		if factor == 0 { // bytes, or a T that may mean anything
			return value, end
		}
		return value * factor, end + m[i+1]
	}
	return value, end
}

// unitOf reads the unit at the start of rest; its length is 0 when there is none.
func unitOf(rest string, value float64) (Quantity, int) {
	if m := percentAfter.FindString(rest); m != "" {
		return Quantity{Dimension: Percent, Value: value}, len(m)
	}
	if m := unitAfter.FindStringSubmatchIndex(rest); m != nil && m[3] > m[2] {
		if q, length := namedUnit(rest, rest[m[2]:m[3]], m[3], value); length > 0 {
			return q, length
		}
	}
	if q, length := countPer(rest, value); length > 0 {
		return q, length
	}
	if m := nounAfter.FindString(rest); m != "" {
		noun := cutClause(m)
		return Quantity{Dimension: Count, Value: value, Noun: normalNoun(noun)}, lengthOf(noun)
	}
	return Quantity{Dimension: Count, Value: value}, 0
}

func lengthOf(noun string) int {
	if strings.TrimSpace(noun) == "" {
		return 0
	}
	return len(strings.TrimRight(noun, " "))
}

// namedUnit reads a unit that is a word of its own: "ms", "GB", "rps".
func namedUnit(rest, unit string, end int, value float64) (Quantity, int) {
	if factor, ok := bitRates[unit]; ok {
		return Quantity{Dimension: ByteRate, Value: value * factor, Period: "second"}, end
	}
	if noun, ok := rateUnits[strings.ToLower(unit)]; ok {
		return Quantity{Dimension: Rate, Value: value, Period: "second", Noun: noun}, end
	}
	if factor, ok := byteUnits[singular(unit)]; ok {
		return bytesPer(rest, value*factor, end)
	}
	if factor, ok := durations[singular(strings.ToLower(unit))]; ok && unit != "S" && unit != "H" {
		return Quantity{Dimension: Duration, Value: value * factor}, end
	}
	return Quantity{}, 0
}

func singular(unit string) string {
	if len(unit) > 2 {
		return strings.TrimSuffix(unit, "s")
	}
	return unit
}

// bytesPer reads what may follow bytes: "per second", "of content per month",
// "per paste".
func bytesPer(rest string, value float64, end int) (Quantity, int) {
	tail := rest[end:]
	if m := periodAfter.FindStringSubmatchIndex(tail); m != nil && !clauseWords.MatchString(tail[m[2]:m[3]]) {
		period, seconds := periodSeconds(strings.ToLower(tail[m[4]:m[5]]))
		noun := strings.TrimPrefix(normalNoun(tail[m[2]:m[3]]), "of ")
		return Quantity{Dimension: ByteRate, Value: value / seconds, Period: period, Noun: noun}, end + m[5]
	}
	q := Quantity{Dimension: Bytes, Value: value}
	if m := eachAfter.FindStringSubmatchIndex(tail); m != nil && !clauseWords.MatchString(tail[m[2]:m[3]]) {
		q.Noun, q.Each = normalNoun(tail[m[2]:m[3]]), normalNoun(cutClause(tail[m[4]:m[5]]))
		end += m[4] + len(strings.TrimRight(cutClause(tail[m[4]:m[5]]), " "))
	}
	return q, end
}

// countPer reads things per period ("paste writes per month", "a second") and
// things per thing ("entries per active user").
func countPer(rest string, value float64) (Quantity, int) {
	if m := periodAfter.FindStringSubmatchIndex(rest); m != nil && !clauseWords.MatchString(rest[m[2]:m[3]]) {
		period, seconds := periodSeconds(strings.ToLower(rest[m[4]:m[5]]))
		return Quantity{Dimension: Rate, Value: value / seconds, Period: period, Noun: normalNoun(rest[m[2]:m[3]])}, m[5]
	}
	if m := eachAfter.FindStringSubmatchIndex(rest); m != nil && !clauseWords.MatchString(rest[m[2]:m[3]]) {
		each := cutClause(rest[m[4]:m[5]])
		return Quantity{Dimension: Count, Value: value, Noun: normalNoun(rest[m[2]:m[3]]), Each: normalNoun(each)}, m[4] + lengthOf(each)
	}
	return Quantity{}, 0
}

// cutClause ends a noun phrase before the word that begins something else.
func cutClause(words string) string {
	for _, ends := range []*regexp.Regexp{clauseWords, prepositions} {
		if m := ends.FindStringIndex(words); m != nil {
			words = words[:m[0]]
		}
	}
	return words
}

func normalNoun(words string) string {
	return strings.ToLower(strings.Join(strings.Fields(words), " "))
}

func boundOf(before string) string {
	tail := before[max(0, len(before)-16):]
	m := boundBefore.FindStringSubmatch(tail)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return "under"
	case m[2] != "":
		return "over"
	}
	return "about"
}
