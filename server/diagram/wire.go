package diagram

import (
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

// readDrawn reads what is drawn with characters in a block of plain text.
func (l *local) readDrawn(c *document.Content, i int, n document.Node) {
	switch n.Language() {
	case "", "text", "txt", "plain", "plaintext", "ascii", "none", "diagram", "ditaa", "svgbob", "goat", "asciiart":
		l.addPicture(readDrawing(unquote(c, i, n.Inner)), n.Inner.Start)
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

// canEndWire says whether a name in a line of arrows can be a component's: it is
// known to be, or written like a name and not known for data.
func (m mention) canEndWire(name string) bool {
	if m.marks&(markHead|markTech) != 0 {
		return true
	}
	return isCapital(name) && words().nouns[Singular(strings.ToLower(lastWord(name)))] == ""
}
