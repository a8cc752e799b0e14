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

// stroke is the way of an arrow. Mermaid bends all but the first: on the level of the
// middle they are a quarter of the way to the side. So an arrow is a quadratic curve that
// goes up or down evenly and to one side only.
type stroke struct {
	a, b     point
	straight bool
	rect     // around it
}

// drawn is the way of a link's arrow.
func (l *link) drawn(straight bool) stroke {
	s := stroke{straight: straight}
	s.a, s.b = l.ends()
	s.left, s.right = lowHigh(s.a.x, s.b.x)
	s.top, s.bottom = lowHigh(s.a.y, s.b.y)
	return s
}

func lowHigh(a, b float64) (low, high float64) {
	if a < b {
		return a, b
	}
	return b, a
}

// at is a point of an arrow: its start for 0, its end for 1.
func (s *stroke) at(t float64) point {
	return point{s.across(t), s.a.y + float64((s.b.y-s.a.y)*t)}
}

func (s *stroke) across(t float64) float64 {
	if !s.straight {
		t *= (1 + t) / 2
	}
	return s.a.x + float64((s.b.x-s.a.x)*t)
}

// near says whether the rectangle around an arrow overlaps another that is so much larger
// than it is.
func (s *stroke) near(r *rect, by float64) bool {
	return s.bottom > r.top-by && s.top < r.bottom+by && s.right > r.left-by && s.left < r.right+by
}

// through says whether an arrow leads through a rectangle: whether it is between the sides
// somewhere on its way from the top to the bottom.
func (s *stroke) through(r rect) bool {
	if !s.near(&r, 0) {
		return false
	}
	enter, leave := 0.0, 1.0
	if down := s.b.y - s.a.y; down != 0 {
		first, last := lowHigh((r.top-s.a.y)/down, (r.bottom-s.a.y)/down)
		enter, leave = max(enter, first), min(leave, last)
	}
	left, right := lowHigh(s.across(enter), s.across(leave))
	return enter < leave && left < r.right && right > r.left
}

// crosses says whether two arrows cross, as straight lines.
func (s *stroke) crosses(o *stroke) bool {
	return s.near(&o.rect, 0) && cross(s.a, s.b, o.a, o.b)
}

func side(a, b, c point) float64 { return float64((b.x-a.x)*(c.y-a.y)) - float64((b.y-a.y)*(c.x-a.x)) }

func cross(a, b, c, d point) bool {
	return side(a, b, c) > 0 != (side(a, b, d) > 0) && side(c, d, a) > 0 != (side(c, d, b) > 0)
}
