package rules

import (
	"strings"
	"unicode"
)

// otherSlugs are the anchors that renderers other than GitHub give a heading:
// with runs of hyphens joined (GitLab), with a hyphen or underscore
// for any punctuation (Sphinx, Gitiles), without leading numbers (pandoc).
func otherSlugs(title string) []string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	dashed := strings.Join(words, "-")
	joined := joinedSlug(title)
	unnumbered := strings.TrimLeft(joined, "0123456789-_")
	return []string{joined, dashed, strings.Join(words, "_"), unnumbered}
}

// joinedSlug drops punctuation, and makes one hyphen of blanks and hyphens.
func joinedSlug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r == ' ' || r == '-':
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
		case r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(r)
		}
	}
	return strings.TrimRight(b.String(), "-")
}

// foldTitle makes titles equal that a reader takes for the same: letters and
// digits in lower case, single blanks between words.
func foldTitle(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	}), " ")
}

// foldLabel makes labels equal that CommonMark matches.
func foldLabel(label string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.TrimPrefix(label, "^")), " "))
}

// foldSlug brings an anchor that somebody wrote close to how GitHub makes them.
func foldSlug(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(name), "_", "-"), " ", "-")
}
