package diagram

import (
	"html"
	"strings"
	"sync"

	"github.com/designls/designls/server/text"
)

var (
	breakTag = text.Pattern(`(?i)<br\s*/?>|\\n|\n`)
	anyTag   = text.Pattern(`<[^<>]*>`)
	iconName = text.Pattern(`\bfa[bsrlk]?:fa-[\w-]+\s*`)
)

// escapes are the entities of mermaid's own.
var escapes = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("#quot;", `"`, "#40;", "(", "#41;", ")", "#35;", "#")
})

// plainLabel is a label as a reader sees it, on one line.
func plainLabel(s string) string {
	s = iconName().ReplaceAllString(breakTag().ReplaceAllString(s, " "), "")
	s = html.UnescapeString(escapes().Replace(anyTag().ReplaceAllString(s, "")))
	s = unquoted(strings.Join(strings.Fields(s), " "))
	return withoutEmoji(strings.Trim(strings.ReplaceAll(strings.ReplaceAll(s, "**", ""), "__", ""), " "))
}

// unquoted takes off the quotes around a label, and not one that ends its last word.
func unquoted(s string) string {
	for len(s) > 1 && strings.IndexByte("\"'`", s[0]) >= 0 && s[len(s)-1] == s[0] {
		s = s[1 : len(s)-1]
	}
	if strings.Count(s, `"`)%2 == 1 {
		s = strings.Trim(s, `"`)
	}
	return s
}

// splitLabel takes a label's first line for the name and the rest, or what it
// has in brackets, for what the node is made of.
func splitLabel(s string) (name, rest string) {
	parts := breakTag().Split(s, 2)
	if name = plainLabel(parts[0]); len(parts) == 2 && name != "" {
		if next := plainLabel(parts[1]); !strings.Contains(next, " ") && len(strings.Fields(name)) <= 2 && isCapital(next) && isNoun(next) && !isTechnology(strings.ToLower(name)) {
			return name + " " + next, "" // "Report" and "Service" below it
		}
		return name, strings.Trim(plainLabel(parts[1]), "[]() ")
	}
	name = plainLabel(s)
	if first, more, ok := strings.Cut(name, ", "); ok && len(strings.Fields(first)) <= 3 && first != "" {
		return first, more // "Sender, one per channel"
	}
	if open := strings.IndexAny(name, "(["); open > 0 && strings.HasSuffix(name, string(closing(name[open]))) {
		return strings.TrimSpace(name[:open]), name[open+1 : len(name)-1]
	}
	return name, ""
}

// isNoun says whether a word by itself is a noun for components and no product.
func isNoun(word string) bool {
	h, ok := headOf(word)
	return ok && h.strength >= weak && !isTechnology(strings.ToLower(word))
}

func closing(open byte) byte {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	}
	return open
}
