package draw

import (
	"strings"

	"github.com/designls/designls/server/diagram"
)

// call is a line of a C4 diagram. Arguments are escaped; empty ones at the end are
// left out.
func (s *script) call(indent, name string, id string, args ...string) {
	for len(args) > 0 && args[len(args)-1] == "" {
		args = args[:len(args)-1]
	}
	parts := []string{id}
	for _, a := range args {
		parts = append(parts, `"`+plain(a)+`"`)
	}
	s.line("%s%s(%s)", indent, name, strings.Join(parts, ", "))
}

// plain replaces what a C4 diagram cannot show by what looks alike: entities are
// shown as they are written in boxes whose text is wrapped.
func plain(s string) string {
	return direction.ReplaceAllString(lookalike.Replace(clean(s)), "${1}\u2060 ") // a joiner, which is not seen
}

var lookalike = strings.NewReplacer(`"`, "'", "<", "‹", ">", "›", "&", "+", ";", ",", "`", "'", `\`, "/", "%%", "%", "$", "＄", "{", "(", "}", ")")

// rel is an arrow of a C4 diagram, with its colors and the place of its text.
func (s *script) rel(l *link, by offset) {
	s.call("  ", "Rel", l.from.id+", "+l.to.id, l.uses(), l.how())
	s.line("  UpdateRelStyle(%s, %s, $textColor=%q, $lineColor=%q, $offsetX=\"%d\", $offsetY=\"%d\")", l.from.id, l.to.id, gray, gray, by.x, by.y)
}

// frame opens a boundary; the caller closes it with "}".
func (s *script) frame(indent, keyword, id, name string) {
	s.line(`%s%s(%s, "%s") {`, indent, keyword, id, plain(name))
}

func (s *script) paintFrame(id string) {
	s.line("  UpdateElementStyle(%s, $fontColor=%q, $borderColor=%q)", id, gray, gray)
}

func (s *script) paintBox(b *box) {
	c := paintOf(b.kind)
	s.line("  UpdateElementStyle(%s, $bgColor=%q, $fontColor=\"#ffffff\", $borderColor=%q)", b.id, c.fill, c.border)
}

// uses is the text at an arrow: what the document says, else what is done there.
func (l *link) uses() string {
	for _, s := range []string{l.label(), l.access(), l.protocol()} {
		if s != "" {
			return s
		}
	}
	return "uses"
}

// how is the technology at an arrow of a C4 diagram.
func (l *link) how() string {
	parts := []string{}
	if p := l.protocol(); p != "" && p != l.uses() {
		parts = append(parts, p)
	}
	if l.async() {
		parts = append(parts, "async")
	}
	return strings.Join(parts, ", ")
}

// element is the C4 name of a kind of box in a container diagram.
func element(k diagram.Kind) string {
	switch k {
	case diagram.Person:
		return "Person"
	case diagram.System:
		return "System"
	case diagram.Store, diagram.Cache:
		return "ContainerDb"
	case diagram.Queue:
		return "ContainerQueue"
	case diagram.External:
		return "System_Ext"
	}
	return "Container"
}

// technology and what a box does, as far as the document says.
func (b *box) technology() string {
	if len(b.nodes) > 1 {
		return ""
	}
	s, _ := shorten(b.nodes[0].Technology, 3, 24)
	if s == "" && b.kind == diagram.Cache {
		return "cache"
	}
	return s
}

func (b *box) about() string {
	if len(b.nodes) > 1 {
		return ""
	}
	s, _ := shorten(b.nodes[0].Description, aboutWords, aboutRunes)
	return s
}
