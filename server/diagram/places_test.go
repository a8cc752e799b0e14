package diagram

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// endsAs says whether a text ends like one of a node's names. What is inserted into a
// name, "workload[^6] controllers", is part of the place and not of the name.
func endsAs(n *Node, written string) bool {
	last := func(s string) string {
		w := nameWords(trimPossessive(strings.NewReplacer("*", "", "`", "").Replace(s)))
		return w[len(w)-1]
	}
	return slices.ContainsFunc(append([]string{n.Name}, n.Aliases...), func(name string) bool { return last(name) == last(written) })
}

// cutsWord says whether a word goes on over an offset.
func cutsWord(content string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(content[:at])
	after, _ := utf8.DecodeRuneInString(content[at:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

func TestProsePlacesCoverTheName(t *testing.T) {
	for path, content := range documents(t) {
		for _, content := range []string{content, strings.ReplaceAll(content, "\n", "\r\n")} {
			for _, n := range graph(content).Nodes {
				for _, p := range n.Places {
					if p.Source == FromProse && (cutsWord(content, p.Start) || cutsWord(content, p.End) || !endsAs(n, p.Of(content))) {
						t.Errorf("%s: %s, also %q, stands at %v in %q", path, n.Name, n.Aliases, p, p.Of(content))
					}
				}
			}
		}
	}
}
