package actions

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// marks lists the places at which the author has still to write.
func (m *material) marks() []string {
	if m.in.Report == nil {
		return nil
	}
	var lines []string
	for _, f := range m.in.Report.Findings {
		if f.Rule == "placeholder" && !inBlock(m.doc, f.Span) {
			lines = append(lines, m.around(f.Span.Start))
		}
	}
	return lines
}

// around is the sentence at an offset, with its section.
func (m *material) around(offset int) string {
	for _, p := range m.passages() {
		if p.Span.Contains(offset) && !p.Heading {
			words := p.Text
			if line, next := lineAt(m.doc.Text.Content(), offset); labelledLine().MatchString(line) && (next == "" || labelledLine().MatchString(next)) && len(line) < len(words) {
				words = line
			}
			return clip(words, 200) + source(p.Section)
		}
	}
	s := m.doc.SectionAt(offset)
	return ref(s) + " is empty."
}

// lineAt is the line of a text around an offset, and the one after it.
func lineAt(content string, offset int) (line, next string) {
	start := strings.LastIndexByte(content[:offset], '\n') + 1
	line, rest, _ := strings.Cut(content[start:], "\n")
	next, _, _ = strings.Cut(rest, "\n")
	return strings.TrimSpace(line), strings.TrimSpace(next)
}

// labelledLine matches a line of what a document says about itself, one below
// another: "Reviewers: TBD".
var labelledLine = text.Pattern(`^[A-Z][\w /-]{0,30}: \S`)
