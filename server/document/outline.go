package document

import (
	"fmt"
	"strings"
	"unicode"
)

// plainText is what a reader sees of the node: its words without markup.
func plainText(c *Content, node int) string {
	var b strings.Builder
	for i := node + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[node].Span.End; i++ {
		switch n := c.Nodes[i]; n.Kind {
		case KindText:
			if c.Ancestor(i, KindImage) < 0 {
				b.WriteString(c.Text(n))
				if i+1 < len(c.Nodes) && strings.HasPrefix(c.Source[n.Span.End:], "\n") {
					b.WriteByte(' ')
				}
			}
		case KindAutoLink:
			b.WriteString(c.Source[n.Inner.Start:n.Inner.End])
		}
	}
	return strings.Join(strings.Fields(unescape(b.String())), " ")
}

// unescape drops the backslashes before punctuation.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// slug is the anchor that GitHub gives a heading: lower case, letters, digits,
// "-" and "_" only, blanks as "-".
func slug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// buildOutline gives every section its parent, path, extent and unique anchor.
func buildOutline(sections []*Section) {
	slugs := map[string]int{}
	var open []int // indices of the sections that the next one may be under
	for i, s := range sections {
		s.Index, s.Parent, s.Deep = i, -1, s.Span
		if s.Heading == nil {
			continue
		}
		s.Heading.Slug = uniqueSlug(s.Heading.Slug, slugs)
		for len(open) > 0 && sections[open[len(open)-1]].Heading.Level >= s.Heading.Level {
			open = open[:len(open)-1]
		}
		s.path = s.Heading.Text
		if len(open) > 0 {
			s.Parent = open[len(open)-1]
			s.path = sections[s.Parent].path + " > " + s.path
		}
		open = append(open, i)
		for _, above := range open[:len(open)-1] {
			sections[above].Deep.End = s.Span.End
		}
	}
}

func uniqueSlug(slug string, seen map[string]int) string {
	n := seen[slug]
	seen[slug]++
	if n == 0 {
		return slug
	}
	unique := fmt.Sprintf("%s-%d", slug, n)
	seen[unique]++
	return unique
}
