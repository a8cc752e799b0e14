package actions

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

const draftLevel = 2 // of the headings of a draft

// level is that of the headings of a block: below the section it works on, or
// beside the document's own sections.
func level(in Input) int {
	if in.Section != nil && in.Section.Heading != nil {
		return min(in.Section.Heading.Level+1, 6)
	}
	return baseLevel(in.Doc)
}

// baseLevel is the level of the document's own main sections.
func baseLevel(d *document.Document) int {
	title, base := d.TitleSection(), 0
	for _, s := range d.Sections {
		if s.Heading == nil || s == title || generated(d, s) {
			continue
		}
		if base == 0 || s.Heading.Level < base {
			base = s.Heading.Level
		}
	}
	switch {
	case base > 0:
		return base
	case title != nil:
		return min(title.Heading.Level+1, 6)
	}
	return draftLevel
}

var atxHeading = text.Pattern(`^(#{1,6}) (.*)$`)

// eachHeading rewrites the headings of markdown, leaving code alone.
func eachHeading(markdown string, rewrite func(level int, title string) string) string {
	lines := strings.Split(markdown, "\n")
	fenced := false
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
		}
		if m := atxHeading().FindStringSubmatch(line); m != nil && !fenced {
			lines[i] = rewrite(len(m[1]), m[2])
		}
	}
	return strings.Join(lines, "\n")
}

// atLevel moves the headings of a draft to where its first level is the given one.
func atLevel(markdown string, level int) string {
	return eachHeading(markdown, func(was int, title string) string {
		return strings.Repeat("#", min(was-draftLevel+level, 6)) + " " + title
	})
}

// distinct renames the headings of a block that an author's heading after the
// block has too: the author's would lose its anchor to ours, and links to it
// would lead astray.
func distinct(d *document.Document, markdown string, at int) string {
	taken := map[string]bool{}
	for _, s := range d.Sections {
		if s.Heading != nil && s.Heading.Span.Start >= at && !generated(d, s) {
			taken[strings.ToLower(s.Heading.Text)] = true
		}
	}
	return eachHeading(markdown, func(level int, title string) string {
		if taken[strings.ToLower(title)] {
			title += " (so far)"
		}
		return strings.Repeat("#", level) + " " + title
	})
}
