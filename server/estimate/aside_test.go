package estimate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSaysWhatFollowsFromASingleFigure(t *testing.T) {
	for sentence, want := range map[string][]string{
		"About 480 million feed opens a day.":                      {"≈ 5,556/s"},
		"10 million paste writes per month, 1.27 KB each.":         {"≈ 3.81/s"},
		"100 GB of logs per day are kept for 7 days.":              nil, // dropped again
		"12.7 GB of new paste content per month":                   {"≈ 152 GB/year"},
		"The read path is 99.95% available.":                       {"≤ 4.38 hours down/year"},
		"Our SLO is 99.9 %, measured by the month.":                {"≤ 8.76 hours down/year"},
		"480 million feed opens a day, 5,560 a second on average":  nil, // said already
		"Available 99.9% of the time.":                             {"≤ 8.76 hours down/year"},
		"It is available, and 99.9% of reads come from the cache.": nil,
		"99.9% of reads are served from the cache.":                nil, // of something else
		"10 million users per month":                               nil, // they do not happen
		"5 million dollars a month":                                nil,
		"We deploy 40 releases a week.":                            nil, // nobody thinks of it in seconds
		"50 million users, each sends 4 million messages a day":    nil, // of one of them
		"8 million posts per user per day":                         nil,
		"40 read requests per second":                              nil,
		"The link carries 18.5 MB a second.":                       nil, // a speed
		"100% available":                                           nil,
	} {
		found := Find(sentence)
		asides := Asides(sentence, found)
		var got []string
		for i := range found {
			if a, ok := asides[i]; ok && !a.StatedAmong(found) {
				got = append(got, a.Short)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", sentence, diff)
		}
	}
}

func TestADerivationIsASentence(t *testing.T) {
	if got, want := Downtime(99.95).Sentence(), "At most 4.38 hours of downtime a year: (100% - 99.95%) x 365 days."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
