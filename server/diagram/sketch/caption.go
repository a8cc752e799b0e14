package sketch

// caption finds a place for the label of a line on its path: where it covers
// nothing else, and leaves line to be seen on both sides. It answers false when
// there is none.
func (r *router) caption(lines []string, path []point) bool {
	if len(lines) == 0 {
		return true
	}
	w := widest(lines, r.of)
	best, least := point{}, -1
	for i := 1; i < len(path)-1; i++ {
		at := point{path[i].x - w/2, path[i].y - len(lines)/2}
		cost, ok := r.captionCost(area{at.x, at.y, w, len(lines)}, path, i)
		if ok && (least < 0 || cost < least) {
			best, least = at, cost
		}
	}
	if least < 0 {
		return false
	}
	r.scene.labels = append(r.scene.labels, label{at: best, lines: lines, width: w})
	for y := range lines {
		for x := -1; x <= w; x++ {
			r.set(point{best.x + x, best.y + y}, wall)
		}
	}
	return true
}

// captionCost is small in the middle of a path, and on what goes sideways.
func (r *router) captionCost(a area, path []point, i int) (cost int, ok bool) {
	own := map[point]int{}
	for n, p := range path {
		own[p] = n
	}
	first, last := len(path), -1
	for y := a.y; y <= a.bottom(); y++ {
		for x := a.x - 1; x <= a.x+a.w; x++ {
			p := point{x, y}
			n, mine := own[p]
			switch {
			case mine:
				if crossed := r.at(p)&across != 0 && r.at(p)&upright != 0; crossed || n == 0 || n == len(path)-1 {
					return 0, false
				}
				if a.contains(p) {
					first, last = min(first, n), max(last, n)
				}
			case r.at(p)&^near != 0:
				return 0, false
			case r.at(p)&near != 0:
				cost += 2
			}
		}
	}
	if first < 1 || last > len(path)-2 || !r.runs(path[first:last+1]) {
		return 0, false
	}
	cost += 2 * abs(first+last-len(path)+1)
	if path[first].x == path[last].x && a.w > 1 {
		cost += 8
	}
	return cost, true
}

// runs says whether what a label covers of its line is straight, so that one sees
// where the line goes on.
func (r *router) runs(covered []point) bool {
	a, b := covered[0], covered[len(covered)-1]
	return a.x == b.x || a.y == b.y
}
