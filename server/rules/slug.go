package rules

import (
	"strings"
	"unicode"
)

// otherSlugs are the anchors that renderers other than GitHub give a heading, in
// the form of looseSlug: with a hyphen for any punctuation (Sphinx, Gitiles),
// with none (GitLab), and without leading numbers (pandoc).
func otherSlugs(title string) []string {
	dropped := strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, title)
	joined := looseSlug(dropped)
	return []string{joined, looseSlug(title), strings.TrimLeft(joined, "0123456789-")}
}

// looseSlug makes anchors equal that differ in case and punctuation only.
func looseSlug(name string) string { return strings.ReplaceAll(foldTitle(name), " ", "-") }

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
