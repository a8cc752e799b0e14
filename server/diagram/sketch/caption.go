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
		return r.aside(lines, w, path)
	}
	r.scene.labels = append(r.scene.labels, label{at: best, lines: lines, width: w})
	for y := range lines {
		for x := -1; x <= w; x++ {
			r.set(point{best.x + x, best.y + y}, wall)
		}
	}
	return true
}

// aside finds a place for a label beside its line, where nothing else is near that
// it could be taken to belong to.
func (r *router) aside(lines []string, w int, path []point) bool {
	own := map[point]bool{}
	for _, p := range path {
		own[p] = true
	}
	for i := range path {
		p := path[(len(path)/2+i)%len(path)]
		middle := p.y - len(lines)/2
		for _, at := range []point{{p.x + 2, middle}, {p.x - 1 - w, middle}, {p.x - w/2, p.y - len(lines)}, {p.x - w/2, p.y + 1}} {
			a := area{at.x, at.y, w, len(lines)}
			if !r.lonely(a, own) {
				continue
			}
			r.scene.labels = append(r.scene.labels, label{at: at, lines: lines, width: w})
			r.keep(a, own)
			return true
		}
	}
	return false
}

// around is an area with the cells beside it.
func (a area) around() area { return area{a.x - 1, a.y - 1, a.w + 2, a.h + 2} }

// lonely says whether there is nothing in an area, and nothing beside it but the
// label's own line and boxes.
func (r *router) lonely(a area, own map[point]bool) bool {
	wide := a.around()
	for y := wide.y; y <= wide.bottom(); y++ {
		for x := wide.x; x <= wide.right(); x++ {
			p := point{x, y}
			switch what := r.at(p) &^ near; {
			case a.contains(p) && (what != 0 || own[p]):
				return false
			case own[p] || what == 0:
			case what != wall || !r.boxed(p):
				return false
			}
		}
	}
	return true
}

// boxed says whether a cell is one of a box.
func (r *router) boxed(p point) bool {
	for _, b := range r.scene.boxes {
		if b.contains(p) {
			return true
		}
	}
	return false
}

// keep keeps later lines away from a label beside its line.
func (r *router) keep(a area, own map[point]bool) {
	wide := a.around()
	for y := wide.y; y <= wide.bottom(); y++ {
		for x := wide.x; x <= wide.right(); x++ {
			if p := (point{x, y}); !own[p] {
				r.set(p, wall)
			}
		}
	}
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
