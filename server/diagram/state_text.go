package diagram

import (
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	markedName    = text.Pattern("`+([^`\n]+)`+|\\*\\*([^*\n]+)\\*\\*|\\*([^*\n]+)\\*|\\b_([^_\n]+)_\\b|\"([^\"\n]{1,40})\"|“([^”\n]{1,40})”")
	linkText      = text.Pattern(`!?\[([^\]\n]*)\]\([^)\n]*\)`)
	arrowOfStates = text.Pattern(`\s*(?:-{1,2}>|=>|→|⇒|⟶|➔)\s*`)
	negation      = text.Pattern(`(?i)\b(never|not|cannot|without|no longer|nor)\b|n't\b|n’t\b`)
)

// marked is a text without markup, where what was set in code, in quotes or in bold
// stands between « and ».
func marked(source string) string {
	source = linkText().ReplaceAllString(source, "$1")
	return markedName().ReplaceAllStringFunc(source, func(s string) string {
		return "«" + strings.Trim(s, "`*_\"“” :") + "»" + colonAfter(s)
	})
}

// colonAfter keeps the colon that some set in bold with the name before it.
func colonAfter(s string) string {
	if strings.HasSuffix(strings.TrimRight(s, "*_ "), ":") {
		return ":"
	}
	return ""
}

func hasArrow(s string) bool { return arrowOfStates().MatchString(s) }

// pattern is a regular expression for a state, marked or known: the group of a match is
// the name as it stands there.
func (n *stateNames) pattern() string {
	names := []string{`«[^»]+»`}
	var known []string
	for _, name := range n.known {
		words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '_' || r == '-' })
		for i, w := range words {
			words[i] = regexp.QuoteMeta(w)
		}
		known = append(known, `\b`+strings.Join(words, `[ _-]`)+`\b`)
	}
	slices.SortFunc(known, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a) // the longest first
		}
		return strings.Compare(a, b)
	})
	const most = 80 // states; a document that lists more is not about states
	names = append(names, known[:min(len(known), most)]...)
	return `(` + strings.Join(names, "|") + `)(?:[ ](?:state|status|phase))?`
}

// is says whether a name, as it stands in a marked text, is that of a state. In a text
// that speaks of states any marked name is.
func (n *stateNames) is(name string, speaks bool) bool {
	return n.known[stateKey(unmarked(name))] != "" || speaks && strings.HasPrefix(name, "«")
}

// both says whether two names are those of states. Where a document enumerates its
// states, one of the two has to be among them.
func (n *stateNames) both(from, to string, speaks bool) bool {
	listed := len(n.known) == 0 || n.known[stateKey(unmarked(from))] != "" || n.known[stateKey(unmarked(to))] != ""
	return listed && n.is(from, speaks) && n.is(to, speaks)
}

func unmarked(name string) string { return strings.TrimSpace(strings.Trim(name, "«»")) }
