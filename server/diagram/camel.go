package diagram

import (
	"strings"
	"unicode"

	"github.com/designls/designls/server/document"
)

// camelIn returns in small letters the words of a section that join others with
// capitals, where they act or stand in the heading: after "CloudHub sends" another
// sentence may have "the cloudhub".
func camelIn(c *document.Content) (out []string) {
	for _, s := range c.Sentences {
		kind := c.Nodes[s.Block].Kind
		if kind == document.KindCell {
			continue
		}
		for at := s.Span.Start + 1; at < s.Span.End; at++ {
			if c.Prose[at] < 'A' || c.Prose[at] > 'Z' || c.Prose[at-1] < 'a' || c.Prose[at-1] > 'z' {
				continue
			}
			start := wordStart(c.Prose, at)
			for start < at && c.Prose[start] == '-' {
				start++ // "--FinalizeOrder-->"
			}
			at = max(at, tokenEnd(c.Prose, start, s.Span.End))
			if w := c.Prose[start:at]; isCamel(w) && (kind == document.KindHeading || isDeed(c.Prose[at:s.Span.End])) {
				if lower := strings.ToLower(w); isCoinable(lower) {
					out = append(out, lower)
				}
			}
		}
	}
	return out
}

// isCamel says whether a word is made of others with a capital each: "CloudHub".
func isCamel(w string) bool {
	return len(w) > 5 && isCapital(w) && len(camelWords(w)) > 1 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
