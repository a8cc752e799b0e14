package diagram

import (
	"strings"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

// A drawing is a picture of boxes, names and arrows that is drawn with characters:
//
//	+--------+  orders  +-------+
//	| Client |--------->| Queue |
//	+--------+          +-------+
type drawing struct {
	source string
	rows   [][]rune
	starts []int   // offset of each row in the source
	border [][]int // index of the box whose border a cell belongs to, plus one
	boxes  []drawnBox
	steps  int // how much may still be looked at: a drawing is read in bounded time
	*picture
}

// The largest drawing that is read, and how many cells may be looked at in it.
const (
	mostRows, mostColumns = 160, 240
	mostSteps             = 400_000
)

// readDrawing reads what is drawn in a block of plain text, or returns nil where
// there is no arrow between names.
func readDrawing(source string) *picture {
	if !mayDraw(source) {
		return nil
	}
	return newDrawing(source).read()
}

func newDrawing(source string) *drawing {
	return &drawing{source: source, steps: mostSteps, picture: &picture{kind: "drawing", byID: map[string]int{}}}
}

func (d *drawing) read() *picture {
	if !d.lay() {
		return nil
	}
	d.findBoxes()
	d.nest()
	d.readArrows()
	if len(d.edges) == 0 || len(d.boxes) == 0 && !d.picture.namesParts() {
		return nil
	}
	d.picture.splitPairs()
	return d.picture
}

func (d *drawing) readArrows() {
	for y := range d.rows {
		for x := range d.rows[y] {
			if dir, ok := d.headAt(y, x); ok {
				d.readArrow(y, x, dir)
				if strings.ContainsRune("↔⇄⇔⟷", d.rows[y][x]) {
					d.readArrow(y, x, dir.back())
				}
			}
		}
	}
}

// splitPairs makes two nodes of "A/B", which stands for either.
func (p *picture) splitPairs() {
	for i := range p.nodes {
		first, second, ok := strings.Cut(p.nodes[i].name, "/")
		if !ok || !isCapital(first) || !isCapital(second) || strings.ContainsAny(first+second, " /") {
			continue
		}
		p.nodes[i].name = first
		twin := len(p.nodes)
		p.nodes = append(p.nodes, p.nodes[i])
		p.nodes[twin].id, p.nodes[twin].name = p.nodes[i].id+" 2", second
		for _, e := range p.edges {
			if e.from == i {
				e.from = twin
			}
			if e.to == i {
				e.to = twin
			}
			if e.from == twin || e.to == twin {
				p.edges = append(p.edges, e)
			}
		}
	}
}

// mayDraw is a cheap test for something that may be an arrow.
func mayDraw(source string) bool {
	for _, s := range []string{"->", "<-", "=>", "<=", "~>", "<~"} {
		if strings.Contains(source, s) {
			return true
		}
	}
	return strings.ContainsAny(source, arrowRunes[3:]) || strings.ContainsAny(source, "|│┃║") && strings.ContainsAny(source, "vV^")
}

// lay puts the characters on a grid. It returns false for what is too large.
func (d *drawing) lay() bool {
	at := 0
	for l := range strings.Lines(d.source) {
		body := strings.TrimRight(l, " \t\r\n")
		if len(d.rows) == mostRows || len(body) > 4*mostColumns {
			return false
		}
		row := make([]rune, 0, len(body))
		for _, r := range body {
			if row = append(row, r); r == '\t' {
				row[len(row)-1] = ' '
				for len(row)%8 != 0 {
					row = append(row, ' ')
				}
			}
		}
		if len(row) > mostColumns {
			return false
		}
		d.rows, d.starts = append(d.rows, row), append(d.starts, at)
		d.border = append(d.border, make([]int, len(row)))
		at += len(l)
	}
	return true
}

// at is the character of a cell, a space outside of the drawing.
func (d *drawing) at(y, x int) rune {
	d.steps--
	if y < 0 || y >= len(d.rows) || x < 0 || x >= len(d.rows[y]) {
		return ' '
	}
	return d.rows[y][x]
}

// span is the part of a row between two columns, as bytes of the source.
func (d *drawing) span(y, from, to int) text.Span {
	line, column, s := d.source[d.starts[y]:], 0, text.Span{}
	for i, r := range line {
		if column <= from {
			s.Start = i
		}
		if column >= to || r == '\n' {
			break
		}
		s.End = i + utf8.RuneLen(r)
		if column++; r == '\t' {
			column += (8 - column%8) % 8
		}
	}
	return s.Shift(d.starts[y])
}

// namesParts says whether an end of an arrow between names without boxes is surely
// a component.
func (p *picture) namesParts() bool {
	for _, n := range p.nodes {
		if m := newDrawn(n.name, n.span, n.kind); m.marks&(markWeak|markTech) != 0 {
			return true
		}
	}
	return false
}
