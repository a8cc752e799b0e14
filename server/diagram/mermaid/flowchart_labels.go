package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// quoteLabels puts quotes around the labels that need them, and writes quotes in
// them as mermaid wants them.
func quoteLabels(_ *scene, l line) []text.Edit {
	var edits []text.Edit
	for _, b := range labels(l.text) {
		if in := l.text[b.start:b.end]; b.closed && needsQuotes(in) {
			edits = append(edits, l.replace(b.start, b.end, `"`+inLabel(unquoted(in))+`"`))
		}
	}
	return edits
}

func needsQuotes(label string) bool {
	said := strings.TrimSpace(label)
	if said == "" {
		return false
	}
	if in := unquoted(said); in != said {
		return strings.ContainsAny(in, `"`)
	}
	return strings.ContainsAny(straight.Replace(said), `()[]{}"|<>`) || strings.ContainsAny(said[:1], `/\`)
}

// unquoted is a label without the quotes around it, straight or curly.
func unquoted(label string) string {
	said := strings.TrimSpace(label)
	for _, q := range [][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"”", "”"}} {
		if in, ok := strings.CutPrefix(said, q[0]); ok && strings.HasSuffix(in, q[1]) {
			return strings.TrimSuffix(in, q[1])
		}
	}
	return label
}

// blankLabels puts a blank between quotes that have nothing between them.
func blankLabels(_ *scene, l line) []text.Edit {
	var edits []text.Edit
	for _, b := range labels(l.text) {
		if b.closed && strings.TrimSpace(l.text[b.start:b.end]) == `""` {
			edits = append(edits, l.replace(b.start, b.end, `" "`))
		}
	}
	return edits
}

// closeLabels ends what is not closed before the next arrow.
func closeLabels(_ *scene, l line) []text.Edit {
	var edits []text.Edit
	for _, b := range labels(l.text) {
		in := l.text[b.start:b.end]
		switch quotes := strings.Count(in, `"`); {
		case quotes == 1 && strings.HasPrefix(strings.TrimSpace(in), `"`) && b.closed:
			edits = append(edits, l.replace(b.end, b.end, `"`))
		case quotes == 1 && b.closed && strings.HasSuffix(strings.TrimSpace(in), `"`):
			edits = append(edits, l.replace(b.start, b.start, `"`))
		case quotes == 1 && !b.closed:
			edits = append(edits, l.replace(b.end, b.end, `"`+b.close))
		case !b.closed:
			said := strings.TrimRight(in, ")]} ")
			edits = append(edits, l.replace(b.start, b.end, `"`+inLabel(unquoted(said))+`"`+b.close))
		}
	}
	return edits
}

// closeShapes adds the sign that is missing where a shape of two signs was closed
// by one: "[(Orders]".
func closeShapes(_ *scene, l line) []text.Edit {
	var edits []text.Edit
	for _, b := range labels(l.text) {
		in := l.text[b.start:b.end]
		if !b.closed || in == "" || strings.IndexByte("([{", in[0]) < 0 || !paired(in[1:]) {
			continue
		}
		for sign, open := range partner {
			if open == rune(in[0]) {
				edits = append(edits, l.replace(b.end, b.end, string(sign)))
			}
		}
	}
	return edits
}

var reserved = lazily(`((?:--|==|-\.->?|&|[>|])\s*)(graph|flowchart|subgraph|style|linkStyle|classDef|class|click|call|href|interpolate)\b(\s*(?:$|[\[({&;]|--|==|-\.))|^(graph|flowchart|subgraph|style|class|click|call|href|interpolate)()\b(?:[\[({]|\s*(?:--|==|-\.))`)

func renameReserved(s *scene, l line) []text.Edit {
	var edits []text.Edit
	for _, m := range reserved().FindAllStringSubmatchIndex(s.bare(l), -1) {
		start, end := max(m[4], m[8]), max(m[5], m[9])
		word := l.text[start:end]
		with := word + "_"
		if rest := strings.TrimLeft(l.text[end:], " "); rest == "" || !strings.ContainsAny(rest[:1], "[({") {
			with += "[" + word + "]"
		}
		edits = append(edits, l.replace(start, end, with))
	}
	return edits
}

// plainLines writes -- between nodes as ---, where no arrow ends a text after it.
func plainLines(s *scene, l line) []text.Edit {
	if strings.ContainsAny(s.bare(l), "=<>~") || strings.Contains(s.bare(l), "---") {
		return nil
	}
	return rewrite(`(\s)--(\s)`, "$1---$2")(s, l)
}
