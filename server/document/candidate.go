package document

import "strings"

// candidates lists the offsets at which a section may begin: lines that start
// with "#" at the margin, and single lines after a blank one that are underlined.
func candidates(content string, start int, cache *chunkCache) []int {
	var found []int
	for at := start; at < len(content); {
		next := lineAfter(content, at)
		if at > start && (isHashHeading(content[at:next]) || isUnderlined(content, at, next, cache)) {
			found = append(found, at)
		}
		at = next
	}
	return found
}

func lineAfter(content string, at int) int {
	if end := strings.IndexByte(content[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(content)
}

func isHashHeading(line string) bool {
	if line[0] != '#' {
		return false
	}
	rest := strings.TrimLeft(line, "#")
	return len(line)-len(rest) <= 6 && (rest == "" || isBlank(rest[0]))
}

// isUnderlined says whether a line is a heading by the line under it, and stands
// where a section may begin: after a blank line, and not as a list's next item.
func isUnderlined(content string, at, next int, cache *chunkCache) bool {
	if next == len(content) || content[next] != '=' && content[next] != '-' || !startsWord(content[at]) {
		return false
	}
	under := lineAfter(content, next)
	line := strings.TrimRight(content[next:under], " \t\r\n")
	if strings.Trim(line, line[:1]) != "" || !blankBefore(content, at) {
		return false
	}
	c := lookUpChunk(chunkKey{source: content[at:under], last: true}, cache)
	return len(c.parts) == 1 && c.parts[0].heading != nil
}

// startsWord leaves out what may continue a list or start another block.
func startsWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80 || b == '`' || b == '['
}

func blankBefore(content string, at int) bool {
	before := strings.TrimRight(content[:at-1], " \t\r")
	return before == "" || strings.HasSuffix(before, "\n")
}
