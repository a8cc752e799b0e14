package diagram

import (
	"strings"
	"unicode"
)

// nameKey folds a name so that spellings of one name are equal: case, plural,
// and whether its words are joined, hyphenated or apart: "kms-plugins" and "KMS
// plugin", "Fan Out Service" and "FanOutService".
func nameKey(name string) string {
	return strings.Join(nameWords(name), "")
}

// nameWords cuts a name into words in lower case, the last one in the singular.
func nameWords(name string) []string {
	var out []string
	for _, field := range strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.So, r)
	}) {
		out = append(out, camelWords(field)...)
	}
	if len(out) > 0 {
		out[len(out)-1] = Singular(out[len(out)-1])
	}
	for i, w := range out {
		if full := shorthands[w]; full != "" {
			out[i] = full
		}
	}
	return out
}

// shorthands are words that documents use beside their full form.
var shorthands = map[string]string{"k8s": "kubernetes", "db": "database", "svc": "service", "app": "application", "admin": "administrator", "repo": "repository", "postgres": "postgresql", "mongo": "mongodb"}

// camelWords cuts "ArrowStreamService" and "HTTPServer" into their words. Two
// capitals with small letters between, as in "TiKV" or "CoreDNS", stay one word.
func camelWords(s string) []string {
	if !hasInnerCapital(s) {
		return []string{strings.ToLower(s)}
	}
	runes := []rune(s)
	var out []string
	start := 0
	for i := 1; i < len(runes); i++ {
		lowUp := unicode.IsLower(runes[i-1]) && unicode.IsUpper(runes[i])
		upLow := i+1 < len(runes) && unicode.IsUpper(runes[i-1]) && unicode.IsUpper(runes[i]) && unicode.IsLower(runes[i+1])
		if (lowUp || upLow) && i-start > 2 && len(runes)-i > 2 {
			out = append(out, strings.ToLower(string(runes[start:i])))
			start = i
		}
	}
	return append(out, strings.ToLower(string(runes[start:])))
}

func hasInnerCapital(s string) bool {
	for i := 1; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' || s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// Singular returns the singular of a noun in lower case: "caches" is "cache", since the
// word lists know it, and "boxes" is "box".
func Singular(w string) string {
	n := len(w)
	if n < 4 || w[n-1] != 's' || isTechnology(w) {
		return w
	}
	l := words()
	switch {
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "es"):
		if _, known := l.heads[w[:n-1]]; known || l.nouns[w[:n-1]] != "" {
			return w[:n-1]
		}
		if s := w[:n-2]; strings.HasSuffix(s, "ch") || strings.HasSuffix(s, "sh") || strings.HasSuffix(s, "x") || strings.HasSuffix(s, "ss") || strings.HasSuffix(s, "us") {
			return s
		}
	}
	return w[:n-1]
}

func isTechnology(w string) bool {
	_, ok := words().tech[w]
	return ok
}

func isPlural(w string) bool { return w == "staff" || w == "people" || Singular(w) != w }

// isProper says whether a word is spelled like a name: capitals inside, digits
// behind capitals, or a capital at the start where none has to be.
func isProper(t *token, initial bool) bool {
	if t.name {
		return true
	}
	if t.code || words().nouns[t.lower] != "" || words().nouns[Singular(t.lower)] != "" {
		return false
	}
	upper := 0
	for i, r := range t.text {
		if unicode.IsUpper(r) {
			upper++
			if i > 0 {
				return true
			}
		}
	}
	return upper > 0 && !initial
}
