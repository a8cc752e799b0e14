package rules

import (
	"strings"

	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// skeletonEdit inserts the heading and the skeleton of a missing section where
// the style has it: after the nearest section before it, or else before the
// nearest one after it, or at the end. The edit counts from the start of the
// section whose index is returned.
func skeletonEdit(s *Scope, outline []Item, style knowledge.Style, missing knowledge.SectionSpec) (place int, edit text.Edit) {
	place, level := skeletonPlace(outline, style, missing)
	for place < len(outline) && outline[place].Managed {
		place++
	}
	heading := strings.Repeat("#", level) + " " + missing.Title
	body := heading + "\n\n" + shiftHeadings(strings.TrimSpace(missing.Skeleton), level-missing.HeadingLevel()) + "\n"
	if place < len(outline) {
		body += "\n"
	}
	return place, text.Edit{New: s.Gap(place) + strings.ReplaceAll(body, "\n", s.EOL())}
}

func skeletonPlace(outline []Item, style knowledge.Style, missing knowledge.SectionSpec) (place, level int) {
	at := specIndex(style, missing.ID)
	for i := at - 1; i >= 0; i-- {
		if item := namedItem(outline, style.Sections[i]); item >= 0 {
			level := fitLevel(outline[item].Level, style.Sections[i], missing)
			return sectionEnd(outline, item, min(level, outline[item].Level)), level
		}
	}
	for i := at + 1; i < len(style.Sections); i++ {
		if item := namedItem(outline, style.Sections[i]); item >= 0 {
			return item, fitLevel(outline[item].Level, style.Sections[i], missing)
		}
	}
	return len(outline), missing.HeadingLevel()
}

// fitLevel is the level of a heading beside one that the document has.
func fitLevel(level int, there, missing knowledge.SectionSpec) int {
	return min(max(level+missing.HeadingLevel()-there.HeadingLevel(), 1), 6)
}

func specIndex(style knowledge.Style, id string) int {
	for i, spec := range style.Sections {
		if spec.ID == id {
			return i
		}
	}
	return len(style.Sections)
}

// namedItem is the first of the highest headings that stand for a section, or -1.
func namedItem(outline []Item, spec knowledge.SectionSpec) int {
	best := -1
	title := titleIndex(outline)
	for i, item := range outline {
		tooDeep := item.Level > spec.HeadingLevel()+1 || best >= 0 && item.Level >= outline[best].Level
		if item.Level == 0 || item.Managed || i == title && item.Level == 1 || tooDeep {
			continue
		}
		if spec.Names(item.Title) {
			best = i
		}
	}
	return best
}

// sectionEnd is the first section after one that is not under it, counting as
// under it what is deeper than the level.
func sectionEnd(outline []Item, item, level int) int {
	for i := item + 1; i < len(outline); i++ {
		if outline[i].Level <= level {
			return i
		}
	}
	return len(outline)
}

// shiftHeadings moves the headings of a skeleton to other levels.
func shiftHeadings(markdown string, by int) string {
	lines := strings.Split(markdown, "\n")
	for i, line := range lines {
		if marks := len(line) - len(strings.TrimLeft(line, "#")); marks > 0 {
			lines[i] = strings.Repeat("#", min(max(marks+by, 1), 6)) + line[marks:]
		}
	}
	return strings.Join(lines, "\n")
}
