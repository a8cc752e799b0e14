package diagram

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
)

// announcesComponents says whether a sentence leads to a list of components: "It
// consists of these services:".
func announcesComponents(sentence string) bool {
	sentence, ok := strings.CutSuffix(strings.TrimRight(sentence, " \t\n\x1a"), ":")
	return ok && slices.ContainsFunc(strings.Fields(strings.ToLower(sentence)), func(w string) bool { return isPlural(w) && inventoryNouns[Singular(w)] })
}

// isDefinedAsPart says whether a text goes on with "is a service" or the like.
func isDefinedAsPart(rest string) bool {
	fields := strings.Fields(strings.ToLower(rest[:min(len(rest), 80)]))
	if len(fields) < 3 || fields[0] != "is" || fields[1] != "a" && fields[1] != "an" && fields[1] != "the" {
		return false
	}
	for _, w := range fields[2:min(len(fields), 5)] {
		if end := strings.TrimRight(w, ".,;:"); words().closed[end]&(classPrep|classRel) != 0 {
			return false
		} else if h, ok := words().heads[end]; ok && h.strength > faint && h.kind == Container || end == "daemon" || end == "process" || end == "component" {
			return true
		}
	}
	return false
}

// shownIn returns the nouns for data that a section's pictures and tables show as
// parts, with their capital: "Payments" is one of those, "payments" is not.
func shownIn(c *document.Content) (out []string) {
	l := &local{title: -1}
	readTables(c, l)
	readPictures(c, l)
	for _, m := range l.mentions {
		lower := strings.ToLower(m.name)
		if noun := words().nouns[lower] != "" || words().nouns[Singular(lower)] != ""; noun && m.marks&(markDrawn|markTabled) != 0 && isCapital(m.name) && !strings.ContainsAny(m.name, " -_/.") {
			out = append(out, m.name)
		}
	}
	return out
}
