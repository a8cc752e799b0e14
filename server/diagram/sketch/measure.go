package sketch

import (
	"strings"

	"github.com/rivo/uniseg"
)

// measure is how many cells of the grid a text takes.
type measure func(string) int

// columns measures for a terminal: CJK and emoji take two, what combines none.
func columns(s string) int { return uniseg.StringWidth(s) }

const mostLines = 6 // of one label; what is beyond is an ellipsis

// wrap breaks a label into lines of at most so many cells. Words that are longer
// are broken, too.
func wrap(s string, width int, of measure) []string {
	var lines []string
	width = max(width, 1)
	for _, part := range strings.Split(s, "\n") {
		line := ""
		for _, word := range strings.Fields(part) {
			switch {
			case line == "":
				line = word
			case of(line+" "+word) <= width:
				line += " " + word
				continue
			default:
				lines, line = append(lines, line), word
			}
			for of(line) > width {
				head, tail := split(line, width, of)
				lines, line = append(lines, head), tail
			}
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) > mostLines {
		lines = append(lines[:mostLines-1], "…")
	}
	return lines
}

// split cuts a word between what a reader sees as characters; at least one goes
// into the head.
func split(word string, width int, of measure) (head, tail string) {
	state := -1
	for rest := word; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if head != "" && of(head+cluster) > width {
			return head, word[len(head):]
		}
		head += cluster
	}
	return head, ""
}

// widest is the measure of the longest of some lines.
func widest(lines []string, of measure) int {
	most := 0
	for _, l := range lines {
		most = max(most, of(l))
	}
	return most
}
