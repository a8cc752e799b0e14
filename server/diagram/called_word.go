package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
)

// calledIn returns the words that a section says a part of the system is called by:
// "a separate controller named leasegc". The code spans are by their start.
func calledIn(c *document.Content, code map[int]document.Node) (out []string) {
	for _, verb := range [...]string{" called", " named"} {
		for at := 0; ; {
			i := strings.Index(c.Prose[at:], verb)
			if i < 0 {
				break
			}
			noun := at + i
			at = noun + len(verb)
			if w := calledAt(c, code, noun, at); w != "" {
				out = append(out, w)
			}
		}
	}
	return out
}

// calledAt returns what stands behind "called", which begins behind the noun that ends at
// an offset, where that makes it a name, or "".
func calledAt(c *document.Content, code map[int]document.Node, nounEnd, at int) string {
	if !namesPart(strings.ToLower(c.Prose[wordStart(c.Prose, nounEnd):nounEnd])) {
		return ""
	}
	from := at
	for at < len(c.Prose) && (c.Prose[at] == ' ' || c.Prose[at] == '\n') {
		at++
	}
	if at == from || at == len(c.Prose) {
		return ""
	}
	if n, ok := code[at]; ok {
		if w := n.Inner.Of(c.Source); isCoinable(w) && !strings.ContainsAny(w, " (){}=<>\\$:;,*\"@#%&|[]_") {
			return w
		}
		return ""
	}
	if w := c.Prose[at:tokenEnd(c.Prose, at, len(c.Prose))]; isCoinable(w) {
		return w
	}
	return ""
}

// wordStart returns where the word of letters and hyphens that ends at an offset begins.
func wordStart(s string, end int) int {
	for end > 0 && (s[end-1] == '-' || 'a' <= s[end-1]|0x20 && s[end-1]|0x20 <= 'z') {
		end--
	}
	return end
}

// namesPart says whether a noun is one for parts of systems.
func namesPart(noun string) bool {
	if noun == "component" || noun == "process" || noun == "tool" || noun == "project" || noun == "utility" || noun == "cli" || noun == "binary" {
		return true
	}
	h, ok := headOf(noun)
	return ok && h.strength > faint && h.kind == Container
}
