package estimate

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

var (
	numberPattern = text.Pattern(`(?i)\d+(?:,\d{3})*(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b`)
	multiplyAfter = text.Pattern(`^(?:(k|K|M|mn|bn|B|T)|[ -]?(thousand|million|billion|trillion|lakhs?|crores?)|[ ]([KkM]))(?:$|[^\w])`)
	unitAfter     = text.Pattern(`^[ ]?((?:[A-Za-zµμ]+)?(?:/s(?:ec)?)?)`)
	percentAfter  = text.Pattern(`^ ?(?:%|percent\b)`)
	ratioAfter    = text.Pattern(`^ ?(?::| to ) ?(\d+)(?:[^\w:.,]|[.,](?:\D|$)|$)`)
	rangeAfter    = text.Pattern(`^ ?(?:-|–|—|to) ?(\d+(?:,\d{3})*(?:\.\d+)?)`)
	periodAfter   = text.Pattern(`(?i)^((?:[ ]+[a-z_][\w'’-]*){0,6}?)(?: ?/ ?|[ ]+(?:per|a|an|each|every)[ ]+)(sec(?:ond)?|s|min(?:ute)?|h(?:ou)?r|day|week|month|year)(?:$|[^\w])`)
	eachAfter     = text.Pattern(`(?i)^((?:[ ]+[a-z_][\w'’-]*){0,4}?)[ ]+(?:per|for (?:each|every)|a)[ ]+((?:[a-z'’-]+[ ]?){1,2})`)
	nounAfter     = text.Pattern(`^((?:[ ]+[A-Za-z][\w'’-]*){1,3})`)
	boundBefore   = text.Pattern(`(?i)(?:(under|less than|below|within|at most|up to|<=?|≤|no more than|fewer than)|(over|more than|at least|above|>=?|≥)|(~|≈|about|around|approximately|roughly|some|ca\.))\s*$`)
	clauseWords   = text.Pattern(`(?i)\b(?:and|or|which|that|is|are|was|were|if|when|then|with|than|to|so|but|by|the|will|would)\b`)
	prepositions  = text.Pattern(`(?i)\b(?:at|in|on|of|for|from|over|after|before|into|through|we|it|they|has|have|can|may|must)\b`)
)

// Find returns the quantities of a text in the order in which they stand. A
// number without a unit or a noun is one only when it is written as an amount
// ("60 million", "1,200"); parts of names, versions and dates are none.
func Find(s string) []Quantity {
	var found []Quantity
	for at := 0; at < len(s); {
		m := numberPattern().FindStringIndex(s[at:])
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
	if m := ratioAfter().FindStringSubmatchIndex(s[end:]); m != nil {
		over := number(s[end+m[2] : end+m[3]])
		next = end + m[3]
		if over > 0 && !clockTime(s[end:end+m[3]]) {
			return Quantity{Dimension: Ratio, Value: value / over, Span: text.Span{Start: start, End: next}}, next, true
		}
		return q, next, false
	}
	if m := rangeAfter().FindStringSubmatchIndex(s[end:]); m != nil {
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
	m := multiplyAfter().FindStringSubmatchIndex(s[end:])
	if m == nil {
		return value, end
	}
	for i := 2; i < len(m); i += 2 {
		if m[i] < 0 {
			continue
		}
		word := s[end+m[i] : end+m[i+1]]
		factor := multipliers[word]
		if word == "B" && nounAfter().MatchString(s[end+m[i+1]:]) {
			factor = 1e9
		}
		if factor == 0 { // bytes, or a T that may mean anything
			return value, end
		}
		return value * factor, end + m[i+1]
	}
	return value, end
}

func boundOf(before string) string {
	tail := before[max(0, len(before)-16):]
	m := boundBefore().FindStringSubmatch(tail)
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
