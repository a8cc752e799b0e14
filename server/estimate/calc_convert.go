package estimate

import "math"

// conversionFactors are the bare numbers by which authors get from one unit to another:
// "25 MB/s x 8 = 200 Mb/s", "5000 MB / 1000 = 5 GB".
var conversionFactors = map[float64]bool{8: true, 1000: true, 1024: true, 1e6: true, 1 << 20: true, 1e9: true, 1 << 30: true, 60: true, 3600: true, 86400: true, 24: true}

// converts holds where the numbers by which a calculation gets to the unit of its result,
// which says that by itself, make all the difference.
func converts(left *side, factor float64) bool {
	var steps []float64
	for i := range left.terms {
		if t := &left.terms[i]; conversionFactors[t.value] && t.unitWord == "" && t.noun() == "" && t.scaleWord == "" && t.unit.time == 0 {
			steps = append(steps, math.Log(t.value))
		}
	}
	return len(steps) > 0 && sumsTo(steps, math.Log(factor))
}

// sumsTo says whether some of the steps, up or down, come to a distance.
func sumsTo(steps []float64, distance float64) bool {
	const near = 0.07
	if len(steps) == 0 {
		return math.Abs(distance) < near
	}
	for _, way := range []float64{-1, 0, 1} {
		if sumsTo(steps[1:], distance-way*steps[0]) {
			return true
		}
	}
	return false
}
