package diagram

import "strings"

// drawnBox is a rectangle of a drawing; its corners belong to it.
type drawnBox struct {
	top, left, bottom, right int
	holds                    bool // has other boxes in it
	node                     int  // index of its node plus one, 0 as long as there is none
}

// isAcross holds for what horizontal lines are made of.
func isAcross(r rune) bool { return strings.ContainsRune("-=~_─━═┄┈╌┅–—", r) }

// isDown holds for what vertical lines are made of.
func isDown(r rune) bool { return strings.ContainsRune("|│┃║┆┊╎:!", r) }

// isJoint holds for where lines meet or turn.
func isJoint(r rune) bool {
	return strings.ContainsRune("+┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋", r)
}

// isCorner holds for joints, and for the letters that can stand for one.
func isCorner(r rune) bool { return isJoint(r) || strings.ContainsRune(".'`/\\*,", r) }

// findBoxes finds the rectangles of the drawing.
func (d *drawing) findBoxes() {
	for y := 0; y+2 < len(d.rows) && d.steps > 0; y++ {
		for x := range d.rows[y] {
			if isCorner(d.rows[y][x]) && isAcross(d.at(y, x+1)) && d.sideNear(y+1, x) >= 0 {
				d.findBox(y, x)
			}
		}
	}
}

// isSideOf holds for what the left or right side of a box is made of: arrows touch it.
func isSideOf(r rune) bool {
	return isDown(r) || isJoint(r) || strings.ContainsRune("<>◀▶►◄", r)
}

// findBox looks for the smallest box with its corner at a cell.
func (d *drawing) findBox(y, x int) {
	lines := 0
	for right := x + 1; right < len(d.rows[y]) && d.steps > 0; right++ {
		r := d.at(y, right)
		if isCorner(r) && right > x+2 && d.sideNear(y+1, right) >= 0 {
			if bottom := d.bottomOf(y, x, right); bottom > 0 && 2*lines >= right-x-1 {
				d.addBox(drawnBox{top: y, left: x, bottom: bottom, right: right})
				return
			}
		}
		switch {
		case isAcross(r), isJoint(r), strings.ContainsRune("vV^▼▲", r):
			lines++
		case !isWordRune(r) && !strings.ContainsRune(" ()[]:,./", r):
			return
		case r == ' ' && d.at(y, right+1) == ' ':
			return
		}
	}
}

// bottomOf returns the row where the box between two columns ends, or 0. Letters that
// are wider than others move what stands behind them by a column.
func (d *drawing) bottomOf(top, left, right int) int {
	for y := top + 1; y < len(d.rows) && d.steps > 0; y++ {
		if y > top+1 && d.endsAt(y, left, right) {
			return y
		}
		if d.sideNear(y, left) < 0 || d.sideNear(y, right) < 0 {
			return 0
		}
	}
	return 0
}

// endsAt says whether the lower line of a box between two columns, nearly, is in a row.
func (d *drawing) endsAt(y, left, right int) bool {
	for _, k := range [...]int{0, 1, -1} {
		for _, n := range [...]int{0, 1, -1} {
			if isCorner(d.at(y, left+k)) && isCorner(d.at(y, right+n)) && d.isLine(y, left+k, right+n) {
				return true
			}
		}
	}
	return false
}

// sideNear is the column where the side of a box stands in a row, or -1.
func (d *drawing) sideNear(y, x int) int {
	for _, k := range [...]int{0, 1, -1, 2} {
		if isSideOf(d.at(y, x+k)) {
			return x + k
		}
	}
	return -1
}

// isLine says whether the cells between two columns make a horizontal line.
func (d *drawing) isLine(y, left, right int) bool {
	if !isAcross(d.at(y, left+1)) {
		return false
	}
	for x := left + 1; x < right; x++ {
		if r := d.at(y, x); !isAcross(r) && !isCorner(r) && !strings.ContainsRune("vV^▼▲|│", r) {
			return false
		}
	}
	return true
}

func (d *drawing) addBox(b drawnBox) {
	d.boxes = append(d.boxes, b)
	n := len(d.boxes)
	for x := b.left; x <= b.right; x++ {
		d.own(b.top, x, n)
		d.own(b.bottom, x, n)
	}
	for y := b.top + 1; y < b.bottom; y++ {
		d.own(y, d.sideNear(y, b.left), n)
		d.own(y, d.sideNear(y, b.right), n)
	}
}

// own notes whose border a cell is: of two boxes that share it, that of the smaller one.
func (d *drawing) own(y, x, n int) {
	if x >= len(d.border[y]) {
		return
	}
	if old := d.border[y][x]; old == 0 || d.boxes[old-1].area() > d.boxes[n-1].area() {
		d.border[y][x] = n
	}
}

func (b *drawnBox) area() int { return (b.bottom - b.top) * (b.right - b.left) }

func (b *drawnBox) contains(y, x int) bool {
	return y > b.top && y < b.bottom && x > b.left && x < b.right
}

// nest notes which boxes hold others.
func (d *drawing) nest() {
	for i := range d.boxes {
		for k := range d.boxes {
			if b := &d.boxes[k]; i != k && d.boxes[i].contains(b.top, b.left) && d.boxes[i].contains(b.bottom, b.right) {
				d.boxes[i].holds = true
			}
		}
	}
}

// isInLabel says whether a cell lies in a box without others in it, so that what
// stands there is its label.
func (d *drawing) isInLabel(y, x int) bool {
	for i := range d.boxes {
		if b := &d.boxes[i]; !b.holds && b.contains(y, x) {
			return true
		}
	}
	return false
}
