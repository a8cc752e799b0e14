package diagram

import (
	"slices"
	"strings"
)

// direction is a step on the grid.
type direction struct{ y, x int }

var (
	toRight, toLeft = direction{0, 1}, direction{0, -1}
	toBottom, toTop = direction{1, 0}, direction{-1, 0}
)

func (v direction) back() direction { return direction{-v.y, -v.x} }

// arrowRunes are the characters that show where an arrow points, but for letters.
const arrowRunes = "<>^→←↓↑▶►◀◄▼▲⇒⟶⟵↔⇄⇔⟷"

// headAt says where the head of an arrow at a cell points.
func (d *drawing) headAt(y, x int) (direction, bool) {
	var v direction
	switch r := d.rows[y][x]; {
	case r == '>' || strings.ContainsRune("→▶►⇒⟶", r):
		v = toRight
	case r == '<' || strings.ContainsRune("←◀◄⟵", r):
		v = toLeft
	case r == 'v' || r == 'V' || strings.ContainsRune("↓▼", r):
		v = toBottom
	case r == '^' || strings.ContainsRune("↑▲", r):
		v = toTop
	case strings.ContainsRune("↔⇄⇔⟷", r):
		v = toRight
	default:
		return v, false
	}
	if r := d.rows[y][x]; r > 0x7f {
		return v, !d.isInLabel(y, x)
	}
	tail := d.at(y-v.y, x-v.x)
	switch {
	case v.x != 0 && !isAcross(tail), v.y != 0 && !isDown(tail) && !isJoint(tail) && d.shiftOf(y, x, v) == 0:
		return v, false
	case v.y != 0 && (isWordRune(d.at(y, x-1)) || isWordRune(d.at(y, x+1))):
		return v, false // a "v" in a word
	}
	return v, !d.isInLabel(y, x)
}

// shiftOf is how many columns beside its head in a border the line of an arrow stands.
func (d *drawing) shiftOf(y, x int, v direction) int {
	if v.x != 0 || d.borderAt(y, x) < 0 || isDown(d.at(y-v.y, x)) || isJoint(d.at(y-v.y, x)) {
		return 0
	}
	for _, k := range [...]int{-1, 1} {
		if isDown(d.at(y-v.y, x+k)) {
			return k
		}
	}
	return 0
}

// readArrow notes the arrows with the head at a cell: from everything that the line
// behind it comes from without a head of its own.
func (d *drawing) readArrow(y, x int, v direction) {
	to := d.pointedAt(y, x, v)
	if to < 0 || len(d.edges) > 200 {
		return
	}
	w := &lineWalker{drawing: d, seen: map[[4]int]bool{}}
	w.walk(y-v.y, x-v.x+d.shiftOf(y, x, v), v.back())
	from := w.plain
	if len(from) == 0 && len(w.headed) == 1 {
		from = w.headed // "<--->"
	}
	for _, n := range from {
		if n != to && !slices.ContainsFunc(d.edges, func(e edge) bool { return e.from == n && e.to == to }) {
			d.edges = append(d.edges, edge{from: n, to: to, label: w.label, span: d.span(y, 0, len(d.rows[y]))})
		}
	}
}

// pointedAt returns the node that a head points at, or -1.
func (d *drawing) pointedAt(y, x int, v direction) int {
	if b := d.borderAt(y, x); b >= 0 {
		return d.nodeOfBox(b)
	}
	for k := 1; k <= 3; k++ {
		ny, nx := y+k*v.y, x+k*v.x
		if b := d.borderAt(ny, nx); b >= 0 {
			return d.nodeOfBox(b)
		}
		switch r := d.at(ny, nx); {
		case d.isText(ny, nx):
			return d.nodeOfText(ny, nx, false)
		case v.x != 0 && isDown(r):
			return d.lifeline(ny, nx)
		case v.y != 0 && (k > 1 || r != ' '):
			return -1
		case v.y != 0:
			if n := d.textBeside(ny, nx, false); n >= 0 {
				return n
			}
		case r != ' ':
			return -1
		}
	}
	return -1
}

// textBeside returns the name next to a cell that an arrow points at, nearly.
func (d *drawing) textBeside(y, x int, sure bool) int {
	for _, k := range [...]int{0, -1, 1, -2, 2} {
		if d.isText(y, x+k) {
			return d.nodeOfText(y, x+k, sure)
		}
	}
	return -1
}

// lifeline returns what stands above a vertical line that an arrow ends at, as in a
// diagram of messages between columns; or -1.
func (d *drawing) lifeline(y, x int) int {
	for ; y >= 0 && d.steps > 0; y-- {
		if b := d.borderAt(y, x); b >= 0 {
			return d.nodeOfBox(b)
		}
		switch r := d.at(y, x); {
		case isDown(r), isAcross(r), isJoint(r) && isDown(d.at(y-1, x)):
		case d.goesOnAbove(y, x):
			if y--; d.at(y, x) == ' ' {
				x += d.lineAside(y, x)
			}
		default:
			return d.textBeside(y, x, true)
		}
	}
	return -1
}

// goesOnAbove says whether a vertical line goes on above a cell that is none of it: behind a
// label, or a column aside.
func (d *drawing) goesOnAbove(y, x int) bool {
	return isDown(d.at(y-1, x)) || d.lineAside(y-1, x) != 0
}

// lineAside is how many columns beside a cell a vertical line stands, 0 for none.
func (d *drawing) lineAside(y, x int) int {
	for _, k := range [...]int{-1, 1} {
		if isDown(d.at(y, x+k)) {
			return k
		}
	}
	return 0
}
