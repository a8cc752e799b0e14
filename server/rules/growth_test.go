package rules

import (
	"strings"
	"testing"
	"time"
)

// TestTimeGrowsWithTheText holds that what is found in one section takes time that grows
// with their number, not with its square.
func TestTimeGrowsWithTheText(t *testing.T) {
	const few, times, most = 400, 5, 14 // the square is 25
	for name, c := range map[string][2]string{
		"rows":       {"# Plan\n\n| Item | Owner |\n|---|---|\n", "| a thing | TODO |\n"},
		"paragraphs": {"# Plan\n\n", "Owner: TBD\n\n"},
		"figures":    {"# Plan\n\n", "We keep 1 million × 2 KB = 20 GB of it.\n\n"},
	} {
		took := func(n int) time.Duration {
			least := time.Hour
			for range 3 {
				began := time.Now()
				if found := check(t, c[0]+strings.Repeat(c[1], n)).Findings; len(found) != n {
					t.Fatalf("%s: %d findings of %d", name, len(found), n)
				}
				least = min(least, time.Since(began))
			}
			return least
		}
		if short, long := took(few), took(few*times); long > most*short {
			t.Errorf("%s: %d take %v, and %d times as many %v", name, few, short, times, long)
		}
	}
}
