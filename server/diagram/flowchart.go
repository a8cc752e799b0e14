package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// readFlowchart reads flowcharts and block diagrams, which share the notation of
// nodes and arrows.
func (p *picture) readFlowchart(lines []line) {
	first := lines[0]
	if i := strings.IndexByte(first.text, ';'); i >= 0 {
		lines[0] = line{first.text[i+1:], first.at + i + 1}
	} else {
		lines = lines[1:]
	}
	open := []int{-1}
	for _, l := range lines {
		for _, s := range splitStatements(l) {
			open = p.readStatement(s, open)
		}
	}
}

// splitStatements cuts a line at semicolons outside of labels.
func splitStatements(l line) []line {
	var out []line
	start, depth, quoted := 0, 0, false
	for i := 0; i < len(l.text); i++ {
		switch c := l.text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '(' || c == '{':
			depth++
		case c == ']' || c == ')' || c == '}':
			depth = max(depth-1, 0)
		case c == ';' && depth == 0:
			out = append(out, line{l.text[start:i], l.at + start})
			start = i + 1
		}
	}
	return append(out, line{l.text[start:], l.at + start})
}

// readStatement reads one statement inside the open boundaries, and returns the
// boundaries that are open behind it.
func (p *picture) readStatement(l line, open []int) []int {
	s := strings.TrimSpace(l.text)
	l.at += strings.Index(l.text, s)
	word := firstWord(s)
	switch {
	case s == "":
	case word == "subgraph":
		return append(open, p.openFrame(s[len(word):], l.at+len(word), open[len(open)-1]))
	case p.kind == "block" && strings.HasPrefix(s, "block:"):
		return append(open, p.openFrame(s[len("block:"):], l.at+len("block:"), open[len(open)-1]))
	case word == "end":
		if len(open) > 1 {
			return open[:len(open)-1]
		}
	case word == "direction", word == "classDef", word == "class", word == "style", word == "linkStyle", word == "click", word == "accTitle:", word == "accDescr:", word == "columns":
	default:
		c := &flowScanner{picture: p, line: line{s, l.at}, frame: open[len(open)-1]}
		c.run()
	}
	return open
}

// openFrame reads "id [Title]", "id["Title"]" or a bare title.
func (p *picture) openFrame(s string, at, parent int) int {
	trimmed := strings.TrimSpace(s)
	at += strings.Index(s, trimmed)
	f := frame{id: trimmed, name: plainLabel(trimmed), parent: parent, span: text.Span{Start: at, End: at + len(trimmed)}}
	if i := strings.IndexAny(trimmed, "[("); i > 0 {
		f.id = strings.TrimSpace(trimmed[:i])
		f.name = plainLabel(strings.Trim(trimmed[i:], "[]() "))
	}
	p.boundaries = append(p.boundaries, f)
	return len(p.boundaries) - 1
}

// flowScanner reads "a[A] & b -->|text| c --> d".
type flowScanner struct {
	picture *picture
	line    line
	at      int
	frame   int
}

func (c *flowScanner) run() {
	from := c.group()
	for len(from) > 0 {
		link, ok := c.link()
		to := c.group()
		if !ok || len(to) == 0 {
			if !ok && len(to) > 0 { // blocks stand side by side without an arrow
				from = to
				continue
			}
			return
		}
		for _, a := range from {
			for _, b := range to {
				e := link
				if e.from, e.to = a, b; link.reply {
					e.from, e.to, e.reply = b, a, false
				}
				c.picture.edges = append(c.picture.edges, e)
				if link.both {
					e.from, e.to = e.to, e.from
					c.picture.edges = append(c.picture.edges, e)
				}
			}
		}
		from = to
	}
}

// group reads nodes joined by "&".
func (c *flowScanner) group() []int {
	var out []int
	for {
		c.skipBlanks()
		n := c.node()
		if n < 0 {
			return out
		}
		out = append(out, n)
		c.skipBlanks()
		if !strings.HasPrefix(c.rest(), "&") {
			return out
		}
		c.at++
	}
}

func (c *flowScanner) rest() string { return c.line.text[c.at:] }

func (c *flowScanner) skipBlanks() {
	for c.at < len(c.line.text) && isSpace(c.line.text[c.at]) {
		c.at++
	}
}

// node reads an identifier and its shape; -1 when there is none.
func (c *flowScanner) node() int {
	start := c.at
	for c.at < len(c.line.text) && isIDByte(c.line.text, c.at) {
		c.at++
	}
	id := c.line.text[start:c.at]
	if c.picture.kind == "block" && id == "space" {
		c.skipSpace()
		return c.node()
	}
	if id == "" || c.picture.kind == "block" && id == "end" {
		return -1
	}
	n := c.picture.node(id, c.line.at+start)
	s := &c.picture.nodes[n]
	if s.frame < 0 {
		s.frame = c.frame
	}
	c.shape(s, start)
	if strings.HasPrefix(c.rest(), ":::") {
		for c.at += 3; c.at < len(c.line.text) && isIDByte(c.line.text, c.at); c.at++ {
		}
	}
	return n
}
