package draw

import "strings"

// fold breaks a text into lines that are no wider than the room for them, where there are
// spaces. Mermaid 11 does not break the texts of boxes by itself, and makes the boxes wider.
func fold(text string, size float64, strong bool, room float64) string {
	var lines []string
	for word := range strings.FieldsSeq(text) {
		if last := len(lines) - 1; last >= 0 && textWidth(lines[last]+" "+word, size, strong) <= room {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return strings.Join(lines, lineBreak)
}

const lineBreak = "<br/>"

// folded is how many lines a folded text has.
func folded(text string) float64 { return float64(1 + strings.Count(text, lineBreak)) }

// Unfold is a drawn text with its broken lines joined again.
func Unfold(drawn string) string { return strings.ReplaceAll(drawn, lineBreak, " ") }
