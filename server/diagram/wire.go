package diagram

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

var (
	// the arrows of "A ---request--> B", "A -> B" and "A → B" in plain text
	wireArrow  = text.Pattern(`\s+(?:[-=~]+(?:\s?[A-Za-z][\w /().,-]*?)?[-=~]*>|[→⇒⟶])\s+`)
	wireNumber = text.Pattern(`^(?:\d+[:.)]|[-*+])\s+`)
	wireName   = text.Pattern(`^[A-Za-z][\w-]*(?:[ /][A-Za-z0-9][\w-]*){0,3}$`)
)

// readWires reads the lines of a block of plain text that are nothing but names
// with arrows between them, if any of the names is surely a component's.
func (l *local) readWires(c *document.Content, n document.Node) {
	switch n.Language() {
	case "", "text", "txt", "plain", "ascii":
	default:
		return
	}
	var wires [][]mention
	at := n.Inner.Start
	for line := range strings.Lines(n.Inner.Of(c.Source)) {
		if w := readWire(strings.TrimSpace(line), text.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))}); len(w) > 1 {
			wires = append(wires, w)
		}
		at += len(line)
	}
	if slices.ContainsFunc(slices.Concat(wires...), func(m mention) bool { return m.marks&(markWeak|markTech) != 0 }) {
		for _, w := range wires {
			l.addWire(w)
		}
	}
}

// arrowLines cuts a sentence of prose into its lines where more than one of them
// has an arrow: "Client -> Gateway" and what is on the next line are two paths.
func arrowLines(c *document.Content, s document.Sentence) []document.Sentence {
	words := s.Span.Of(c.Prose)
	if !strings.Contains(words, "\n") || !strings.ContainsAny(words, ">→⇒⟶") {
		return []document.Sentence{s}
	}
	var lines []document.Sentence
	arrows, at := 0, s.Span.Start
	for line := range strings.Lines(words) {
		if wireArrow().MatchString(line) {
			arrows++
		}
		lines = append(lines, document.Sentence{Span: text.Span{Start: at, End: at + len(line)}, Block: s.Block})
		at += len(line)
	}
	if arrows < 2 {
		return []document.Sentence{s}
	}
	return lines
}

// readWire returns the names of one line, or nil when it is anything else.
func readWire(line string, span text.Span) []mention {
	if len(line) > 300 || !strings.ContainsAny(line, ">→⇒⟶") {
		return nil
	}
	var ends []mention
	for _, part := range wireArrow().Split(wireNumber().ReplaceAllString(line, ""), -1) {
		m := newDrawn(part, span, Component)
		if !wireName().MatchString(part) || !m.canEndWire(part) || isStep(part) {
			return nil
		}
		m.marks |= markNamed
		m.source = FromProse
		ends = append(ends, m)
	}
	return ends
}

// canEndWire says whether a name in a line of arrows can be a component's: it is
// known to be, or written like a name and not known for data.
func (m mention) canEndWire(name string) bool {
	if m.marks&(markHead|markTech) != 0 {
		return true
	}
	return isCapital(name) && words().nouns[singular(strings.ToLower(lastWord(name)))] == ""
}

func (l *local) addWire(ends []mention) {
	first := len(l.mentions)
	l.mentions = append(l.mentions, ends...)
	for i := 1; i < len(ends); i++ {
		l.relations = append(l.relations, relation{subjects: []int{first + i - 1}, targets: []target{{mentions: []int{first + i}}}, span: ends[i].span})
	}
}
