package reviewer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// draftLevel is the level of the highest headings of a draft. Where it is put, they
// are moved to the level that fits.
const draftLevel = 2

var (
	hashHeading = text.Pattern(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$`)
	underline   = text.Pattern(`^ {0,3}(=+|-+)[ \t]*$`)
)

// heading is a heading of a draft.
type heading struct {
	line  int
	level int
	title string
}

// headingsOf finds the headings of markdown. Underlined ones become ones with
// hashes.
func headingsOf(markdown string) (text []string, found []heading) {
	lines, _ := linesOf(markdown)
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if m := hashHeading().FindStringSubmatch(l.text); m != nil && !l.code {
			found = append(found, heading{len(text), len(m[1]), m[2]})
		} else if n := underlined(lines, i); n > 0 {
			found = append(found, heading{len(text), n, strings.TrimSpace(l.text)})
			i++
		}
		text = append(text, l.text)
	}
	return text, found
}

// underlined is the level of a heading that is underlined, 0 for none.
func underlined(lines []line, i int) int {
	if i+1 >= len(lines) || lines[i].code || lines[i+1].code || i > 0 && strings.TrimSpace(lines[i-1].text) != "" {
		return 0
	}
	m := underline().FindStringSubmatch(lines[i+1].text)
	first := strings.TrimLeft(lines[i].text, " ")
	if m == nil || first == "" || strings.ContainsAny(first[:1], "-*+>#|") {
		return 0
	}
	if m[1][0] == '=' {
		return 1
	}
	return 2
}

// levelled moves headings to where the highest is at the level of a draft, and
// leaves out a title above all others, unless it is promised.
func levelled(markdown string, promises []string) string {
	text, found := headingsOf(markdown)
	if len(found) == 0 {
		return markdown
	}
	if titled(text, found, promises) {
		text[found[0].line] = ""
		found = found[1:]
	}
	top := slices.MinFunc(found, func(a, b heading) int { return a.level - b.level }).level
	for _, h := range found {
		text[h.line] = fmt.Sprintf("%s %s", strings.Repeat("#", min(h.level-top+draftLevel, 6)), h.title)
	}
	return strings.TrimSpace(strings.Join(text, "\n"))
}

// titled says whether the first heading is a title: the text begins with it, all
// others are below it, and it is no part of its own.
func titled(text []string, found []heading, promises []string) bool {
	first, rest := found[0], found[1:]
	if len(rest) == 0 || !blank(text[:first.line]) || promised(first.title, promises) {
		return false
	}
	above := slices.ContainsFunc(rest, func(h heading) bool { return h.level <= first.level })
	return !above && (len(promises) > 0 || blank(text[first.line+1:rest[0].line]))
}

func blank(lines []string) bool { return strings.TrimSpace(strings.Join(lines, "")) == "" }
