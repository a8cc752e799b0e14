package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/text"
)

// BenchmarkKeystroke measures from a keystroke in the editor to the diagnostics of
// that version in the editor, at places all over the document. The parse of the
// whole document is what it is held against.
func BenchmarkKeystroke(b *testing.B) {
	for name, size := range map[string]int{"150KB": 150 << 10, "1MB": 1 << 20} {
		content := designOf(size)
		b.Run(name, func(b *testing.B) { keystrokes(b, content) })
		b.Run(name+"-parse", func(b *testing.B) {
			for b.Loop() {
				document.Parse(text.NewMapper(content), nil)
			}
		})
	}
}

func keystrokes(b *testing.B, content string) {
	e := lsptest.Start(b, b.TempDir(), lsptest.Config{})
	e.OpenText(doc, content)
	e.Await(doc)
	var took []time.Duration
	at := 0
	for i := 0; b.Loop(); i++ {
		at = nextPlace(e.Text(doc), at, i)
		began := time.Now()
		e.Edit(doc, at, at, "x")
		e.Await(doc)
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// nextPlace goes a few sections on, and begins anew at the end.
func nextPlace(content string, at, i int) int {
	const mark = "latency of reads"
	for range 1 + i%7 {
		next := strings.Index(content[at:], mark)
		if next < 0 {
			at = 0
			next = strings.Index(content, mark)
		}
		at += next + len(mark)
	}
	return at
}

// designOf makes a design document of about a size: sections as such documents
// have them, with numbers, lists, tables, code and links between them.
func designOf(size int) string {
	var b strings.Builder
	b.WriteString("# Order platform\n\n## Goals\n\nOne platform for all orders.\n\n")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "## Component %d\n\nThe component keeps the orders of region %d. See [the next one](#component-%d).\n\n", i, i, i+1)
		fmt.Fprintf(&b, "- The latency of reads stays under %d ms at the 99th percentile.\n- Writes go to the leader, and are copied to two followers.\n\n", 10+i%50)
		b.WriteString("| path | rate |\n|---|---|\n| read | 12,000/s |\n| write | 900/s |\n\n")
		b.WriteString("```sql\nSELECT * FROM orders WHERE region = 7; -- TODO\n```\n\n")
		fmt.Fprintf(&b, "### Failure of component %d\n\n%s\n\n", i, strings.Repeat("When the leader fails, a follower takes over within five seconds, and clients retry with a key that makes the write idempotent. ", 4))
	}
	return b.String()
}
