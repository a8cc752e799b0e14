package diagram

import "slices"

// lineWalker follows the line of an arrow from its head to where it comes from.
type lineWalker struct {
	*drawing
	seen          map[[4]int]bool
	plain, headed []int // nodes at its ends, those with another head apart
	label         string
}

func (w *lineWalker) end(n int, headed bool) {
	switch {
	case n < 0:
	case headed && !slices.Contains(w.headed, n):
		w.headed = append(w.headed, n)
	case !headed && !slices.Contains(w.plain, n):
		w.plain = append(w.plain, n)
	}
}

// walk follows a line from a cell that is entered in a direction.
func (w *lineWalker) walk(y, x int, v direction) {
	for w.steps > 0 && !w.seen[[4]int{y, x, v.y, v.x}] {
		w.seen[[4]int{y, x, v.y, v.x}] = true
		if b := w.borderAt(y, x); b >= 0 {
			w.end(w.nodeOfBox(b), w.entersAt(y, x, v))
			return
		}
		if y < 0 || y >= len(w.rows) || x < -1 || x > mostColumns {
			return
		}
		r := w.at(y, x)
		next := w.at(y+v.y, x+v.x)
		if x >= 0 && x < len(w.rows[y]) {
			if to, ok := w.headAt(y, x); ok {
				if to == v {
					w.end(w.pointedAt(y, x, to), true)
				}
				return
			}
		}
		switch {
		case v.x != 0 && isAcross(r), v.y != 0 && isDown(r):
			w.noteLabel(y, x, v)
		case v.x != 0 && (isDown(r) || isJoint(r)), v.y != 0 && (isAcross(r) || isJoint(r)):
			w.branch(y, x, v)
			if ends := w.borderAt(y+v.y, x+v.x) >= 0 || w.headIs(y+v.y, x+v.x); !ends && !(v.x != 0 && isAcross(next)) && !(v.y != 0 && (isDown(next) || isJoint(next))) {
				return
			}
		default:
			if y, x = w.pass(y, x, v); y < 0 {
				return
			}
			continue
		}
		y, x = y+v.y, x+v.x
	}
}

// entersAt says whether a line that meets a border there has its head in it: "+--v--+".
func (w *lineWalker) entersAt(y, x int, v direction) bool {
	for _, k := range [...]int{0, -1, 1} {
		if v.x != 0 && k != 0 || x+k < 0 || x+k >= len(w.rows[y]) {
			continue
		}
		if to, ok := w.headAt(y, x+k); ok && to == v {
			return true
		}
	}
	return false
}

// branch follows the lines that meet another at a cell from its sides. A line that
// crosses it without a joint goes its own way.
func (w *lineWalker) branch(y, x int, v direction) {
	joint := isJoint(w.at(y, x))
	if v.x != 0 {
		if !joint && isAcross(w.at(y, x+v.x)) {
			return
		}
		if r := w.at(y-1, x); isDown(r) || isJoint(r) || !joint || w.headIs(y-1, x) {
			w.walk(y-1, x, toTop)
		}
		if r := w.at(y+1, x); joint && (isDown(r) || isJoint(r) || w.headIs(y+1, x)) {
			w.walk(y+1, x, toBottom)
		}
		return
	}
	if !joint && isDown(w.at(y+v.y, x)) {
		return
	}
	for _, side := range []direction{toLeft, toRight} {
		if r := w.at(y, x+side.x); isAcross(r) || isJoint(r) || w.headIs(y, x+side.x) {
			w.walk(y, x+side.x, side)
		}
	}
}

func (w *lineWalker) headIs(y, x int) bool {
	if y < 0 || y >= len(w.rows) || x < 0 || x >= len(w.rows[y]) {
		return false
	}
	_, ok := w.headAt(y, x)
	return ok
}
