package knowledge

import (
	"slices"
	"strings"
)

// RecognizeStyle tells the house style of a document from its headings (plain
// text, the title first), its slash path and its front matter, where a string
// under "template" or "designls.template" settles it. It answers false when it
// cannot tell: few documents follow a style, and those that do not must not be
// measured by one.
func RecognizeStyle(headings []string, path string, frontMatter map[string]any) (Style, bool) {
	if style, ok := StyleByID(declaredStyle(frontMatter)); ok {
		return style, true
	}
	outline := outlineWords(headings)
	title, path := "", strings.ToLower(path)
	if len(headings) > 0 {
		title = strings.ToLower(headings[0])
	}
	var best Style
	top, second := 0, 0
	for _, style := range styles() {
		score, named := style.Recognize.score(outline, title, path)
		if score < style.Recognize.Threshold || named < 2 {
			continue
		}
		if score > top {
			best, top, second = style, score, top
		} else {
			second = max(second, score)
		}
	}
	return best, top > second
}

func declaredStyle(frontMatter map[string]any) string {
	for _, holder := range []any{frontMatter, frontMatter["designls"]} {
		if values, ok := holder.(map[string]any); ok {
			if id, ok := values["template"].(string); ok {
				return id
			}
		}
	}
	return ""
}

// score adds up the evidence for a style; named counts the headings that are
// the style's own.
func (r recognition) score(outline [][]string, title, path string) (score, named int) {
	for _, group := range r.Headings {
		if slices.ContainsFunc(group.words, func(name []string) bool { return hasHeading(outline, name) }) {
			score += group.Weight
			named++
		}
	}
	return score + strongest(r.Paths, path) + strongest(r.Titles, title), named
}

func hasHeading(outline [][]string, want []string) bool {
	return slices.ContainsFunc(outline, func(have []string) bool { return slices.Equal(want, have) })
}

func strongest(matches []weightedMatch, text string) int {
	weight := 0
	for _, m := range matches {
		if m.Weight > weight && text != "" && compiled(m.Match).MatchString(text) {
			weight = m.Weight
		}
	}
	return weight
}
