package draw

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// escape makes a text fit for a label of any kind of diagram, in quotes or not:
// what means something to a parser or to HTML becomes an entity.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if harmless(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	return direction.ReplaceAllString(b.String(), "${1}#32;")
}

// direction is a statement to some of the parsers wherever it stands in a line.
var direction = regexp.MustCompile(`(?i)(direction) `)

func harmless(r rune) bool {
	return r > unicode.MaxASCII || unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" .,-/", r)
}

// clean is a text on one line, without what is not seen and changes how the rest
// is: control characters, marks of direction, broken bytes.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == unicode.ReplacementChar, unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != joiner:
			return -1
		case mermaidOwn(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}

const joiner = '\u200d' // makes one emoji of several

// mermaidOwn are what mermaid puts for the marks of entities while it works.
func mermaidOwn(r rune) bool { return r == 'ﬂ' || r == '¶' }

// safeID makes an identifier of one of a graph, which should be one already.
func safeID(id string) string {
	id = strings.Map(func(r rune) rune {
		if r == '_' || r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return '_'
	}, id)
	if len(id) > mostID {
		id = id[:mostID]
	}
	if id == "" || !unicode.IsLetter(rune(id[0])) || reserved[strings.ToLower(id)] {
		return "n_" + id
	}
	return id
}

const mostID = 60 // bytes of an identifier

// reserved are words of mermaid that cannot be identifiers.
var reserved = map[string]bool{
	"end": true, "graph": true, "subgraph": true, "flowchart": true, "class": true, "style": true, "click": true, "default": true,
	"direction": true, "loop": true, "alt": true, "opt": true, "par": true, "state": true, "note": true, "participant": true, "actor": true,
	"box": true, "rect": true, "x": true, "o": true, "href": true, "call": true, "title": true, "links": true, "link": true, "as": true,
	"activate": true, "deactivate": true, "autonumber": true, "create": true, "destroy": true, "critical": true, "break": true, "option": true,
	"else": true, "and": true, "over": true, "one": true, "many": true, "to": true, "only": true, "zero": true, "u": true, "classdef": true, "linkstyle": true,
	"erdiagram": true, "sequencediagram": true, "c4context": true, "c4container": true, "c4component": true, "c4dynamic": true, "c4deployment": true,
	"pk": true, "fk": true, "uk": true, "interface": true, "namespace": true, "columns": true, "block": true, "space": true,
}

// Markdown escapes a name for prose: it stays what it is and becomes no link, tag,
// comment or emphasis.
func Markdown(s string) string {
	var b strings.Builder
	for _, r := range clean(s) {
		if strings.ContainsRune("\\`*_{}[]<>|~#!&$", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
