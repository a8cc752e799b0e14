package draw

import (
	"strings"

	"github.com/designls/designls/server/diagram"
)

// text is what stands at an arrow of a C4 diagram.
func (l *link) text() string { return l.pair()[0] }

// how is the technology at an arrow of a C4 diagram.
func (l *link) how() string { return l.pair()[1] }

// pair are the text and the technology at an arrow, or its number.
func (l *link) pair() []string {
	if l.written == nil {
		l.written = []string{l.said(), l.technology()}
		if l.number > 0 {
			l.written = []string{itoa(l.number), ""}
		}
		l.width = textWidth(l.written[0], textSize, false)
		if how := l.written[1]; how != "" {
			l.width = max(l.width, textWidth(how, textSize, false)+2*textSize)
		}
	}
	return l.written
}

// wide is how much room the text at an arrow takes.
func (l *link) wide() float64 {
	l.pair()
	return l.width
}

// said is the text at an arrow: what the document says, else what is done there. It is
// empty where the document says no more than that there is an arrow.
func (l *link) said() string {
	for _, s := range []string{l.label(), l.access(), l.protocol()} {
		if s != "" {
			return s
		}
	}
	return ""
}

// technology is by what and how something goes along an arrow.
func (l *link) technology() string {
	parts := []string{}
	if p := l.protocol(); p != "" && p != l.said() {
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
	return gist(b.nodes[0].Description)
}
