package rules

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// TestCalculatesInTimeThatGrowsWithTheSection holds that neither the section nor what
// stands before a calculation is read again for each. A busy machine with the race
// detector takes seconds; what grows with the square takes many minutes.
func TestCalculatesInTimeThatGrowsWithTheSection(t *testing.T) {
	const many, longest = 10_000, 30 * time.Second
	line := func(i int) string {
		return fmt.Sprintf("%d MB × %d = %d GB for s%d.\n", 10+i%83, 1009+i%7919, 2+i%8803, i)
	}
	var lines, paragraphs strings.Builder
	for i := range many {
		lines.WriteString(line(i))
		paragraphs.WriteString(line(i) + "\n")
	}
	for name, source := range map[string]string{
		"paragraphs": "# A\n\n" + paragraphs.String(),
		"a block":    "# A\n\n```text\n" + lines.String() + "```\n",
	} {
		t.Run(name, func(t *testing.T) {
			doc := document.Parse(text.NewMapper(source), nil)
			start := time.Now()
			claims := Calculations(doc.TitleSection())
			if took := time.Since(start); took > longest {
				t.Errorf("took %v", took)
			}
			if len(claims) < many/2 {
				t.Errorf("%d calculations are read of %d", len(claims), many)
			}
		})
	}
}
