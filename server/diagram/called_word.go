package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

var calling = text.Pattern(`(?:^|[\s(])([A-Za-z-]+) (?:called|named)[ \n]+`)

// calledIn returns the words that a section says a part of the system is called by:
// "a separate controller named leasegc". The code spans are by their start.
func calledIn(c *document.Content, code map[int]document.Node) (out []string) {
	for _, m := range calling().FindAllStringSubmatchIndex(c.Prose, -1) {
		noun := strings.ToLower(c.Prose[m[2]:m[3]])
		if h, ok := headOf(noun); !ok || h.strength == faint || h.kind != Container {
			if noun != "component" && noun != "process" && noun != "tool" {
				continue
			}
		}
		if n, ok := code[m[1]]; ok {
			if w := n.Inner.Of(c.Source); isCoinable(w) && !strings.ContainsAny(w, " (){}=<>\\$:;,*\"@#%&|[]_") {
				out = append(out, w)
			}
			continue
		}
		if end := tokenEnd(c.Prose, m[1], len(c.Prose)); m[1] < len(c.Prose) && isCoinable(c.Prose[m[1]:end]) {
			out = append(out, c.Prose[m[1]:end])
		}
	}
	return out
}
