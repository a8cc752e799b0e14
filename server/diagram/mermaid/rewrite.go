package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

type mend = func(*scene, line) []text.Edit

// rewrite mends by a pattern, which sees the bare line, and what to put in place
// of it, in which $1 is what the author wrote there and a line feed begins a new
// line, indented like this one.
func rewrite(find, with string) mend {
	re := lazily(find)
	return func(s *scene, l line) []text.Edit {
		var edits []text.Edit
		for _, m := range re().FindAllStringSubmatchIndex(s.bare(l), -1) {
			put := string(re().ExpandString(nil, with, l.text, m))
			put = strings.ReplaceAll(put, "\n", text.EOL(s.source)+s.indent(l))
			if put != l.text[m[0]:m[1]] {
				edits = append(edits, l.replaceDiffering(m[0], m[1], put))
			}
		}
		return edits
	}
}

var arrowSigns = lazily(`[-=.<>~–—→⟶➔➜⇒←]{1,6}`)

// arrows mends by a table of what looks like an arrow and what is meant. It looks
// only at signs that stand alone: a dash in a name is none.
func arrows(meant map[string]string) mend {
	return func(s *scene, l line) []text.Edit {
		var edits []text.Edit
		for _, m := range arrowSigns().FindAllStringIndex(s.bare(l), -1) {
			if put, ok := meant[l.text[m[0]:m[1]]]; ok {
				edits = append(edits, l.replace(m[0], m[1], put))
			}
		}
		return edits
	}
}

// first tries several ways and takes the first that changes something.
func first(ways ...mend) mend {
	return func(s *scene, l line) []text.Edit {
		for _, way := range ways {
			if edits := way(s, l); len(edits) > 0 {
				return edits
			}
		}
		return nil
	}
}

// whenMatches mends only lines of a form.
func whenMatches(form pattern, way mend) mend {
	return func(s *scene, l line) []text.Edit {
		if !form().MatchString(l.text) {
			return nil
		}
		return way(s, l)
	}
}
