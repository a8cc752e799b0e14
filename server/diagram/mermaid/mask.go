package mermaid

import (
	"strings"
)

// bare is a line with what authors say in it made invisible, so that signs in it
// are those of the language: quoted text, labels of nodes and arrows, messages. It
// is as long as the line.
func (o *outline) bare(l line) string {
	switch o.kind {
	case Flowchart:
		return maskLabels(l.text)
	case Sequence:
		return maskMessage(l.text)
	}
	return maskQuotes(l.text)
}

var inQuotes = lazily(`"[^"]*"`)

func maskQuotes(s string) string {
	return inQuotes().ReplaceAllStringFunc(s, masked)
}

// masked is a stand-in of the same length that matches \w, so that patterns see a
// word.
func masked(s string) string { return strings.Repeat("_", len(s)) }

func maskLabels(s string) string {
	s = maskQuotes(s)
	for _, l := range labels(s) {
		s = s[:l.start] + masked(s[l.start:l.end]) + s[l.end:]
	}
	return s
}

func maskMessage(s string) string {
	i := strings.IndexByte(s, ':')
	if i < 0 {
		return s
	}
	said := strings.TrimLeft(s[i+1:], " \t")
	return s[:len(s)-len(said)] + masked(said)
}
