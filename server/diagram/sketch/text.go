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
	corners := c.square
	switch b.shape {
	case round, person:
		corners = c.round
	case store:
		corners = c.store
	case choice:
		corners = c.choice
	}
	sideways := c.sideways
	if b.shape == store {
		sideways = c.double
	}
	c.border(b.area, corners, sideways, c.upright)
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

// The sides of a cell that a line touches.
const (
	toRight = 1 << iota
	toDown
	toLeft
	toUp
)

// strokes draws all lines, and joins where they turn and cross.
func (c *canvas) strokes(lines []stroke) {
	touched := map[point]int{}
	styles := map[point]style{}
	for _, l := range lines {
		full := append(append([]point{l.from}, l.path...), l.to)
		for i, p := range full {
			if i == 0 || i == len(full)-1 {
				continue // a border's cell
			}
			touched[p] |= sideTo(p, full[i-1]) | sideTo(p, full[i+1])
			if _, crossed := styles[p]; !crossed || l.style == solid {
				styles[p] = l.style
			}
		}
	}
	for p, sides := range touched {
		under := c.get(p.x, p.y)
		switch {
		case sides == toLeft|toRight && under == c.faintUp, sides == toUp|toDown && under == c.faint:
			c.put(p.x, p.y, c.joints[toLeft|toRight|toUp|toDown])
		case sides == toLeft|toRight && styles[p] == dotted:
			c.put(p.x, p.y, c.dotted)
		case sides == toUp|toDown && styles[p] == dotted:
			c.put(p.x, p.y, c.dottedUp)
		case sides == toLeft|toRight && styles[p] == thick:
			c.put(p.x, p.y, c.heavy)
		case sides == toUp|toDown && styles[p] == thick:
			c.put(p.x, p.y, c.heavyUp)
		case sides == toUp|toDown && styles[p] == life:
			c.put(p.x, p.y, c.faintUp)
		default:
			c.put(p.x, p.y, c.joints[sides])
		}
	}
}

func sideTo(p, q point) int {
	switch {
	case q.x > p.x:
		return toRight
	case q.x < p.x:
		return toLeft
	case q.y > p.y:
		return toDown
	case q.y < p.y:
		return toUp
	}
	return 0
}

// ends draws the marks of a line, and where it leaves a border.
func (c *canvas) ends(l stroke) {
	if l.style == life {
		return
	}
	first, last := l.path[0], l.path[len(l.path)-1]
	c.end(first, l.from, l.start)
	c.end(last, l.to, l.end)
}

func (c *canvas) end(p, border point, m mark) {
	d := sideTo(p, border)
	if m != bare {
		c.put(p.x, p.y, c.head(m, d))
		return
	}
	if at := c.get(border.x, border.y); at == c.sideways || at == c.upright {
		c.put(border.x, border.y, c.joints[sideTo(border, p)|map[bool]int{true: toUp | toDown, false: toLeft | toRight}[d == toLeft || d == toRight]])
	}
}

// head is a mark as it looks in a direction.
func (g glyphs) head(m mark, d int) string {
	if s, ok := g.heads[m][d]; ok {
		return s
	}
	return g.heads[m][0]
}
