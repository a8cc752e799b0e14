package rules

import (
	"testing"
)

// BenchmarkRule runs each rule alone, for the first time, over all documents
// beside the repository; what it takes per byte adds up to the cost of a review.
func BenchmarkRule(b *testing.B) {
	for _, rule := range Table() {
		b.Run(rule.ID, func(b *testing.B) { benchmarkCold(b, []Rule{rule}) })
	}
}
