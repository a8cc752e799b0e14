package estimate

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// unitOf reads the unit at the start of rest; its length is 0 when there is none.
func unitOf(rest string, value float64) (Quantity, int) {
	if m := percentAfter().FindString(rest); m != "" {
		return Quantity{Dimension: Percent, Value: value}, len(m)
	}
	if m := unitAfter().FindStringSubmatchIndex(rest); m != nil && m[3] > m[2] {
		if q, length := namedUnit(rest, rest[m[2]:m[3]], m[3], value); length > 0 {
			return q, length
		}
	}
	if q, length := countPer(rest, value); length > 0 {
		return q, length
	}
	if m := nounAfter().FindString(rest); m != "" {
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
	if utf8.RuneCountInString(unit) > 2 { // the s of "ms" and of "µs" is a second
		return strings.TrimSuffix(unit, "s")
	}
	return unit
}

// bytesPer reads what may follow bytes: "per second", "of content per month",
// "per paste".
func bytesPer(rest string, value float64, end int) (Quantity, int) {
	tail := rest[end:]
	if m := periodAfter().FindStringSubmatchIndex(tail); m != nil && !clauseWords().MatchString(tail[m[2]:m[3]]) {
		period, seconds := periodSeconds(strings.ToLower(tail[m[4]:m[5]]))
		noun := strings.TrimPrefix(normalNoun(tail[m[2]:m[3]]), "of ")
		return Quantity{Dimension: ByteRate, Value: value / seconds, Period: period, Noun: noun}, end + m[5]
	}
	q := Quantity{Dimension: Bytes, Value: value}
	if m := eachAfter().FindStringSubmatchIndex(tail); m != nil && !clauseWords().MatchString(tail[m[2]:m[3]]) {
		q.Noun, q.Each = normalNoun(tail[m[2]:m[3]]), normalNoun(cutClause(tail[m[4]:m[5]]))
		end += m[4] + len(strings.TrimRight(cutClause(tail[m[4]:m[5]]), " "))
	}
	return q, end
}

// countPer reads things per period ("paste writes per month", "a second") and
// things per thing ("entries per active user").
func countPer(rest string, value float64) (Quantity, int) {
	if m := periodAfter().FindStringSubmatchIndex(rest); m != nil && !clauseWords().MatchString(rest[m[2]:m[3]]) {
		period, seconds := periodSeconds(strings.ToLower(rest[m[4]:m[5]]))
		return Quantity{Dimension: Rate, Value: value / seconds, Period: period, Noun: normalNoun(rest[m[2]:m[3]])}, m[5]
	}
	if m := eachAfter().FindStringSubmatchIndex(rest); m != nil && !clauseWords().MatchString(rest[m[2]:m[3]]) {
		each := cutClause(rest[m[4]:m[5]])
		return Quantity{Dimension: Count, Value: value, Noun: normalNoun(rest[m[2]:m[3]]), Each: normalNoun(each)}, m[4] + lengthOf(each)
	}
	return Quantity{}, 0
}

// cutClause ends a noun phrase before the word that begins something else.
func cutClause(words string) string {
	for _, ends := range []*regexp.Regexp{clauseWords(), prepositions()} {
		if m := ends.FindStringIndex(words); m != nil {
			words = words[:m[0]]
		}
	}
	return words
}

func normalNoun(words string) string {
	return strings.ToLower(strings.Join(strings.Fields(words), " "))
}
