package reviewer

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	timeBox  = text.Pattern(`\s*\[[^\]]*\bmin\]`)
	numbered = text.Pattern(`^\s*(?:\(?\d+[.)]|§)\s*`)
	strong   = text.Pattern(`(?:\*\*|__)([^*_\n]+)(?:\*\*|__)`)
	label    = text.Pattern(`^\s*(?:>\s*)?(?:[-*+]|\d+[.)])?\s*([^:|\n]{2,80}):`)
)

// partKey is a part's name without what may be written in another way.
func partKey(s string) string {
	s = numbered().ReplaceAllString(timeBox().ReplaceAllString(s, ""), "")
	return strings.Trim(strings.TrimSpace(fold(s).text), " :.-")
}

// namesOf are the names of the parts that markdown has: headings, words set in bold,
// labels of items, first cells of rows.
func namesOf(markdown string) []string {
	text, found := headingsOf(markdown)
	var names []string
	for _, h := range found {
		names = append(names, partKey(h.title))
	}
	lines, _ := linesOf(strings.Join(text, "\n"))
	for _, l := range lines {
		if l.code {
			continue
		}
		for _, m := range strong().FindAllStringSubmatch(l.text, -1) {
			names = append(names, partKey(m[1]))
		}
		if m := label().FindStringSubmatch(l.text); m != nil {
			names = append(names, partKey(m[1]))
		}
		if cell, ok := strings.CutPrefix(strings.TrimSpace(l.text), "|"); ok {
			first, _, _ := strings.Cut(cell, "|")
			names = append(names, partKey(first))
		}
	}
	return names
}

// missing are the promised parts that markdown does not have. A promise may name
// several, of which one is enough: "Recap|Summary". One that ends in "(mermaid)", or
// with a kind in "(mermaid C4Context)", is kept by a diagram and not by a name.
func missing(markdown string, promises []string) []string {
	names := namesOf(markdown)
	var absent []string
	for _, p := range promises {
		kind, drawn := diagramPromised(p)
		if drawn && !draws(markdown, kind) || !drawn && !kept(p, names) {
			absent = append(absent, strings.Split(p, "|")[0])
		}
	}
	return absent
}

var drawing = text.Pattern(`\s*\(mermaid(?: (\w+))?\)$`)

// diagramPromised is the kind of the diagram that a promise is about, "" for any.
func diagramPromised(promise string) (kind string, ok bool) {
	m := drawing().FindStringSubmatch(promise)
	if m == nil {
		return "", false
	}
	return m[1], true
}

// draws says whether markdown has a diagram of a kind.
func draws(markdown, kind string) bool {
	for _, f := range fencesOf(markdown) {
		if f.language != "mermaid" {
			continue
		}
		for line := range strings.Lines(f.inner.Of(markdown)) {
			if strings.HasPrefix(strings.TrimSpace(line), kind) {
				return true
			}
		}
	}
	return false
}

func kept(promise string, names []string) bool {
	for _, way := range strings.Split(promise, "|") {
		key := partKey(way)
		for _, name := range names {
			if key != "" && (name == key || holdsWords(name, key)) {
				return true
			}
		}
	}
	return false
}

// holdsWords says whether a name has the words of a key, one after the other.
func holdsWords(name, key string) bool {
	return strings.Contains(" "+words(name)+" ", " "+words(key)+" ")
}

func words(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !wordRune(r) && r != '/' }), " ")
}

func promised(title string, promises []string) bool {
	names := []string{partKey(title)}
	for _, p := range promises {
		if kept(drawing().ReplaceAllString(p, ""), names) {
			return true
		}
	}
	return false
}

// elsewhere says whether a reply is no answer to what was asked for, such as one that
// turns it down: it keeps no promise. Where it may be in another language than English
// one with half as many parts at least is taken for one that has translated their names.
func elsewhere(markdown string, promises []string, english bool) bool {
	if len(missing(markdown, promises)) < len(promises) {
		return false
	}
	for _, p := range promises {
		if _, drawn := diagramPromised(p); drawn {
			return true
		}
	}
	return english || 2*len(namesOf(markdown)) < len(promises)
}

// nothingPromised says what is wrong with such a reply.
func nothingPromised(promises []string) string {
	const named = 3
	var parts []string
	for _, p := range promises[:min(named, len(promises))] {
		parts = append(parts, "“"+strings.Split(p, "|")[0]+"”")
	}
	if len(promises) == 1 {
		return "it has no " + parts[0] + ", which was asked for twice"
	}
	return "it has none of the parts that were asked for twice, such as " + strings.Join(parts, ", ")
}
