package rules

import (
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// TestManyCalculations has so many that it does not end when the section, or what stands
// before a calculation, is read again for each.
func TestManyCalculations(t *testing.T) {
	const many = 10_000
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
			claims := Calculations(doc.TitleSection())
			if len(claims) < many/2 {
				t.Errorf("%d calculations are read of %d", len(claims), many)
			}
		})
	}
}
