package rules

import "strings"

// measure is a set of the kinds of figures that a text states.
type measure uint8

const (
	measureTime   measure = 1 << iota // a duration: "200 ms", "within a second"
	measureShare                      // a percentage, or nines
	measureLoad                       // a rate or a number of users: "10k requests/s"
	measureCount                      // another number of things: "3 zones"
	measureTarget                     // an objective by name: "p99", "SLO"
	measureAny    = measureTime | measureShare | measureLoad | measureCount | measureTarget
)

var (
	timeUnits = setOf("ns nanosecond nanoseconds us µs microsecond microseconds ms msec msecs millisecond milliseconds s sec secs second seconds m min mins minute minutes h hr hrs hour hours d day days week weeks month months")
	loadUnits = setOf(`qps rps tps iops rpm ops dau mau users user requests request queries query writes reads messages events transactions clients connections
		customers devices tenants records rows items objects jobs orders posts tweets uploads downloads calls logins sessions tb gb mb kb pb tib gib mib kib pib bytes mbps gbps b files pods nodes concurrent simultaneous active daily monthly readers writers subscribers`)
	targetWords  = setOf("p50 p75 p90 p95 p98 p99 p999 p9999 percentile percentiles slo slos sla slas rto rpo median tp99 tp95")
	numerals     = setOf("one two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty ninety hundred thousand half several a an single sub-second")
	magnitudes   = setOf("hundred hundreds thousand thousands million millions billion billions trillion k m")
	bareTimes    = setOf("sub-second subsecond sub-millisecond milliseconds microseconds seconds minutes hourly single-digit")
	recurring    = setOf("once twice every each")
	labelsBefore = setOf("section step figure table phase version chapter rfc kep part issue option v")
)

// measuresIn tells which kinds of figures the words of a text state. Numbers that
// count sections, issues or versions are none.
func measuresIn(ws tokens) measure {
	var found measure
	for i, w := range ws {
		switch {
		case targetWords[w.text]:
			found |= measureTarget
		case w.text == "nines" || w.text == "percent":
			found |= measureShare
		case magnitudes[w.text] && len(w.text) > 1:
			found |= measureLoad
		case bareTimes[w.text] && ws.at(i-1) != "per" && ws.at(i-1) != "/":
			found |= measureTime
		case recurring[w.text] && (timeUnits[ws.at(i+1)] || timeUnits[ws.at(i+2)]):
			found |= measureTime
		case isNumber(w.text) && ws.at(i-1) == "." && isNumber(ws.at(i-2)): // the rest of "3.2"
		case isNumber(w.text) || numerals[w.text]:
			found |= figure(ws, i)
		}
	}
	return found
}

// figure classifies the number at an index by the words after it.
func figure(ws tokens, i int) measure {
	number := ws[i].text
	digits := number[0] >= '0' && number[0] <= '9'
	before := ws.at(i - 1)
	if digits && (labelsBefore[before] || before == "#" || before == "[" && ws.at(i+1) == "]") {
		return 0
	}
	unit := ""
	if digits {
		unit = unitOf(number)
	}
	next := i + 1
	if unit == "" {
		for ws.at(next) == "." || ws.at(next) == "," || isNumber(ws.at(next)) || ws.at(next) == "-" || ws.at(next) == "–" || magnitudes[ws.at(next)] {
			next++
		}
		unit = ws.at(next)
	}
	switch {
	case unit == "%" || unit == "percent":
		return measureShare
	case timeUnits[unit] && (digits || len(unit) > 2):
		return measureTime
	case before == "/" || before == "per" || number == "a" || number == "an" || number == "single":
		return 0
	case loadUnits[unit] || unit == "/" || unit == "per" || loadUnits[ws.at(next+1)] && digits:
		return measureLoad
	case digits || number != "one" && number != "several":
		return measureCount
	}
	return 0
}

// isNumber holds for digits, with a unit glued to them or not.
func isNumber(w string) bool {
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// unitOf is the unit that is glued to a number: "ms" in "200ms", "k" left out.
func unitOf(number string) string {
	unit := strings.TrimLeft(number, "0123456789_.,-")
	if magnitudes[unit] {
		return ""
	}
	return unit
}
