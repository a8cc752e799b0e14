package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func quoted(s string) string { return fmt.Sprintf("%q", squeeze(s)) }

// squeeze shortens a text for a message: one line, single blanks, no markup.
func squeeze(s string) string { return squeezeTo(s, 60) }

func squeezeTo(s string, length int) string {
	words := strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\t' || r == '\r' || r == '\n' || r == document.Opaque || r == document.Break
	}), " ")
	if runes := []rune(words); len(runes) > length {
		short := string(runes[:length-3])
		if cut := strings.LastIndexByte(short, ' '); runes[length-3] != ' ' && cut > len(short)/2 { // not within a word
			short = short[:cut]
		}
		return strings.TrimRight(short, " ,;:") + "..."
	}
	return words
}

// spansOf lists where the nodes of a kind stand.
func spansOf(c *document.Content, kind document.Kind) (spans []text.Span) {
	for _, n := range c.Nodes {
		if n.Kind == kind {
			spans = append(spans, n.Span)
		}
	}
	return spans
}

func within(spans []text.Span, at int) bool {
	return slices.ContainsFunc(spans, func(s text.Span) bool { return s.Contains(at) })
}

// trimSpan leaves out the blanks at both ends of a part of words.
func trimSpan(words string, s text.Span) text.Span {
	inner := s.Of(words)
	s.Start += len(inner) - len(strings.TrimLeft(inner, " \t\r\n"))
	s.End -= len(inner) - len(strings.TrimRight(inner, " \t\r\n"))
	return s
}

// containsAny is much faster than an expression, for a few literal words.
func containsAny(s string, words []string) bool {
	for _, word := range words {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}
