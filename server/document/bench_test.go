package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/server/text"
)

// benchmarkText is a document of about the given number of bytes, with sections
// of about a kilobyte.
func benchmarkText(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "## Section %d of the *design*\n\n", i)
		for j := range 4 {
			fmt.Fprintf(&b, "The **write API** sends each order to the `orders` queue, see [the queue](#section-%d). It keeps %d copies.\n\n- one, of course\n- two: `code` and more\n\n", j, i)
		}
		b.WriteString("| component | reads |\n|---|---|\n| cache | 90 % |\n\n```sql\nselect 1;\n```\n\n")
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	m := text.NewMapper(benchmarkText(150_000))
	b.SetBytes(int64(len(m.Content())))
	for b.Loop() {
		Parse(m, nil)
	}
}

// BenchmarkGoldmark is what the same text costs goldmark alone.
func BenchmarkGoldmark(b *testing.B) {
	source := []byte(benchmarkText(150_000))
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		parseMarkdown(source, nil)
	}
}

func BenchmarkKeystroke(b *testing.B) {
	for _, size := range []int{150_000, 1_000_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			content := benchmarkText(size)
			at := strings.Index(content, "Section 50 ")
			d := Parse(text.NewMapper(content), nil)
			for i := 0; b.Loop(); i++ {
				d = Parse(text.NewMapper(content[:at]+fmt.Sprint(i)+content[at:]), d)
			}
		})
	}
}
