package document

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// anchorIndex knows where "#name" leads.
type anchorIndex map[string]*Section

var customAnchor = text.Pattern(`<[a-zA-Z][^>]*?\s(?:id|name)\s*=\s*["']?([^"'\s>]+)|\{#([\w:.-]+)[^}]*\}`)

func newAnchorIndex(d *Document) anchorIndex {
	index := anchorIndex{}
	for _, s := range d.Sections {
		for _, name := range s.Content.anchors {
			index[name] = s
		}
		if s.Heading != nil {
			index[s.Heading.Slug] = s
		}
	}
	return index
}

// findAnchors lists the anchors that the author names: HTML ids and {#id}.
func findAnchors(c *Content) []string {
	var found []string
	for _, n := range c.Nodes {
		switch n.Kind {
		case KindHTML, KindInlineHTML, KindHeading:
			for _, m := range customAnchor().FindAllStringSubmatch(c.Text(n), -1) {
				found = append(found, m[1]+m[2])
			}
		}
	}
	return found
}

// Anchor returns the section in which "#name" leads somewhere, or nil. Names
// are compared as browsers do on GitHub, without regard to case.
func (d *Document) Anchor(name string) *Section {
	if s := d.named[name]; s != nil {
		return s
	}
	return d.named[strings.ToLower(name)]
}
