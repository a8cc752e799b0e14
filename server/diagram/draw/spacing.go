package draw

import (
	"math"
	"strings"
)

// Mermaid puts the boxes of a C4 diagram into rows in the order in which they are
// declared, and frames one below the other. These are the sizes that it works with,
// in pixels; TestTheGridIsWhereMermaidPutsBoxes compares them with a browser.
const (
	marginAbove = -10   // brings the title of a picture near its top and near the boxes
	frameHead   = 36.0  // what the title of a frame takes
	besideName  = 42.0  // what a box is wider than its name
	besideQueue = 30.0  // what a queue is wider than other boxes, at most
	slack       = 7.0   // by which widths of names are thought too large; see textWidth
	besideWord  = 1.08  // what a word is wider than the room at which mermaid cuts it
	nameSize    = 14.0  // of names in boxes; mermaid 11 has 16 and more room beside them
	narrowest   = 800.0 // of the screens on which a row is not broken
)

// spacing is how wide boxes are, how far they are from each other, and how far a frame is
// from the one around it, in pixels. A text has to fit beside an arrow.
type spacing struct{ box, gap, indent float64 }

// spacingOf is generous where rows are short: mermaid breaks those that are wider than the
// screen, and then all arrows lead elsewhere. The title of a picture begins four indents
// left of the middle, which is why it has wide ones where it is narrow.
func spacingOf(columns, depth int) spacing {
	switch {
	case columns < 2:
		return spacing{box: 180, gap: 90, indent: 40} // no text stands between two in a row
	case columns < 3:
		return spacing{box: 180, gap: 130, indent: 50}
	}
	s := spacing{box: 150, indent: 16}
	n := float64(columns)
	s.gap = 2 * math.Floor((narrowest-1-float64(2+depth)*s.indent-n*(s.box+slack)-besideQueue)/(2*n-1))
	return s
}

// room is how wide a line of text in a box may be.
func (s spacing) room() float64 { return s.box - besideName }

// measure is about what mermaid makes of a box with such texts, where a box is at least so wide.
func (b *box) measure(least float64) (width, height float64) {
	if b.space() {
		return least, 71
	}
	inner := least - besideName
	lines := func(text string, size float64) float64 { return folded(fold(plain(text), size, false, inner)) }
	more := 15 * (folded(fold(plain(b.label), nameSize, true, inner+slack)) - 1)
	if about := b.about(); about != "" {
		more += 14 * lines(about, textSize)
	}
	shape := element(b.kind)
	if strings.HasPrefix(shape, "Container") {
		more += 12 * (lines("Container: "+b.technology(), 10.5) - 1)
	}
	for word := range strings.FieldsSeq(b.label) {
		if textWidth(word, nameSize, true) > inner+slack {
			least = besideName + inner*besideWord
			break
		}
	}
	switch shape {
	case "Person":
		return least, 143 + more
	case "ContainerDb":
		return least, 95 + more
	case "ContainerQueue":
		high := 41 + more
		return least + 1.5*high/(2.5+high/50), high // a cylinder that lies on its side
	}
	return least, 71 + more
}

// textWidth is about how wide a text is. Fonts differ, so it is on the safe side.
func textWidth(s string, size float64, strong bool) float64 {
	em := 0.0
	for _, r := range s {
		switch {
		case r > 0x1000:
			em += 1.1
		case r > 0x250:
			em += 0.7
		default:
			em += 0.54
		}
	}
	if strong {
		em *= 1.04
	}
	return float64(em * size)
}
