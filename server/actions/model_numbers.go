package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// doubtful are the numbers in what a model has written that do not follow from the
// others there, a sentence each. It is held to the arithmetic that holds for authors.
func doubtful(markdown string) []string {
	_, derived := Numbers(Input{Doc: document.Parse(text.NewMapper(markdown), nil)})
	var said []string
	for _, d := range derived {
		if d.Wrong {
			name, _, _ := strings.Cut(d.Name, " ([") // without its link
			said = append(said, fmt.Sprintf("%s: it says %s, and %s follows (%s).", name, d.Stated, d.Follows, d.How))
		}
	}
	return said
}
