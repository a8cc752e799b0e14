package estimate

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// Part is what one step of a path takes.
type Part struct {
	Name     string
	Takes    float64 // seconds
	Parallel bool    // it runs beside the part before
}

// Role is what a line with a length of time says about a path.
type Role uint8

// The roles of a line.
const (
	NoPart    Role = iota // it cannot be told how it adds to the path
	StepPart              // a step of the path
	TotalPart             // the sum that is stated
	GoalPart              // what the path may take
)

var (
	totalName = text.Pattern(`(?i)^(total|sum|overall|in (total|all|sum)|together|end[- ]to[- ]end|altogether)\b`)
	goalName  = text.Pattern(`(?i)^(goal|budget|target|slo|limit|allowed)\b`)
	restName  = text.Pattern(`(?i)^(left|margin|remaining|remainder|headroom|slack|reserve|rest|spare)\b`)
	// measureName is no part of a path but a way to measure all of it.
	measureName = text.Pattern(`(?i)^(p\d\d(\.\d+)?|\d\dth|median|average|mean|min(imum)?|max(imum)?|best|worst|typical|percentile|timeouts?|ttl|interval)\b`)
	besideName  = text.Pattern(`(?i)\b(in parallel|concurrent(ly)?|simultaneous(ly)?|at the same time|overlap\w*|hidden behind)\b`)
	besideLast  = text.Pattern(`(?i)\b(in parallel|concurrently|simultaneously|at the same time)( with| as)? (the )?(above|previous|former|(step|part|row|one) (above|before))\b`)
	offPath     = text.Pattern(`(?i)\b(async\w*|in the background|off the (critical )?path|not on the (critical )?path|not counted|does not (block|count)|fire[- ]and[- ]forget|eventually|later)\b`)
)

// ReadPart reads a line of a list of what a path takes: a name, and a cell that
// holds a length of time and nothing else. A number without a unit counts in unit,
// in seconds; 0 means that there must be one.
func ReadPart(name, cell string, unit float64) (Part, Role) {
	takes, ok := exactly(cell, unit)
	name = strings.Join(strings.Fields(name), " ")
	p := Part{Name: name, Takes: takes}
	switch {
	case !ok || name == "":
		return p, NoPart
	case totalName().MatchString(name):
		return p, TotalPart
	case goalName().MatchString(name):
		return p, GoalPart
	case restName().MatchString(name), offPath().MatchString(name), measureName().MatchString(name):
		return p, NoPart
	case besideLast().MatchString(name):
		p.Parallel = true
	case besideName().MatchString(name): // beside what?
		return p, NoPart
	}
	return p, StepPart
}

var bareNumber = text.Pattern(`^[~≈<≤]?\s*(\d+(?:\.\d+)?)$`)

// exactly is the length of time that a text is, in seconds.
func exactly(s string, unit float64) (float64, bool) {
	s = strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "*_`"))
	if m := bareNumber().FindStringSubmatch(s); m != nil && unit > 0 {
		return number(m[1]) * unit, true
	}
	found := Find(s)
	if len(found) != 1 || found[0].Dimension != Duration || found[0].Bound == "over" {
		return 0, false
	}
	rest := strings.TrimSpace(boundBefore().ReplaceAllString(s[:found[0].Span.Start], "") + s[found[0].Span.End:])
	return found[0].Value, rest == ""
}

// UnitOf is the unit that a heading gives for the numbers below it, as in
// "p99 (ms)", in seconds; 0 when it gives none.
func UnitOf(heading string) float64 {
	for _, word := range strings.FieldsFunc(heading, func(r rune) bool { return strings.ContainsRune(" ()[],/", r) }) {
		switch word {
		case "ms", "µs", "μs", "us", "s":
			return durations[word]
		}
	}
	return 0
}

// Starts says when each part of a path begins, and when the last one ends, in
// seconds: one after the other, but for those that run beside the one before.
func Starts(parts []Part) (starts []float64, end float64) {
	begin := 0.0
	for _, p := range parts {
		if !p.Parallel {
			begin = end
		}
		starts = append(starts, begin)
		end = max(end, begin+p.Takes)
	}
	return starts, end
}
