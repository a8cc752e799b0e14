package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	// an arrow, perhaps with its label inside: "-->", "-. text .->", "== text ==>"
	plainArrow   = text.Pattern(`^(<|[xo](?:--|==))?(-{2,}>|={2,}>|-\.+->|-{2,}[xo](?:\s|$)|-{3,}|={3,}|-\.+-|~{3,}|-{2,}|={2,})`)
	arrowName    = text.Pattern(`^\w+@[-=.<]`) // "e1@-->"
	labelledLine = text.Pattern(`^(<)?(--|==|-\.)\s*("[^"]*"|[^\s>|.=-][^|]*?)\s*(-{2,}>|={2,}>|\.+->|-{2,}[xo]\b|-{3,}|={3,}|\.+-)`)
)

// link reads an arrow. A link whose reply field is set points backwards.
func (c *flowScanner) link() (edge, bool) {
	c.skipBlanks()
	if m := arrowName().FindString(c.rest()); m != "" {
		c.at += len(m) - 1
	}
	start := c.at
	e := edge{}
	if m := labelledLine().FindStringSubmatch(c.rest()); m != nil && !plainArrowFirst(c.rest()) {
		c.at += len(m[0])
		e.label = plainLabel(m[3])
		e.dashed = m[2] == "-."
		e.both = m[1] == "<" && strings.HasSuffix(m[4], ">")
	} else if m := plainArrow().FindStringSubmatch(c.rest()); m != nil {
		c.at += len(m[0])
		e.dashed = strings.Contains(m[2], ".")
		e.reply = m[1] == "<" && !strings.Contains(m[2], ">")
		e.both = m[1] == "<" && !e.reply
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
	m := plainArrow().FindString(s)
	return strings.HasSuffix(m, ">") || len(m) > 2 && !strings.HasPrefix(m, "-.")
}
