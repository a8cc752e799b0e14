package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// skipSpace passes over "space" and "space:2", which leave a block's place empty.
func (c *flowScanner) skipSpace() {
	if strings.HasPrefix(c.rest(), ":") {
		for c.at++; c.at < len(c.line.text) && c.line.text[c.at] >= '0' && c.line.text[c.at] <= '9'; c.at++ {
		}
	}
	c.skipBlanks()
}

// isIDByte says whether the byte at i belongs to an identifier: a hyphen does
// unless an arrow begins with it.
func isIDByte(s string, i int) bool {
	switch b := s[i]; {
	case b == '-':
		return i+1 < len(s) && s[i+1] != '-' && s[i+1] != '.' && s[i+1] != '>' && !isSpace(s[i+1])
	case b == '.':
		return i+1 < len(s) && isIDByte(s, i+1) && s[i+1] != '-'
	default:
		return b == '_' || b == '/' || b == '*' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
	}
}

var brackets = []struct {
	open, close string
	kind        Kind
	decides     bool
}{
	{"[(", ")]", Store, false}, {"([", "])", Component, false}, {"[[", "]]", Component, false}, {"(((", ")))", Component, false}, {"((", "))", Component, false},
	{"{{", "}}", Component, false}, {"[/", "]", Component, false}, {"[\\", "]", Component, false}, {"[", "]", Component, false}, {"(", ")", Component, false},
	{"{", "}", Component, true}, {">", "]", Component, false},
}

// shape reads "[text]" and its kin behind an identifier.
func (c *flowScanner) shape(s *shape, start int) {
	if strings.HasPrefix(c.rest(), "@{") {
		c.attributes(s)
		return
	}
	for _, b := range brackets {
		if !strings.HasPrefix(c.rest(), b.open) {
			continue
		}
		body := c.rest()[len(b.open):]
		end := closingAt(body, b.close)
		if end < 0 {
			c.at = len(c.line.text)
			end = len(body)
		} else {
			c.at += len(b.open) + end + len(b.close)
		}
		label := strings.Trim(body[:end], "/\\ ")
		for len(label) > 1 && label[0] == '(' && label[len(label)-1] == ')' {
			label = label[1 : len(label)-1] // "[((text))]"
		}
		name, tech := splitLabel(label)
		if name != "" {
			s.name, s.tech = name, tech
			s.span = text.Span{Start: c.line.at + start, End: c.line.at + c.at}
		}
		s.decides = b.decides
		if b.kind != Component {
			s.kind = b.kind
		}
		return
	}
}

// closingAt finds the closing bracket outside of quotes.
func closingAt(s, close string) int {
	quoted := false
	for i := 0; i < len(s); i++ {
		if s[i] == '"' {
			quoted = !quoted
		} else if !quoted && strings.HasPrefix(s[i:], close) {
			return i
		}
	}
	return -1
}

// attributes reads "@{ shape: cyl, label: "Orders" }".
func (c *flowScanner) attributes(s *shape) {
	end := closingAt(c.rest(), "}")
	if end < 0 {
		c.at = len(c.line.text)
		return
	}
	body := c.rest()[2:end]
	c.at += end + 1
	for _, field := range strings.Split(body, ",") {
		key, value, _ := strings.Cut(field, ":")
		switch value = plainLabel(value); strings.TrimSpace(key) {
		case "label":
			s.name = value
		case "shape":
			switch value {
			case "cyl", "cylinder", "database", "db", "lin-cyl", "disk":
				s.kind = Store
			case "das", "h-cyl":
				s.kind = Queue
			case "diam", "decision", "diamond", "question":
				s.decides = true
			}
		}
	}
}
