package diagram

import "strings"

// pass goes on behind a label in the line, or notes the name that the line ends at
// and returns a negative row.
func (w *lineWalker) pass(y, x int, v direction) (int, int) {
	if v.x != 0 {
		return w.passAcross(y, x, v)
	}
	for k := 1; k <= 2 && !w.headIs(y+k*v.y, x); k++ {
		if r := w.at(y+k*v.y, x); isDown(r) && w.borderAt(y+k*v.y, x) < 0 {
			return y + k*v.y, x
		}
	}
	if b := w.borderAt(y+v.y, x); b >= 0 && w.at(y, x) == ' ' {
		w.end(w.nodeOfBox(b), false)
	} else {
		w.end(w.textBeside(y, x, v == toTop), false)
	}
	return -1, -1
}

// longestInside is how long the text inside of an arrow may be.
const longestInside = 40

func (w *lineWalker) passAcross(y, x int, v direction) (int, int) {
	start := x
	for k := 0; k < 3 && w.at(y, x) == ' '; k++ {
		x += v.x
	}
	if b := w.borderAt(y, x); b >= 0 {
		w.end(w.nodeOfBox(b), false)
		return -1, -1
	}
	if !w.isText(y, x) {
		return -1, -1
	}
	from, to := w.textAround(y, x)
	far := from - 1
	if v.x > 0 {
		far = to
	}
	if w.at(y, far) == ' ' {
		far += v.x
	}
	if to-from <= longestInside && isAcross(w.at(y, far)) && (isAcross(w.at(y, far+v.x)) || start == x) {
		w.label = plainLabel(string(w.rows[y][from:to]))
		return y, far
	}
	for ; v.x > 0 && far-to < 3 && w.at(y, far) == ' '; far++ {
	}
	if v.x > 0 && isDown(w.at(y, far)) && start != x {
		w.label = plainLabel(string(w.rows[y][from:to]))
		w.end(w.lifeline(y, far), false) // "|<-- reply |"
		return -1, -1
	}
	w.end(w.nodeOfText(y, x, false), false)
	return -1, -1
}

// noteLabel takes what stands beside a vertical line, or above a horizontal one, for
// what the arrow says.
func (w *lineWalker) noteLabel(y, x int, v direction) {
	if w.label != "" {
		return
	}
	if v.x == 0 {
		x += 2
	} else {
		y--
	}
	if !w.isText(y, x) || w.isInLabel(y, x) {
		return
	}
	from, to := w.textAround(y, x)
	for _, k := range [...]int{from - 2, from - 1, to, to + 1} {
		if r := w.at(y, k); v.x != 0 && (isAcross(r) || isHead(r)) {
			return // it belongs to another arrow
		}
	}
	w.label = plainLabel(string(w.rows[y][from:to]))
}

func isHead(r rune) bool { return strings.ContainsRune(arrowRunes, r) }
