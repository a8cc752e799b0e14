package estimate

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadsTheLinesOfAPath(t *testing.T) {
	for _, c := range []struct {
		name, cell string
		unit       float64
		want       Part
		role       Role
	}{
		{"gateway", "20 ms", 0, Part{"gateway", 0.02, false}, StepPart},
		{"gateway", "~ 20 ms", 0, Part{"gateway", 0.02, false}, StepPart},
		{"cache  look-up", "**800 µs**", 0, Part{"cache look-up", 0.0008, false}, StepPart},
		{"gateway", "20", 0.001, Part{"gateway", 0.02, false}, StepPart},
		{"gateway", "20", 0, Part{"gateway", 0, false}, NoPart},
		{"gateway", "20 ms on a hit", 0, Part{"gateway", 0.02, false}, NoPart},
		{"gateway", "20 ms / 40 ms", 0, Part{"gateway", 0, false}, NoPart},
		{"gateway", "more than 20 ms", 0, Part{"gateway", 0, false}, NoPart},
		{"lists, in parallel with the above", "15 ms", 0, Part{"lists, in parallel with the above", 0.015, true}, StepPart},
		{"lists, in parallel", "15 ms", 0, Part{"lists, in parallel", 0.015, false}, NoPart},
		{"audit log (asynchronous)", "15 ms", 0, Part{"audit log (asynchronous)", 0.015, false}, NoPart},
		{"Total", "15 ms", 0, Part{"Total", 0.015, false}, TotalPart},
		{"budget", "15 ms", 0, Part{"budget", 0.015, false}, GoalPart},
		{"p50", "15 ms", 0, Part{"p50", 0.015, false}, NoPart},
		{"timeout of the store", "15 ms", 0, Part{}, NoPart},
		{"left over", "15 ms", 0, Part{"left over", 0.015, false}, NoPart},
	} {
		got, role := ReadPart(c.name, c.cell, c.unit)
		got.Takes = math.Round(got.Takes*1e9) / 1e9
		if role != c.role || role != NoPart && !cmp.Equal(got, c.want) {
			t.Errorf("%s | %s: got %+v, %v; want %+v, %v", c.name, c.cell, got, role, c.want, c.role)
		}
	}
}

func TestPartsFollowEachOtherOrRunBeside(t *testing.T) {
	starts, end := Starts([]Part{{"a", 20, false}, {"b", 15, false}, {"c", 40, true}, {"d", 5, true}, {"e", 10, false}})
	if diff := cmp.Diff([]float64{0, 20, 20, 20, 60}, starts); diff != "" || end != 70 {
		t.Errorf("ends at %v: %s", end, diff)
	}
}

func TestAHeadingNamesTheUnit(t *testing.T) {
	for heading, want := range map[string]float64{"p99 (ms)": 1e-3, "latency, µs": 1e-6, "p99": 0, "items": 0} {
		if got := UnitOf(heading); got != want {
			t.Errorf("%q: got %v, want %v", heading, got, want)
		}
	}
}
