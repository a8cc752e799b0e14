package rules

import (
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// BenchmarkRule runs each rule alone, for the first time, over all documents
// beside the repository; what it takes per byte adds up to the cost of a review.
func BenchmarkRule(b *testing.B) {
	for _, rule := range Table() {
		b.Run(rule.ID, func(b *testing.B) {
			var documents []*document.Document
			bytes := 0
			for _, content := range corpus(b) {
				documents = append(documents, document.Parse(text.NewMapper(content), nil))
				bytes += len(content)
			}
			b.SetBytes(int64(bytes))
			for b.Loop() {
				for _, d := range documents {
					NewChecker([]Rule{rule}).Check(d, Environment{})
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*bytes), "ns/byte")
		})
	}
}
