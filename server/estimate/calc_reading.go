package estimate

import "math"

// reading is one way to understand a number with its unit, in bytes and seconds.
// "40 a day" is 40 in 86,400 seconds; in a calculation that counts in days it is 40.
type reading struct {
	value  float64
	bytes  int
	time   int
	strict bool // as it is written, with its unit
	shifts int  // how many numbers were read as units of time in a larger one
}

// constants are the numbers that say how often a unit of time is in a larger one,
// by the length of the unit.
var constants = map[float64]float64{
	86400: 1, 100000: 1, 3600: 1, 60: 1, 2592000: 1, 2628000: 1, 2.5e6: 1, 2.6e6: 1, 31536000: 1, 3.15e7: 1, 3e7: 1,
	1440: 60, 525600: 60, 24: 3600, 720: 3600, 730: 3600, 8760: 3600, 7: Day, 30: Day, 31: Day, 365: Day, 360: Day, 400: Day, 52: 7 * Day, 12: Month,
}

// readings are the ways to understand a term.
func (t *term) readings() []reading {
	all := []reading{{t.value * t.unit.factor, t.unit.bytes, t.unit.time, true, 0}}
	if t.thousands { // "86.400", as some write 86,400
		all = append(all, reading{t.value * 1000 * t.unit.factor, t.unit.bytes, t.unit.time, false, 0})
	}
	if t.maybeBytes {
		all = append(all, reading{t.value, 1, t.unit.time, false, 0})
		if t.scaleWord == "B" || t.scaleWord == "b" {
			all = append(all, reading{t.value / 1e9, 1, t.unit.time, false, 0})
		}
	}
	if t.unit.sloppy && t.unit.time == 0 {
		all = append(all, reading{t.value * t.unit.factor * 8, t.unit.bytes, t.unit.time, false, 0})
	}
	switch {
	case t.unit.time == 0:
		all = append(all, t.asConstant(constants[t.value])...)
	case t.unit.isPeriod:
		all = append(all, reading{t.value, 0, 0, false, 0})
		if t.value == 1 || constants[t.value] == t.unit.factor {
			all = append(all, reading{1, 0, 0, true, 1})
		}
	default:
		all = append(all, reading{t.value * t.unit.factor * t.periodLength(), t.unit.bytes, 0, false, 0})
	}
	return all
}

// asConstant reads a bare number as a length of time, and as how many seconds make
// a day.
func (t *term) asConstant(length float64) []reading {
	if length == 0 || t.unit.bytes != 0 {
		return nil
	}
	return []reading{{t.value * length, 0, 1, true, 0}, {1, 0, 0, true, 1}}
}

func (t *term) periodLength() float64 {
	if length := durations[t.unit.period]; length > 0 {
		return length
	}
	return 1
}

// combine multiplies or divides all readings of two parts.
func combine(a, b []reading, op string) []reading {
	var all []reading
	for _, x := range a {
		for _, y := range b {
			r := reading{strict: x.strict && y.strict, shifts: x.shifts + y.shifts}
			switch op {
			case "*":
				r.value, r.bytes, r.time = x.value*y.value, x.bytes+y.bytes, x.time+y.time
			case "/":
				if y.value == 0 {
					continue
				}
				r.value, r.bytes, r.time = x.value/y.value, x.bytes-y.bytes, x.time-y.time
			default:
				if x.bytes != y.bytes || x.time != y.time {
					continue
				}
				r.value, r.bytes, r.time = x.value+y.value, x.bytes, x.time
			}
			all = addReading(all, r)
		}
	}
	return all
}

// mostReadings bounds how many ways to understand a calculation are followed.
const mostReadings = 200

func addReading(all []reading, r reading) []reading {
	for i, o := range all {
		if o.bytes == r.bytes && o.time == r.time && math.Abs(o.value-r.value) <= 1e-9*math.Abs(r.value) {
			all[i].strict, all[i].shifts = o.strict || r.strict, min(o.shifts, r.shifts)
			return all
		}
	}
	if len(all) >= mostReadings {
		return all
	}
	return append(all, r)
}

// agreement compares what is computed with what is stated.
type agreement struct {
	comparable bool    // as written, both count the same
	loose      bool    // both count the same if a period is left out
	nearest    float64 // stated over computed, the nearest to 1 of all readings
	factor     float64 // the same of the plainest reading, unless the nearest holds
	distance   int     // of that reading from what is written
}

func (a agreement) holds() bool { return a.nearest < tooFar && a.nearest > 1.0/tooFar }

func agree(computed, stated []reading) agreement {
	var a agreement
	for _, c := range computed {
		for _, s := range stated {
			if c.bytes == s.bytes && c.time == s.time && isAmount(c.value) && isAmount(s.value) {
				a.add(c, s)
			}
		}
	}
	if a.holds() {
		a.factor = a.nearest
	}
	return a
}

// notAsWritten is how far a reading is from the text that leaves out a unit: farther than
// any number of shifts.
const notAsWritten = 100

// isAmount leaves out what is larger than anything that is sized.
func isAmount(v float64) bool { return v > 0 && v < 1e30 }

// add compares two readings that count the same.
func (a *agreement) add(c, s reading) {
	factor, strict := s.value/c.value, c.strict && s.strict
	distance := c.shifts + s.shifts + notAsWritten*bit(!strict)
	if !a.loose || nearer(factor, a.nearest) {
		a.nearest = factor
	}
	if !a.loose || distance < a.distance || distance == a.distance && nearer(factor, a.factor) {
		a.factor, a.distance = factor, distance
	}
	a.loose, a.comparable = true, a.comparable || strict
}

func nearer(a, b float64) bool { return math.Abs(math.Log(a)) < math.Abs(math.Log(b)) }
