// Package sketch draws what a mermaid diagram shows, as text for a terminal or a
// hover and as SVG, without a browser.
//
// What a diagram shows is what mermaid's own parser has read in it. A drawing
// holds all of that or is not made: no line lies on another, and every label
// stands at its line. What is too large becomes a list, or a sentence that counts.
//
// The package does no I/O.
package sketch

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
)

// Reader reads what a diagram shows; *mermaid.Grammar does.
type Reader interface {
	Read(ctx context.Context, source string) (mermaid.Reading, error)
}

// Limits are how large a drawing may be, in columns and rows. Zero is no limit.
type Limits struct {
	Columns, Rows int
	ASCII         bool // no characters but those of ASCII, except in labels
}

// Drawing is a diagram as text.
type Drawing struct {
	Text  string // "" when it does not fit, or is of a kind that is not drawn
	List  bool   // the text lists the arrows, since a picture does not fit
	About string // a sentence: what kind it is, and how much is in it
}

// ErrNotDrawn is the error for a kind of diagram that only a browser draws.
var ErrNotDrawn = errors.New("only a browser draws diagrams of this kind; look at it in a Markdown preview")

// Text draws a source. The error is one of the reader's, such as
// mermaid.ErrUnreadable; what does not fit is none.
func Text(ctx context.Context, r Reader, source string, l Limits) (Drawing, error) {
	reading, err := r.Read(ctx, source)
	if err != nil {
		return Drawing{}, err
	}
	d := Drawing{About: about(reading)}
	if len(reading.Nodes) == 0 {
		return d, nil
	}
	glyphs := unicodeGlyphs
	if l.ASCII {
		glyphs = asciiGlyphs
	}
	s, w, h, err := fit(ctx, reading, l, columns)
	switch {
	case err != nil:
		return Drawing{}, err
	case s != nil:
		d.Text = s.text(w, h, glyphs) + key(s)
	default:
		d.Text, d.List = list(reading, l)
	}
	return d, nil
}

// ErrTooLarge is the error for a diagram of which no picture can be made.
var ErrTooLarge = errors.New("the diagram is too large or too dense to be drawn here; look at it in a Markdown preview, or split it into several")

// ErrEmpty and ErrAstray are the errors for diagrams in which there is nothing, and
// of which a part refers to what is not there.
var (
	ErrEmpty  = errors.New("there is nothing in the diagram that could be drawn")
	ErrAstray = errors.New("an arrow or a group of the diagram refers to something that is not in it; mend the diagram first")
)

// Key is the identity of a drawing, for those who keep them.
func Key(source string, l Limits) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%v %s", l, source))
}

// kinds are the diagrams as a sentence calls them, with their nodes and lines.
var kinds = map[mermaid.Kind]struct{ name, node, line string }{
	mermaid.Flowchart: {"A flowchart", "box", "arrow"},
	mermaid.State:     {"A state diagram", "state", "transition"},
	mermaid.Class:     {"A class diagram", "class", "relation"},
	mermaid.ER:        {"An entity-relationship diagram", "entity", "relation"},
	mermaid.C4:        {"A C4 diagram", "element", "relation"},
	mermaid.Sequence:  {"A sequence diagram", "participant", "message"},
}

// about is a sentence on what a diagram is.
func about(r mermaid.Reading) string {
	k, ok := kinds[r.Kind]
	if !ok {
		return fmt.Sprintf("%s: %v.", r.Kind, ErrNotDrawn)
	}
	nodes, groups, lines := 0, 0, len(r.Edges)
	for _, n := range r.Nodes {
		switch s := shapeOf(n.Shape); {
		case n.Shape == "noteGroup":
		case n.Group:
			groups++
		case s != begin && s != finish && s != bar && s != note:
			nodes++
		}
	}
	for _, s := range r.Steps {
		if isMessage(s) {
			lines++
		}
	}
	said := fmt.Sprintf("%s of %s", k.name, count(nodes, k.node))
	if groups > 0 {
		said += " in " + count(groups, "group")
	}
	return said + " and " + count(lines, k.line) + "."
}

var plurals = map[string]string{"box": "boxes", "class": "classes", "entity": "entities"}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if many, ok := plurals[what]; ok {
		return fmt.Sprintf("%d %s", n, many)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// keys explain the marks that are not arrows.
var keys = []struct {
	mark mark
	text string
}{
	{one, "1 exactly one"}, {noneOrOne, "? none or one"}, {oneOrMore, "+ one or more"}, {anyNumber, "* any number"},
}

// key is a line that explains the marks of a drawing, "" when there is none to be
// explained.
func key(s *scene) string {
	used := map[mark]bool{}
	for _, l := range s.lines {
		used[l.start], used[l.end] = true, true
	}
	var said []string
	for _, k := range keys {
		if used[k.mark] {
			said = append(said, k.text)
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "\n" + strings.Join(said, "   ") + "\n"
}
