package sketch

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
