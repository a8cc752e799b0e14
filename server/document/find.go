package document

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"
)

// Title is the document's name: from the front matter, else its first heading
// of level 1, else its first heading, else "".
func (d *Document) Title() string {
	if title, ok := d.FrontMatter.String("title"); ok && title != "" {
		return title
	}
	if s := d.TitleSection(); s != nil {
		return s.Heading.Text
	}
	return ""
}

// TitleSection is the section whose heading names the document, or nil.
func (d *Document) TitleSection() *Section {
	var first *Section
	for _, s := range d.Sections {
		if s.Heading == nil || s.Managed != nil {
			continue
		}
		if s.Heading.Level == 1 {
			return s
		}
		if first == nil {
			first = s
		}
	}
	return first
}

// SectionAt returns the section that holds the byte at an offset. The offset
// between two sections belongs to the later one.
func (d *Document) SectionAt(offset int) *Section {
	i := sort.Search(len(d.Sections), func(i int) bool { return d.Sections[i].Span.Start > offset })
	return d.Sections[max(i-1, 0)]
}

// FindSection returns the section with a heading, given by its text, its path
// or its anchor ("#slug"), in any case.
func (d *Document) FindSection(heading string) (*Section, error) {
	want := strings.ToLower(strings.TrimSpace(strings.TrimLeft(heading, "# ")))
	for _, s := range d.Sections[1:] {
		if strings.ToLower(s.Heading.Text) == want || strings.ToLower(s.path) == want || s.Heading.Slug == want {
			return s, nil
		}
	}
	var have []string
	for _, s := range d.Sections[1:] {
		have = append(have, fmt.Sprintf("%q", s.Heading.Text))
	}
	if len(have) == 0 {
		return nil, fmt.Errorf("there is no section %q: the document has no headings", heading)
	}
	return nil, fmt.Errorf("there is no section %q; the document has %s", heading, strings.Join(have, ", "))
}

// Block returns the managed block with an id, or nil.
func (d *Document) Block(id string) *Block {
	for _, b := range d.Blocks {
		if b.ID == id {
			return b
		}
	}
	return nil
}

// pairBlocks finds the managed blocks and marks the sections within them.
func (d *Document) pairBlocks() {
	var all []marker
	for _, s := range d.Sections {
		for _, m := range s.Content.markers {
			m.span = m.span.Shift(s.Span.Start)
			all = append(all, m)
		}
	}
	blocks, problems := pairMarkers(d.Text.Content(), all)
	d.Blocks, d.Problems = blocks, append(d.Problems, problems...)
	for _, b := range blocks {
		for i := d.SectionAt(b.Begin.End).Index; i < len(d.Sections) && d.Sections[i].Span.Start < b.End.Start; i++ {
			if s := d.Sections[i]; s.Span.Start >= b.Begin.End {
				s.Managed = b
			}
		}
	}
}

// SourceHash identifies, across machines, the author's own text of a section
// with all below it, or of the whole document for nil: 12 hexadecimal digits of
// the SHA-256 of its lines, front matter and managed blocks left out. Blanks at
// the ends of lines, line endings and blank lines do not count.
func (d *Document) SourceHash(s *Section) string {
	source := d.AuthorText(s)
	lines := make([]byte, 0, len(source)+1)
	for line := range strings.Lines(source) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(append(lines, line...), '\n')
		}
	}
	sum := sha256.Sum256(lines)
	return hex.EncodeToString(sum[:])[:12]
}

// AuthorText is the text of a section with all below it, or of the whole
// document for nil, without front matter and managed blocks.
func (d *Document) AuthorText(s *Section) string {
	at, end := d.Sections[0].Span.Start, len(d.Text.Content())
	if s != nil {
		at, end = s.Deep.Start, s.Deep.End
	}
	var b strings.Builder
	for _, k := range d.Blocks {
		if k.Span.End <= at || k.Span.Start >= end {
			continue
		}
		b.WriteString(d.Text.Content()[at:max(at, k.Span.Start)])
		at = k.Span.End
	}
	b.WriteString(d.Text.Content()[at:max(at, end)])
	return b.String()
}
