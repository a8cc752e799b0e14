package knowledge

import (
	"slices"
	"strings"
)

type template struct {
	Preamble string   `yaml:"preamble"`
	Sections []string `yaml:"sections"`
}

// Templates returns the ids of the styles that a new document can start from.
func Templates() []string {
	var ids []string
	for _, style := range styles() {
		if len(style.Template.Sections) > 0 {
			ids = append(ids, style.ID)
		}
	}
	return ids
}

// Template returns a new document in a house style: its title, metadata and
// sections, with a mark wherever the author has to write. It answers "" for an
// id that Templates does not list.
func Template(id, title string) string {
	style, ok := StyleByID(id)
	if !ok || len(style.Template.Sections) == 0 {
		return ""
	}
	parts := []string{"# " + title}
	if preamble := strings.TrimSpace(style.Template.Preamble); preamble != "" {
		parts = append(parts, preamble)
	}
	for _, id := range style.Template.Sections {
		at := slices.IndexFunc(style.Sections, func(s SectionSpec) bool { return s.ID == id })
		parts = append(parts, style.Sections[at].Markdown(style.Sections[at].HeadingLevel()))
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// Markdown is the section as an author would start it: a heading of the given
// level and the skeleton under it, its own headings moved along.
func (s SectionSpec) Markdown(level int) string {
	lines := strings.Split(strings.TrimSpace(s.Skeleton), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "### ") {
			lines[i] = strings.Repeat("#", min(level+1, 6)) + line[3:]
		}
	}
	return strings.Repeat("#", level) + " " + s.Title + "\n\n" + strings.Join(lines, "\n")
}
