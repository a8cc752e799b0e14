package estimate

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// holders are those of whom a figure is told one by one: people, and parts of a system.
const holders = `(?:users?|customers?|clients?|members?|accounts?|persons?|people|viewers?|visitors?|readers?|players?|drivers?|riders?|merchants?|sellers?|buyers?|tenants?|teams?|devices?|sensors?|cars?|hosts?|machines?|servers?|nodes?|pods?|instances?|brokers?|shards?|partitions?|replicas?|workers?|sessions?|connections?|apps?|services?|agents?|employees?|subscribers?|dau|mau)`

var (
	// oneBefore opens a clause about one of many.
	oneBefore = text.Pattern(`(?i)\b(?:(?:each|every)(?:\s+(?:of\s+(?:them|these|those|the)\s+)?([a-z]+))?|(?:(?:an?|one|per|the\s+average|the\s+typical|average|typical|single)\s+)(?:[a-z]+\s+){0,2}?` + holders + `)\b[^.;:!?]*$`)
	// oneAfter says of a figure that it is of one of many.
	oneAfter = text.Pattern(`(?i)^(?:\s+[a-z]+){0,3}?\s*(?:[,(]?\s*(?:each|apiece)\b|(?:/|\s+per\s+|\s+(?:by|from|for)\s+(?:each|every|an?|one)\s+)\s*(?:[a-z]+\s+){0,2}?` + holders + `\b)`)
	// population is what there are many of.
	population = text.Pattern(`(?i)\b` + holders + `\b`)
)

// Apiece says whether a figure of a sentence is that of one of many, such as the 40 in
// "each sends 40 messages per day". The figure stands at q.Span.
func Apiece(sentence string, q Quantity) bool {
	if q.Each != "" {
		return true
	}
	before := sentence[:q.Span.Start]
	if m := oneBefore().FindStringSubmatch(before); m != nil && periodNames[strings.ToLower(m[1])] == "" {
		return true
	}
	figure := q.Span.Of(sentence)
	return oneAfter().MatchString(sentence[q.Span.End:]) || oneAfter().MatchString(strings.TrimPrefix(figure, numberPattern().FindString(figure)))
}

// Population is how many there are of those to whom a figure belongs, as a sentence says
// before it: 50 million in "50 million users, each sends 40 messages per day".
func Population(sentence string, before int) (Quantity, bool) {
	var found Quantity
	for _, q := range Find(sentence[:before]) {
		if q.Dimension == Count && q.Value > 1 && population().MatchString(q.Noun) {
			found = q
		}
	}
	return found, found.Value > 0
}
