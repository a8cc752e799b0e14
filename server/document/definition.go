package document

import (
	"slices"
	"strings"
)

// definitions holds the lines that define link references, under their labels.
// They apply to the whole document, wherever they stand, so each chunk is parsed
// with those that it uses.
type definitions map[string]string

// findDefinitions finds lines like "[label]: destination". The first one of a
// label counts, as in CommonMark. One whose destination stands on the next line
// takes that line with it.
func findDefinitions(content string) definitions {
	var found definitions
	for at := 0; ; {
		i := strings.Index(content[at:], "]:")
		if i < 0 {
			return found
		}
		at += i
		line := content[lineStart(content, at):lineAfter(content, at)]
		rest := strings.TrimLeft(line, " ")
		label, _, _ := strings.Cut(rest, "]:")
		if len(line)-len(rest) <= 3 && len(label) > 1 && label[0] == '[' && label[1] != '^' {
			if strings.TrimSpace(rest[len(label)+2:]) == "" {
				line += content[lineAfter(content, at):lineAfter(content, min(lineAfter(content, at), len(content)))]
			}
			found = found.with(label[1:], line)
		}
		at += len("]:")
	}
}

func (d definitions) with(label, line string) definitions {
	if d == nil {
		d = definitions{}
	}
	if label = foldLabel(label); d[label] == "" {
		d[label] = strings.TrimRight(line, "\r\n") + "\n"
	}
	return d
}

// foldLabel makes labels equal that CommonMark matches.
func foldLabel(label string) string {
	return strings.ToLower(strings.Join(strings.Fields(label), " "))
}

// usedBy returns the definitions whose labels stand in brackets in the text, in
// a fixed order.
func (d definitions) usedBy(source string) string {
	if len(d) == 0 {
		return ""
	}
	var used []string
	seen := map[string]bool{}
	for at := 0; ; {
		open := strings.IndexByte(source[at:], '[')
		if open < 0 {
			break
		}
		at += open + 1
		end := strings.IndexAny(source[at:], "[]")
		if end < 0 {
			break
		}
		if line := d[foldLabel(source[at:at+end])]; line != "" && !seen[line] {
			seen[line], used = true, append(used, line)
		}
	}
	slices.Sort(used)
	return strings.Join(used, "")
}
