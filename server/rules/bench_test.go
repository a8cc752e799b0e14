package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// keystrokes returns versions of a document of about the size, each with another
// word typed into the middle, and with a recap of the whole at the end.
func keystrokes(content string, size int) []*document.Document {
	content = strings.Repeat(content, size/len(content)+1)[:size]
	middle := strings.Index(content[size/2:], ". ") + size/2
	recap := "\n\n" + document.RenderBlock("recap", "recap", "x", "In short.")
	var versions []*document.Document
	var previous *document.Document
	for i := range 64 {
		typed := content[:middle] + fmt.Sprint(" and ", i) + content[middle:] + recap
		previous = document.Parse(text.NewMapper(typed), previous)
		versions = append(versions, previous)
	}
	return versions
}

// BenchmarkCheckKeystroke is the check after an edit of one section, without the
// parse.
func BenchmarkCheckKeystroke(b *testing.B) {
	for _, size := range []int{150_000, 1_000_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			documents := corpus(b)
			var all strings.Builder
			for _, path := range slices.Sorted(maps.Keys(documents)) {
				all.WriteString(documents[path])
			}
			versions := keystrokes(all.String(), size)
			checker := NewChecker(Table())
			checker.Check(versions[0], Environment{})
			before := checker.Stats().Computed
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				checker.Check(versions[i%len(versions)], Environment{})
			}
			b.ReportMetric(float64(len(versions[0].Sections)), "sections")
			b.ReportMetric(float64(checker.Stats().Computed-before)/float64(b.N), "computed/op")
		})
	}
}

// BenchmarkCheckCold is the first check of all documents beside the repository.
func BenchmarkCheckCold(b *testing.B) { benchmarkCold(b, Table()) }

func benchmarkCold(b *testing.B, rules []Rule) {
	var documents []*document.Document
	bytes := 0
	for _, content := range corpus(b) {
		documents = append(documents, document.Parse(text.NewMapper(content), nil))
		bytes += len(content)
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, d := range documents {
			NewChecker(rules).Check(d, Environment{})
		}
	}
}
