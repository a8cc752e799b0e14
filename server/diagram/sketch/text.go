package sketch

import (
	"strings"

	"github.com/rivo/uniseg"
)

// canvas holds characters, each in as many cells as it takes.
type canvas struct {
	w, h  int
	cells []string // "" is the second cell of a wide character
	glyphs
}

// text draws a scene with characters.
func (s *scene) text(w, h int, g glyphs) string {
	c := &canvas{w: w, h: h, cells: make([]string, w*h), glyphs: g}
	for i := range c.cells {
		c.cells[i] = " "
	}
	for _, f := range s.frames {
		c.frame(f)
	}
	c.strokes(s.lines)
	for _, f := range s.frames {
		c.titles(f)
	}
	for _, b := range s.boxes {
		c.box(b)
	}
	for _, l := range s.lines {
		c.ends(l)
	}
	for _, l := range s.labels {
		for i, line := range l.lines {
			c.write(l.at.x+(l.width-columns(line))/2, l.at.y+i, line)
		}
	}
	return c.String()
}

func (c *canvas) String() string {
	var b strings.Builder
	for y := range c.h {
		b.WriteString(strings.TrimRight(strings.Join(c.cells[y*c.w:(y+1)*c.w], ""), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

func (c *canvas) put(x, y int, s string) {
	if x >= 0 && y >= 0 && x < c.w && y < c.h {
		c.cells[y*c.w+x] = s
	}
}

func (c *canvas) get(x, y int) string {
	if x < 0 || y < 0 || x >= c.w || y >= c.h {
		return " "
	}
	return c.cells[y*c.w+x]
}

// write puts a text, a character as a reader sees it into each cell or two.
func (c *canvas) write(x, y int, s string) {
	state := -1
	for s != "" {
		var cluster string
		var width int
		cluster, s, width, state = uniseg.FirstGraphemeClusterInString(s, state)
		if width == 0 {
			continue
		}
		c.put(x, y, cluster)
		for i := 1; i < width; i++ {
			c.put(x+i, y, "")
		}
		x += width
	}
}

// rule draws a line of a border.
func (c *canvas) rule(x, y, w int, first, middle, last string) {
	c.put(x, y, first)
	for i := x + 1; i < x+w-1; i++ {
		c.put(i, y, middle)
	}
	c.put(x+w-1, y, last)
}

func (c *canvas) border(a area, corners [4]string, sideways, upright string) {
	c.rule(a.x, a.y, a.w, corners[0], sideways, corners[1])
	for y := a.y + 1; y < a.bottom(); y++ {
		c.put(a.x, y, upright)
		c.put(a.right(), y, upright)
	}
	c.rule(a.x, a.bottom(), a.w, corners[2], sideways, corners[3])
}

func (c *canvas) frame(f frame) {
	c.border(f.area, c.square, c.faint, c.faintUp)
	for _, d := range f.dividers {
		c.rule(f.x, d.y, f.w, c.teeLeft, c.faint, c.teeRight)
	}
}

// titles stand above what crosses the borders.
func (c *canvas) titles(f frame) {
	if f.title != "" {
		c.write(f.x+1, f.y, " "+f.title+" ")
	}
	for _, d := range f.dividers {
		if d.title != "" {
			c.write(f.x+1, d.y, " "+d.title+" ")
		}
	}
}

// box draws a node. What kind it is shows in its corners, and in its first line
// where corners do not say it.
func (c *canvas) box(b box) {
	switch b.shape {
	case begin, finish:
		c.write(b.x, b.y, map[shape]string{begin: c.begin, finish: c.finish}[b.shape])
		return
	case bar:
		c.write(b.x, b.y, strings.Repeat(c.heavy, b.w))
		return
	}
	for y := b.y; y < b.y+b.h; y++ {
		c.write(b.x, y, strings.Repeat(" ", b.w))
	}
	c.outline(b)
	c.parts(b)
}

// outline is the border of a box.
func (c *canvas) outline(b box) {
	corners, sideways := c.square, c.sideways
	switch b.shape {
	case round, person:
		corners = c.round
	case store:
		corners, sideways = c.store, c.double
	case choice:
		corners = c.choice
	}
	c.border(b.area, corners, sideways, c.upright)
}

// parts are the lines in a box: the name in the middle, and rows below a rule.
func (c *canvas) parts(b box) {
	y := b.y + 1
	if len(b.parts) == 1 {
		y = b.y + (b.h-len(b.parts[0]))/2
	}
	for i, part := range b.parts {
		if i > 0 {
			c.rule(b.x, y, b.w, c.teeLeft, c.sideways, c.teeRight)
			y++
		}
		for _, line := range part {
			x := b.x + 2
			if i == 0 {
				x = b.x + (b.w-columns(line))/2
			}
			c.write(x, y, line)
			y++
		}
	}
}
