package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	inherits  = lazily(`^(?:class\s+)?(\w+)\s+(extends|implements|:)\s+(\w+)\s*(\{?)$`)
	cardinals = lazily(`^(\w+)\s+([\d.*]+|\w)\s+([-.<|*o]*[-.]{2}[->|*o.]*)\s+([\d.*]+|\w)\s+(\w+\s*(?::.*)?)$`)
)

// extends writes inheritance as mermaid does. A body stays with the class.
func extends(s *scene, l line) []text.Edit {
	m := inherits().FindStringSubmatch(l.text)
	if m == nil || m[2] == ":" && !strings.HasPrefix(l.text, "class") {
		return nil
	}
	arrow := " <|-- "
	if m[2] == "implements" {
		arrow = " <|.. "
	}
	put := m[3] + arrow + m[1]
	if m[4] != "" {
		put += text.EOL(s.source) + s.indent(l) + "class " + m[1] + " {"
	}
	return []text.Edit{l.replace(0, len(l.text), put)}
}

func quoteBoth(_ *scene, l line) []text.Edit {
	m := cardinals().FindStringSubmatch(l.text)
	if m == nil {
		return nil
	}
	return []text.Edit{l.replace(0, len(l.text), m[1]+` "`+m[2]+`" `+m[3]+` "`+m[4]+`" `+m[5])}
}

var quotedName = lazily(`^class\s+"([^"]+)"`)

func quotedClass(_ *scene, l line) []text.Edit {
	m := quotedName().FindStringSubmatch(l.text)
	if m == nil {
		return nil
	}
	return []text.Edit{l.replace(0, len(m[0]), "class "+identifier(m[1])+`["`+m[1]+`"]`)}
}

// braceUp moves a brace that stands alone to the end of the line before it.
func braceUp(s *scene, l line) []text.Edit {
	if l.text != "{" {
		return nil
	}
	before := strings.TrimRight(s.source[:l.span.Start], blanks)
	return []text.Edit{{Span: text.Span{Start: len(before), End: l.span.End}, New: " {"}}
}

// directionLine moves a direction from the first line to one of its own.
func directionLine(s *scene) (text.Span, []text.Edit) {
	said := strings.TrimSpace(s.source[s.keyword.End:s.header.End])
	if !directions[strings.ToUpper(said)] {
		return text.Span{}, nil
	}
	return s.header, []text.Edit{{
		Span: text.Span{Start: s.keyword.End, End: s.header.End},
		New:  text.EOL(s.source) + "  direction " + strings.ToUpper(said),
	}}
}
