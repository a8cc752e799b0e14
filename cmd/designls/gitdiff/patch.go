package gitdiff

import (
	"strconv"
	"strings"
)

// parsePatch reads from a patch without context which lines of the new side of
// each file are new.
func parsePatch(patch string) map[string][]Lines {
	files := map[string][]Lines{}
	name := ""
	skip := 0 // lines of the current hunk's body, which may look like anything
	for line := range strings.Lines(patch) {
		if skip > 0 {
			if !strings.HasPrefix(line, `\`) {
				skip--
			}
			continue
		}
		switch {
		case strings.HasPrefix(line, "+++ "):
			name = newName(line[len("+++ "):])
		case strings.HasPrefix(line, "@@ "):
			var hunk Lines
			hunk, skip = parseHunk(line)
			if hunk.Last >= hunk.First {
				files[name] = append(files[name], hunk)
			}
		}
	}
	return files
}

// newName takes the name from "b/name", which git quotes when it has special
// characters, and ends with a tab when it has blanks.
func newName(field string) string {
	field = strings.TrimSuffix(strings.TrimRight(field, "\r\n"), "\t")
	if unquoted, err := strconv.Unquote(field); err == nil {
		field = unquoted
	}
	return strings.TrimPrefix(field, "b/")
}

// parseHunk reads "@@ -12,3 +14,2 @@". It returns the lines of the new side, an
// empty range when the hunk only removes, and how many lines its body has.
func parseHunk(line string) (lines Lines, body int) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return Lines{0, -1}, 0
	}
	_, removed := parseRange(fields[1])
	start, added := parseRange(fields[2])
	return Lines{First: start - 1, Last: start + added - 2}, removed + added
}

// parseRange reads "-12,3", or "-12", which stands for "-12,1".
func parseRange(field string) (start, count int) {
	first, rest, found := strings.Cut(strings.TrimLeft(field, "-+"), ",")
	start, _ = strconv.Atoi(first)
	if !found {
		return start, 1
	}
	count, _ = strconv.Atoi(rest)
	return start, count
}
