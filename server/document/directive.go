package document

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var ignorePattern = text.Pattern(`<!--\s*designls-ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::\s*(.*?))?\s*-->`)

// findDirectives reads the designls-ignore comments of a section. A comment
// within a paragraph, item or row covers that; one that stands alone covers the
// block after it. At the end of a section, where no block follows, its target
// is empty and lies at the end: Document.Directives has it cover the next one.
func findDirectives(c *Content) []Directive {
	var found []Directive
	for i, n := range c.Nodes {
		if n.Kind != KindHTML && n.Kind != KindInlineHTML {
			continue
		}
		for _, m := range ignorePattern().FindAllStringSubmatchIndex(c.Text(n), -1) {
			d := Directive{Span: text.Span{Start: n.Span.Start + m[0], End: n.Span.Start + m[1]}}
			source := c.Text(n)
			for rule := range strings.SplitSeq(source[m[2]:m[3]], ",") {
				d.Rules = append(d.Rules, strings.TrimSpace(rule))
			}
			if m[4] >= 0 {
				d.Reason = source[m[4]:m[5]]
			}
			d.Target = ignoreTarget(c, i)
			found = append(found, d)
		}
	}
	return found
}

func ignoreTarget(c *Content, i int) text.Span {
	if c.Nodes[i].Kind == KindInlineHTML {
		for _, kind := range []Kind{KindRow, KindParagraph, KindHeading} {
			if p := c.Ancestor(i, kind); p >= 0 {
				return c.Nodes[p].Span
			}
		}
	}
	for _, n := range c.Nodes[i+1:] {
		if n.Parent == c.Nodes[i].Parent && n.Kind != KindHTML {
			return n.Span
		}
	}
	return text.Span{Start: len(c.Source), End: len(c.Source)}
}

// resolveDirectives places the directives of all sections in the document.
func resolveDirectives(sections []*Section) []Directive {
	var all []Directive
	for i, s := range sections {
		for _, d := range s.Content.Directives {
			d.Span, d.Target = d.Span.Shift(s.Span.Start), d.Target.Shift(s.Span.Start)
			if d.Target.Len() == 0 && i+1 < len(sections) {
				d.Target = sections[i+1].Span
			}
			all = append(all, d)
		}
	}
	return all
}
