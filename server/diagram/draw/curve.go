package draw

import "math"

// ends are where the arrow of a link begins and ends: at the borders of its boxes.
func (l *link) ends() (start, end point) {
	from, to := l.from.at, l.to.at
	return border(from, to.center()), border(to, from.center())
}

// border is where the way from a box's center to a point leaves the box.
func border(r rect, to point) point {
	from := r.center()
	dx, dy := to.x-from.x, to.y-from.y
	if dx == 0 && dy == 0 {
		return from
	}
	share := min((r.right-r.left)/2/max(math.Abs(dx), 1e-6), (r.bottom-r.top)/2/max(math.Abs(dy), 1e-6))
	return point{from.x + float64(dx*share), from.y + float64(dy*share)}
}

// along is a point of an arrow. Mermaid bends all but the first.
func along(a, b point, t float64, straight bool) point {
	if straight {
		return point{a.x + float64((b.x-a.x)*t), a.y + float64((b.y-a.y)*t)}
	}
	c := point{a.x + (b.x-a.x)/4, a.y + (b.y-a.y)/2}
	first, second, third := (1-t)*(1-t), 2*(1-t)*t, t*t
	return point{
		float64(first*a.x) + float64(second*c.x) + float64(third*b.x),
		float64(first*a.y) + float64(second*c.y) + float64(third*b.y),
	}
}

const pieces = 8 // of a bent arrow: so many straight lines are like it

// stroke is the way of an arrow, as a line of straight pieces.
type stroke struct {
	rect     // around it
	a, b     point
	straight bool
	points   [pieces + 1]point
	n        int // of the points; 0 until they are asked for
}

// drawn is the way of a link's arrow. Mermaid bends all but the first.
func (l *link) drawn(straight bool) (s stroke) {
	a, b := l.ends()
	s.a, s.b, s.straight = a, b, straight
	s.rect = rect{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)}
	return s
}

// divide computes the points, which most arrows are too far from everything to need.
func (s *stroke) divide() {
	if s.n > 0 {
		return
	}
	if s.n = pieces + 1; s.straight {
		s.n = 2
	}
	for i := range s.n {
		s.points[i] = along(s.a, s.b, float64(i)/float64(s.n-1), s.straight)
	}
}

// through says whether an arrow leads through a rectangle.
func (s *stroke) through(r rect) bool {
	if s.right <= r.left || s.left >= r.right || s.bottom <= r.top || s.top >= r.bottom {
		return false
	}
	s.divide()
	for i := range s.n - 1 {
		if r.cuts(s.points[i], s.points[i+1]) {
			return true
		}
	}
	return false
}

// cuts says whether some part of a straight line is inside.
func (r rect) cuts(a, b point) bool {
	from, to := 0.0, 1.0
	return clip(a.x, b.x-a.x, r.left, r.right, &from, &to) && clip(a.y, b.y-a.y, r.top, r.bottom, &from, &to) && from < to
}

// clip narrows down which part of a line is between two bounds.
func clip(start, way, low, high float64, from, to *float64) bool {
	if way == 0 {
		return start > low && start < high
	}
	enter, leave := (low-start)/way, (high-start)/way
	if enter > leave {
		enter, leave = leave, enter
	}
	*from, *to = max(*from, enter), min(*to, leave)
	return *from < *to
}

func side(a, b, c point) float64 { return float64((b.x-a.x)*(c.y-a.y)) - float64((b.y-a.y)*(c.x-a.x)) }

func cross(a, b, c, d point) bool {
	return side(a, b, c) > 0 != (side(a, b, d) > 0) && side(c, d, a) > 0 != (side(c, d, b) > 0)
}
