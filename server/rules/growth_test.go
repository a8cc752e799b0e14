package rules

import (
	"fmt"
	"strings"
	"testing"
)

// repeated are documents of one section in which the same is found over and over: how
// they begin, and the line that is repeated.
var repeated = map[string][2]string{
	"rows":       {"# Plan\n\n| Item | Owner |\n|---|---|\n", "| a thing | TODO |\n"},
	"paragraphs": {"# Plan\n\n", "Owner: TBD\n\n"},
	"figures":    {"# Plan\n\n", "We keep 1 million × 2 KB = 20 GB of it.\n\n"},
}

func TestEveryOneOfManyIsFound(t *testing.T) {
	const many = 2000
	for name, c := range repeated {
		if found := check(t, c[0]+strings.Repeat(c[1], many)).Findings; len(found) != many {
			t.Errorf("%s: %d findings of %d", name, len(found), many)
		}
	}
}

// BenchmarkMany shows that a finding costs the same among few and among many.
func BenchmarkMany(b *testing.B) {
	for name, c := range repeated {
		for _, many := range []int{400, 2000} {
			b.Run(fmt.Sprintf("%s/%d", name, many), func(b *testing.B) {
				for b.Loop() {
					check(b, c[0]+strings.Repeat(c[1], many))
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*many), "ns/finding")
			})
		}
	}
}
