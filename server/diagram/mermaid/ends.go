package mermaid

import "strings"

const mostEnds = 4 // places that are tried; each is parsed

// Ends are the places at which a diagram may end that nothing closes: where an empty line
// follows, and more after it. The last comes first.
func Ends(source string) []int {
	var ends []int
	at, text := 0, 0 // text is where the last line ends that is not empty
	empty := false
	for l := range strings.Lines(source) {
		line := strings.TrimRight(l, " \t\r\n")
		switch {
		case line == "":
			empty = text > 0
		case empty && len(ends) < mostEnds:
			ends = append([]int{text}, ends...)
			empty = false
		}
		if line != "" {
			text = at + len(line)
		}
		at += len(l)
	}
	return ends
}

// EndsOf are the Ends of the source of a block that begins with a marker of some signs.
// Where another block opens within it, that has lost its own opening to this one, which
// nothing closes, whatever closes the two: open says so. The diagram ends before that.
func EndsOf(source, marker string) (ends []int, open bool) {
	at := opening(source, marker)
	if at < 0 {
		return Ends(source), false
	}
	whole := len(strings.TrimRight(source[:at], " \t\r\n"))
	return append([]int{whole}, Ends(source[:at])...), true
}

// opening is where a line opens a block within a diagram, or -1.
func opening(source, marker string) int {
	at := 0
	for l := range strings.Lines(source) {
		line := strings.TrimLeft(l, " ")
		info := strings.TrimLeft(line, marker[:min(1, len(marker))])
		if len(marker) >= 3 && len(line)-len(info) >= len(marker) && len(l)-len(line) <= 3 && strings.TrimSpace(info) != "" &&
			!strings.Contains(info, marker[:1]) && strings.TrimSpace(source[:at]) != "" {
			return at
		}
		at += len(l)
	}
	return -1
}

// TextAfter is where the text goes on after a diagram that ends at a place: there, or behind
// a line that names the diagram again and closes it, as no text and no diagram follows.
func TextAfter(source string, end int, marker string) int {
	rest := strings.TrimPrefix(strings.TrimPrefix(source[end:], "\r"), "\n")
	at := len(source) - len(rest)
	line, after, _ := strings.Cut(rest, "\n")
	next, _, _ := strings.Cut(after, "\n")
	if line = strings.TrimRight(line, " \t\r"); line == marker+"mermaid" && strings.TrimSpace(next) == "" {
		return at + len(line)
	}
	return end
}
