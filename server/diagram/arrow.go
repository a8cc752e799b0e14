package diagram

import (
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	// an arrow, perhaps with its label inside: "-->", "-. text .->", "== text ==>"
	plainArrow   = regexp.MustCompile(`^(<|[xo](?:--|==))?(-{2,}>|={2,}>|-\.+->|-{2,}[xo](?:\s|$)|-{3,}|={3,}|-\.+-|~{3,}|-{2,}|={2,})`)
	labelledLine = regexp.MustCompile(`^(<)?(--|==|-\.)\s*("[^"]*"|[^\s>|.=-][^|]*?)\s*(-{2,}>|={2,}>|\.+->|-{2,}[xo]\b|-{3,}|={3,}|\.+-)`)
)

// link reads an arrow. A link whose reply field is set points backwards.
func (c *flowScanner) link() (edge, bool) {
	c.skipBlanks()
	start := c.at
	e := edge{}
	if m := labelledLine.FindStringSubmatch(c.rest()); m != nil && !plainArrowFirst(c.rest()) {
		c.at += len(m[0])
		e.label = plainLabel(m[3])
		e.dashed = m[2] == "-."
	} else if m := plainArrow.FindStringSubmatch(c.rest()); m != nil {
		c.at += len(m[0])
		e.dashed = strings.Contains(m[2], ".")
		e.reply = m[1] == "<" && !strings.Contains(m[2], ">")
	} else {
		return e, false
	}
	c.skipBlanks()
	if rest := c.rest(); strings.HasPrefix(rest, "|") {
		if end := strings.IndexByte(rest[1:], '|'); end >= 0 {
			e.label = plainLabel(rest[1 : end+1])
			c.at += end + 2
		}
	}
	e.span = text.Span{Start: c.line.at + start, End: c.line.at + c.at}
	return e, true
}

// plainArrowFirst says whether the text begins with a whole arrow, so that what
// follows is no label inside one.
func plainArrowFirst(s string) bool {
	m := plainArrow.FindString(s)
	return strings.HasSuffix(m, ">") || len(m) > 2 && !strings.HasPrefix(m, "-.")
}

var sequenceArrow = regexp.MustCompile(`^(.+?)\s*(<<-->>|<<->>|-->>|->>|-->|->|--x|-x|--\)|-\))\s*([+-]?)\s*([^:]+?)\s*(?::\s*(.*))?$`)

// readSequence reads participants and messages. A message back to who called is
// a reply.
func (p *picture) readSequence(lines []line) {
	var calls [][2]int
	var blocks [][][2]int // the calls that were open where each block began
	open := []int{-1}
	for _, l := range lines {
		word := firstWord(l.text)
		switch word {
		case "loop", "alt", "opt", "par", "critical", "break", "rect":
			blocks = append(blocks, slices.Clone(calls))
			continue
		case "else", "and", "option":
			if n := len(blocks); n > 0 {
				calls = slices.Clone(blocks[n-1])
			}
			continue
		case "participant", "actor", "create":
			p.readParticipant(l, open[len(open)-1])
			continue
		case "box":
			open = append(open, p.openFrame(boxTitle(l.text[len(word):]), l.at+len(word), -1))
			continue
		case "end":
			if n := len(blocks); n > 0 {
				calls, blocks = blocks[n-1], blocks[:n-1]
			} else if len(open) > 1 {
				open = open[:len(open)-1]
			}
			continue
		case "Note", "note", "activate", "deactivate", "autonumber", "destroy", "title", "links", "link":
			continue
		}
		m := sequenceArrow.FindStringSubmatch(l.text)
		if m == nil {
			continue
		}
		from, to := p.node(strings.TrimSpace(m[1]), l.at), p.node(strings.TrimSpace(m[4]), l.at+strings.Index(l.text, m[4]))
		e := edge{from: from, to: to, label: plainLabel(m[5]), dashed: strings.Contains(m[2], "--") || strings.HasSuffix(m[2], ")"), span: text.Span{Start: l.at, End: l.at + len(l.text)}}
		calls, e.reply = replies(calls, e)
		p.edges = append(p.edges, e)
	}
}

var boxColor = regexp.MustCompile(`^\s*(rgba?\([^)]*\)|#[0-9A-Fa-f]+|transparent|aqua|grey|gray|green|blue|red|yellow|purple|orange|lightgr[ae]y|lightblue|lightgreen)\s+`)

func boxTitle(s string) string { return boxColor.ReplaceAllString(s, "") }

// replies says whether a message answers one of the open calls.
func replies(calls [][2]int, e edge) ([][2]int, bool) {
	if e.from == e.to {
		return calls, false
	}
	for i := len(calls) - 1; i >= 0; i-- {
		if calls[i] == [2]int{e.to, e.from} {
			return calls[:i], true
		}
	}
	return append(calls, [2]int{e.from, e.to}), false
}

var participantLine = regexp.MustCompile(`^(?:create\s+)?(participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$`)

func (p *picture) readParticipant(l line, frame int) {
	m := participantLine.FindStringSubmatch(l.text)
	if m == nil {
		return
	}
	id := m[2]
	if i := strings.Index(id, "@{"); i > 0 {
		id = id[:i]
	}
	n := &p.nodes[p.node(strings.TrimSpace(id), l.at)]
	n.span = text.Span{Start: l.at, End: l.at + len(l.text)}
	n.frame = frame
	if m[3] != "" {
		n.name, n.tech = splitLabel(m[3])
	}
	if m[1] == "actor" {
		n.kind = Person
	}
}
