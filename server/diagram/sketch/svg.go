package sketch

import (
	"context"
	"fmt"
	"math"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/svg"
)

// A cell of the grid in a picture, and the size of its text, in pixels.
const (
	cellWidth, cellHeight = 8.0, 17.0
	textSize              = 13.0
	border                = 16.0 // around everything
)

// pixels measures a text for a picture, in cells.
func pixels(s string) int { return int(math.Ceil(svg.Width(s, textSize) / cellWidth)) }

// SVG draws a source as a picture with a title, which the diagram's own takes the
// place of. The error is one of the reader's or of this package.
func SVG(ctx context.Context, r Reader, source, title string) ([]byte, error) {
	reading, err := r.Read(ctx, source)
	if err != nil {
		return nil, err
	}
	if _, drawn := kinds[reading.Kind]; !drawn {
		return nil, fmt.Errorf("%s: %w", reading.Kind, ErrNotDrawn)
	}
	if len(reading.Nodes) == 0 {
		return nil, ErrEmpty
	}
	if _, sound := newTree(reading); !sound {
		return nil, ErrAstray
	}
	s, w, h, err := fit(ctx, reading, Limits{}, pixels)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return nil, ErrTooLarge
	}
	if reading.Title != "" {
		title = reading.Title
	}
	p := s.picture(w, h, title, describe(reading))
	return p, svg.Check(p)
}

// describe tells those who do not see a picture what is in it.
func describe(r mermaid.Reading) string {
	said, _ := list(r, Limits{})
	return about(r) + "\n" + said
}

// pen draws a scene into a picture.
type pen struct{ *svg.Picture }

func (s *scene) picture(w, h int, title, description string) []byte {
	width, height := float64(w)*cellWidth+2*border, float64(h)*cellHeight+2*border
	p := pen{svg.New(width, height, title, description)}
	for _, f := range s.frames {
		p.frame(f)
	}
	for _, l := range s.lines {
		p.stroke(l)
	}
	for _, f := range s.frames {
		p.titles(f)
	}
	for _, b := range s.boxes {
		p.box(b)
	}
	for _, l := range s.labels {
		p.label(l)
	}
	return p.Bytes()
}

// at is the middle of a cell.
func at(p point) svg.Point {
	return svg.Point{X: border + (float64(p.x)+0.5)*cellWidth, Y: border + (float64(p.y)+0.5)*cellHeight}
}

// rect is a border's line: through the middle of its cells.
func rect(a area) (x, y, w, h float64) {
	q := at(point{a.x, a.y})
	return q.X, q.Y, float64(a.w-1) * cellWidth, float64(a.h-1) * cellHeight
}

func (p pen) frame(f frame) {
	x, y, w, h := rect(f.area)
	p.Rect(x, y, w, h, 3, svg.Frame)
	for _, d := range f.dividers {
		p.Line([]svg.Point{at(point{f.x, d.y}), at(point{f.right(), d.y})}, svg.Frame)
	}
}

func (p pen) titles(f frame) {
	p.caption(f.x+1, f.y, f.title, svg.Quiet)
	for _, d := range f.dividers {
		p.caption(f.x+1, d.y, d.title, svg.Quiet)
	}
}

// caption is a text on a line, which it covers.
func (p pen) caption(x, y int, s string, c svg.Class) {
	if s == "" {
		return
	}
	q := at(point{x, y})
	p.Rect(q.X, q.Y-cellHeight/2, float64(pixels(s)+1)*cellWidth, cellHeight, 0, svg.Page)
	p.Text(q.X+cellWidth/2, q.Y, 12, svg.Start, s, c)
}

func (p pen) label(l label) {
	q := at(l.at)
	middle := q.X + float64(l.width-1)*cellWidth/2
	for i, line := range l.lines {
		y := q.Y + float64(i)*cellHeight
		w := svg.Width(line, textSize-1) + 4
		p.Rect(middle-w/2, y-cellHeight/2, w, cellHeight, 0, svg.Page)
		p.Text(middle, y, textSize-1, svg.Middle, line, svg.Ink)
	}
}

var boxClasses = map[shape]svg.Class{store: svg.Store, person: svg.Person, outside: svg.Outside, note: svg.Note}

func (p pen) box(b box) {
	x, y, w, h := rect(b.area)
	c, ok := boxClasses[b.shape]
	if !ok {
		c = svg.Box
	}
	switch b.shape {
	case begin:
		p.Ellipse(x, y, 6, 6, svg.Head)
		return
	case finish:
		p.Ellipse(x, y, 7, 7, svg.Hollow)
		p.Ellipse(x, y, 4, 4, svg.Head)
		return
	case bar:
		p.Rect(x, y-3, w, 6, 0, svg.Head)
		return
	case round, person:
		p.Rect(x, y, w, h, 9, c)
	case store:
		p.Rect(x, y, w, h, 3, c)
		p.Line([]svg.Point{{X: x, Y: y + 4}, {X: x + w, Y: y + 4}}, withoutFill(c))
	case choice:
		p.Shape([]svg.Point{{X: x + 8, Y: y}, {X: x + w - 8, Y: y}, {X: x + w, Y: y + h/2}, {X: x + w - 8, Y: y + h}, {X: x + 8, Y: y + h}, {X: x, Y: y + h/2}}, c)
	default:
		p.Rect(x, y, w, h, 3, c)
	}
	p.parts(b, c)
}

func withoutFill(c svg.Class) svg.Class {
	c.Name, c.Fill, c.DarkFill = c.Name+"-line", "", ""
	return c
}

func (p pen) parts(b box, c svg.Class) {
	row := b.y + 1
	if len(b.parts) == 1 {
		row = b.y + (b.h-len(b.parts[0]))/2
	}
	middle := at(point{b.x, b.y}).X + float64(b.w-1)*cellWidth/2
	lift := 0.0 // what stands in an even number of rows stands half a row lower
	if len(b.parts) == 1 && (b.h-len(b.parts[0]))%2 == 1 {
		lift = cellHeight / 2
	}
	for i, part := range b.parts {
		if i > 0 {
			p.Line([]svg.Point{at(point{b.x, row}), at(point{b.right(), row})}, withoutFill(c))
			row++
		}
		for _, line := range part {
			q := at(point{b.x + 2, row})
			if i > 0 {
				p.Text(q.X, q.Y, textSize-1, svg.Start, line, svg.Ink)
			} else {
				p.Text(middle, q.Y+lift, textSize, svg.Middle, line, svg.Ink)
			}
			row++
		}
	}
}
