package sketch

import (
	"iter"
)

// port is a place where a line may begin or end: a cell beside a border, the
// border's cell, and the way out.
type port struct {
	at, border point
	out, cost  int
}

// ports are those of an item, the better the cheaper for a line to other.
func (r *router) ports(i, other *item, leaving bool) []port {
	var all []port
	for d := range steps {
		cost := r.sideCost(i, other, d)
		if i == other && sideways(d) != (leaving == r.horizontal) {
			continue // a line from a box to itself goes round a corner
		}
		c := i.center()
		if sideways(d) {
			x, border := i.x-1, i.x
			if d == right {
				x, border = i.right()+1, i.right()
			}
			for y := range between(i.y, i.h) {
				all = append(all, port{point{x, y}, point{border, y}, d, cost + costPort*abs(y-c.y)})
			}
			continue
		}
		y, border := i.y-1, i.y
		if d == down {
			y, border = i.bottom()+1, i.bottom()
		}
		for x := range between(i.x, i.w) {
			if i.isGroup() && d == up && x <= i.x+r.of(i.title)+3 {
				continue // where its title stands
			}
			all = append(all, port{point{x, y}, point{x, border}, d, cost + costPort*abs(x-c.x)})
		}
	}
	return all
}

// between are the cells of a side without its corners; all of one that has no more.
func between(start, length int) iter.Seq[int] {
	return func(yield func(int) bool) {
		low, high := start+1, start+length-2
		if length < 3 {
			low, high = start, start+length-1
		}
		for i := low; i <= high && yield(i); i++ {
		}
	}
}

// sideCost prefers the sides that face the other box in the direction in which the
// layers follow one another.
func (r *router) sideCost(i, other *item, d int) int {
	a, b := i.center(), other.center()
	forward := (b.x-a.x)*steps[d].x > 0
	if !r.horizontal {
		forward = (b.y-a.y)*steps[d].y > 0
	}
	switch {
	case sideways(d) != r.horizontal:
		return costSide
	case forward:
		return 0
	}
	return costBack
}

func abs(n int) int { return max(n, -n) }
