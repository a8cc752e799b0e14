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
