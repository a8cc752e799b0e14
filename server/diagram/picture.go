package diagram

import (
	"html"
	"strings"
	"sync"

	"github.com/designls/designls/server/text"
)

// picture is what a mermaid diagram shows, as far as the graph needs it. Its
// spans count from the start of the diagram's text. Reading one is tolerant:
// what is not understood is passed over, since the grammar proper says what is
// wrong with a diagram.
type picture struct {
	kind       string // "flowchart", "sequence", "c4", "block", "architecture", "er"
	nodes      []shape
	edges      []edge
	boundaries []frame
	entities   []*Entity
	byID       map[string]int
}

// shape is a node that is drawn.
type shape struct {
	id, name    string
	kind        Kind
	span        text.Span
	frame       int // index in picture.boundaries, -1 for none
	tech, about string
	decides     bool // a diamond: a step of a process rather than a part of a system
}

type edge struct {
	from, to int
	label    string
	tech     string
	dashed   bool
	reply    bool
	span     text.Span
}

type frame struct {
	id, name string
	parent   int
	span     text.Span
}

// line is a line of a diagram without its indentation, comment and terminator.
type line struct {
	text string
	at   int
}

func (l line) span() text.Span { return text.Span{Start: l.at, End: l.at + len(l.text)} }

// readPicture reads a diagram's text, or returns nil for a kind that shows
// neither components nor entities.
func readPicture(source string) *picture {
	lines := diagramLines(source)
	if len(lines) == 0 {
		return nil
	}
	p := &picture{byID: map[string]int{}}
	keyword := firstWord(lines[0].text)
	switch {
	case keyword == "graph" || strings.HasPrefix(keyword, "flowchart"):
		p.kind = "flowchart"
		p.readFlowchart(lines)
	case keyword == "sequenceDiagram":
		p.kind = "sequence"
		p.readSequence(lines[1:])
	case strings.HasPrefix(keyword, "C4"):
		p.kind = "c4"
		p.readC4(lines[1:])
	case strings.HasPrefix(keyword, "block"):
		p.kind = "block"
		p.readFlowchart(lines)
	case strings.HasPrefix(keyword, "architecture"):
		p.kind = "architecture"
		p.readArchitecture(lines[1:])
	case keyword == "erDiagram":
		p.kind = "er"
		p.readEntities(lines[1:])
	default:
		return nil
	}
	return p
}

var directive = text.Pattern(`(?s)%%\{.*?\}%%`)

// diagramLines cuts a diagram into lines, without front matter, directives,
// comments and what is empty.
func diagramLines(source string) []line {
	blank := directive().ReplaceAllStringFunc(source, func(s string) string { return blankOut(s) })
	if head := strings.TrimLeft(blank, " \t\r\n"); strings.HasPrefix(head, "---") {
		start := len(blank) - len(head)
		if end := strings.Index(blank[start+3:], "\n---"); end >= 0 {
			end += start + 3 + len("\n---")
			blank = blankOut(blank[:end]) + blank[end:]
		}
	}
	var out []line
	at := 0
	for l := range strings.Lines(blank) {
		s := strings.TrimRight(l, " \t\r\n")
		body := strings.TrimLeft(s, " \t")
		if body != "" && !strings.HasPrefix(body, "%%") {
			out = append(out, line{body, at + len(s) - len(body)})
		}
		at += len(l)
	}
	return out
}

// blankOut replaces everything but line ends, so that places stay.
func blankOut(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return r
		}
		return ' '
	}, strings.ToValidUTF8(s, " "))
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, " \t;{"); i >= 0 {
		return s[:i]
	}
	return s
}

// node returns the index of the node with an id, adding it when new.
func (p *picture) node(id string, at int) int {
	if i, ok := p.byID[id]; ok {
		return i
	}
	p.byID[id] = len(p.nodes)
	p.nodes = append(p.nodes, shape{id: id, name: plainLabel(id), span: text.Span{Start: at, End: at + len(id)}, frame: -1})
	return len(p.nodes) - 1
}

var (
	breakTag = text.Pattern(`(?i)<br\s*/?>|\\n|\n`)
	anyTag   = text.Pattern(`<[^<>]*>`)
	iconName = text.Pattern(`\bfa[bsrlk]?:fa-[\w-]+\s*`)
)

// escapes are the entities of mermaid's own.
var escapes = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("#quot;", `"`, "#40;", "(", "#41;", ")", "#35;", "#")
})

// plainLabel is a label as a reader sees it, on one line.
func plainLabel(s string) string {
	s = iconName().ReplaceAllString(breakTag().ReplaceAllString(s, " "), "")
	s = html.UnescapeString(escapes().Replace(anyTag().ReplaceAllString(s, "")))
	s = unquoted(strings.Join(strings.Fields(s), " "))
	return strings.Trim(strings.ReplaceAll(strings.ReplaceAll(s, "**", ""), "__", ""), " ")
}

// unquoted takes off the quotes around a label, and not one that ends its last word.
func unquoted(s string) string {
	for len(s) > 1 && strings.IndexByte("\"'`", s[0]) >= 0 && s[len(s)-1] == s[0] {
		s = s[1 : len(s)-1]
	}
	if strings.Count(s, `"`)%2 == 1 {
		s = strings.Trim(s, `"`)
	}
	return s
}

// splitLabel takes a label's first line for the name and the rest, or what it
// has in brackets, for what the node is made of.
func splitLabel(s string) (name, rest string) {
	parts := breakTag().Split(s, 2)
	if name = plainLabel(parts[0]); len(parts) == 2 && name != "" {
		return name, strings.Trim(plainLabel(parts[1]), "[]() ")
	}
	name = plainLabel(s)
	if first, more, ok := strings.Cut(name, ", "); ok && len(strings.Fields(first)) <= 3 && first != "" {
		return first, more // "Sender, one per channel"
	}
	if open := strings.IndexAny(name, "(["); open > 0 && strings.HasSuffix(name, string(closing(name[open]))) {
		return strings.TrimSpace(name[:open]), name[open+1 : len(name)-1]
	}
	return name, ""
}

func closing(open byte) byte {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	}
	return open
}
