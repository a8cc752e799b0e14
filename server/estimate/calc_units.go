package estimate

import "strings"

// unit is what a number in a calculation counts in.
type unit struct {
	factor   float64 // to bytes, seconds, or things
	bytes    int     // power of bytes
	time     int     // power of seconds
	period   string  // of a rate: its period
	bits     bool    // written in bits
	sloppy   bool    // "Mb" and "mb" are written for megabytes, too
	isRate   bool
	isPeriod bool // a length of time
}

var prefixes = map[byte]float64{'k': 1e3, 'K': 1e3, 'M': 1e6, 'm': 1e6, 'G': 1e9, 'g': 1e9, 'T': 1e12, 't': 1e12, 'P': 1e15, 'p': 1e15, 'E': 1e18, 'Z': 1e21}

var periodNames = map[string]string{
	"s": "second", "sec": "second", "second": "second", "min": "minute", "minute": "minute", "h": "hour", "hr": "hour", "hour": "hour",
	"d": "day", "day": "day", "wk": "week", "week": "week", "mo": "month", "month": "month", "yr": "year", "year": "year", "y": "year", "annum": "year",
}

// calcUnit reads the word after a number as a unit.
func calcUnit(word string) (unit, bool) {
	lower := strings.ToLower(word)
	if u, ok := durations[singular(lower)]; ok && word != "S" && word != "H" && lower != "m" {
		return unit{factor: u, time: 1, isPeriod: true}, true
	}
	if _, ok := rateUnits[lower]; ok && !strings.Contains(lower, "/") {
		return unit{factor: 1, time: -1, period: "second", isRate: true}, true
	}
	if u, ok := prefixedCount(word); ok {
		return u, true
	}
	return sizeUnit(word)
}

// prefixedCounts are what is counted with the prefixes of units.
var prefixedCounts = map[string]bool{"px": true, "pixel": true, "hz": true, "flop": true, "op": true}

// prefixedCount reads "kQPS", "Mpps" and "Mpixel".
func prefixedCount(word string) (unit, bool) {
	if len(word) < 3 || strings.IndexByte("kKMGT", word[0]) < 0 {
		return unit{}, false
	}
	rest := strings.ToLower(word[1:])
	if _, ok := rateUnits[rest]; ok || rest == "pps" {
		return unit{factor: prefixes[word[0]], time: -1, period: "second", isRate: true}, true
	}
	return unit{factor: prefixes[word[0]]}, prefixedCounts[singular(rest)]
}

// sizeUnit reads units of bytes and bits, and of either in a second.
func sizeUnit(word string) (unit, bool) {
	lower := singular(strings.ToLower(word))
	switch lower {
	case "byte":
		return unit{factor: 1, bytes: 1}, true
	case "bit":
		return unit{factor: 1.0 / 8, bytes: 1, bits: true}, true
	}
	for _, long := range []struct {
		name   string
		factor float64
	}{{"kilo", 1e3}, {"mega", 1e6}, {"giga", 1e9}, {"tera", 1e12}, {"peta", 1e15}, {"exa", 1e18}} {
		if rest, ok := strings.CutPrefix(lower, long.name); ok && (rest == "byte" || rest == "bit") {
			u, _ := sizeUnit(rest)
			u.factor *= long.factor
			return u, true
		}
	}
	return shortSize(word)
}

// shortSize reads "KB", "MiB", "Gb", "Mbit", "Gbps".
func shortSize(word string) (unit, bool) {
	if strings.EqualFold(word, "bps") {
		word = "_" + word
	}
	if len(word) < 2 {
		return unit{}, false
	}
	factor, rest := prefixes[word[0]], word[1:]
	if word[0] == '_' {
		factor = 1
	}
	if factor == 0 {
		return unit{}, false
	}
	if strings.HasPrefix(rest, "i") && rest != "i" {
		factor, rest = binary(factor), rest[1:]
	}
	lowerPrefix := word[0] != 'k' && word[0] >= 'a'
	switch rest {
	case "B", "Bs":
		return unit{factor: factor, bytes: 1}, true
	case "b", "bs":
		return unit{factor: factor / 8, bytes: 1, bits: true, sloppy: true}, true
	case "bit", "bits":
		return unit{factor: factor / 8, bytes: 1, bits: true}, true
	case "bps", "bitps":
		return unit{factor: factor / 8, bytes: 1, time: -1, period: "second", bits: true, sloppy: lowerPrefix, isRate: true}, true
	case "Bps":
		return unit{factor: factor, bytes: 1, time: -1, period: "second", isRate: true}, true
	}
	return unit{}, false
}

func binary(factor float64) float64 {
	for f, b := 1e3, 1024.0; f <= 1e18; f, b = f*1e3, b*1024 {
		if f == factor {
			return b
		}
	}
	return factor
}

// scale reads a word that multiplies the number before it. Those that are glued to
// it may mean bytes, too: "100B", "10G".
func scale(word string, glued bool) (factor float64, ok bool) {
	switch word {
	case "k", "K":
		return 1e3, true
	case "M", "MM", "mn", "mln":
		return 1e6, true
	case "B", "b":
		return 1e9, glued
	case "bn", "bln":
		return 1e9, true
	case "G":
		return 1e9, glued
	case "T":
		return 1e12, glued
	}
	factor, ok = multipliers[strings.ToLower(strings.TrimSuffix(word, "s"))]
	if len(word) < 4 {
		return 0, false
	}
	return factor, ok
}
