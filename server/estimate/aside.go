package estimate

import (
	"math"
	"strings"

	"github.com/designls/designls/server/text"
)

// Aside is what is worth knowing beside a figure, for whoever reads it.
type Aside struct {
	Short   string // "≈ 5,556/s"
	Derived        // in full, and how it was reached
	unit    Dimension
}

var (
	availabilityWords = text.Pattern(`(?i)\b(?:availab\w*|up-?time|sl[aoi]s?|nines)\b`)
	// wholeAfter is what a percentage is one of.
	wholeAfter = text.Pattern(`(?i)^\s+of\s+(?:(?:the|a|any|each|every)\s+)?(\w+)`)
	dropping   = text.Pattern(`(?i)\b(?:kept|keep|keeps|retain\w*|retention|expir\w*|ttl|deleted|purged?|rotated?|overwritten)\b`)
	// holderNouns are counted once in a period, and do not happen again and again in it.
	holderNouns = text.Pattern(`(?i)\b(?:users?|customers?|people|persons?|visitors?|viewers?|accounts?|subscribers?|members?|readers?|dau|mau|wau|dollars?|euros?|pounds?|usd|eur|gbp|cents?|hours?|minutes?|days?|weeks?|months?|percent)\b`)
)

// slowest is the rate below which nobody thinks in seconds.
const slowest = 1

// roundedOff is by how much a figure may differ, as a logarithm, and mean the same.
const roundedOff = 0.1

// Asides are what follows from single figures of a sentence, by the index of the
// figure: the average in a second of what is stated for longer, what a stream adds up
// to in a year, and how long something that is available so much may be down. The
// figures are those that Find sees in the sentence.
func Asides(sentence string, found []Quantity) map[int]Aside {
	asides := map[int]Aside{}
	for i, q := range found {
		var a Aside
		var ok bool
		switch q.Dimension {
		case Rate:
			a, ok = rateAside(q)
		case ByteRate:
			a, ok = streamAside(q, sentence)
		case Percent:
			a, ok = downtimeAside(q, sentence)
		}
		if ok && (q.Dimension == Percent || !Apiece(sentence, q)) {
			asides[i] = a
		}
	}
	return asides
}

func rateAside(q Quantity) (Aside, bool) {
	d, converts := PerSecond(q)
	if !converts || q.Value < slowest || holderNouns().MatchString(q.Noun) {
		return Aside{}, false
	}
	return Aside{Short: "≈ " + Number(d.Value) + "/s", Derived: d, unit: Rate}, true
}

// streamAside leaves a rate of a second, minute or hour alone: it is a speed, and
// nobody says for how long it is kept up. What is dropped again adds up to less.
func streamAside(q Quantity, sentence string) (Aside, bool) {
	if dropping().MatchString(sentence) || q.Period != "day" && q.Period != "week" && q.Period != "month" {
		return Aside{}, false
	}
	d := Accumulate(q.Value, Year, "a year")
	return Aside{Short: "≈ " + Size(d.Value) + "/year", Derived: d, unit: Bytes}, true
}

func downtimeAside(q Quantity, sentence string) (Aside, bool) {
	if q.Value < 90 || q.Value >= 100 || !availabilityWords().MatchString(sentence) {
		return Aside{}, false
	}
	if of := wholeAfter().FindStringSubmatch(sentence[q.Span.End:]); of != nil && !strings.EqualFold(of[1], "time") {
		return Aside{}, false // of requests, or of something else that is no time
	}
	d := Downtime(q.Value)
	return Aside{Short: "≤ " + Time(d.Value) + " down/year", Derived: d, unit: Duration}, true
}

// StatedAmong says whether one of some figures says the same.
func (a Aside) StatedAmong(figures []Quantity) bool {
	for _, q := range figures {
		if v := a.inUnit(q); v > 0 && math.Abs(math.Log(v/a.Value)) < roundedOff {
			return true
		}
	}
	return false
}

// inUnit is the value of a figure that could say the same; 0 for all others.
func (a Aside) inUnit(q Quantity) float64 {
	switch {
	case q.Dimension != a.unit:
		return 0
	case q.Dimension == Rate && q.Period != "second": // from which it is derived
		return 0
	}
	return q.Value
}

// Sentence is the derivation as one says it.
func (d Derived) Sentence() string {
	return strings.ToUpper(d.Result[:1]) + d.Result[1:] + ": " + d.Derivation + "."
}
