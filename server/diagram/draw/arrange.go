package draw

import (
	"math"
	"math/rand/v2"
	"slices"
)

const rounds = 8 // of exchanges; more hardly change anything

const attempts = 6 // from orders of the boxes that have nothing to do with each other

// arrange puts the boxes into the order within their zones that makes the best picture,
// as far as one is found. The zones' slices are changed in place.
func (g *grid) arrange() {
	chance := rand.New(rand.NewPCG(1, 2)) // the same in every run
	var best [][]*box
	least := math.Inf(1)
	for range attempts {
		g.improve()
		if c := g.cost(); c < least-1e-9 {
			least, best = c, nil
			for _, z := range g.zones {
				best = append(best, slices.Clone(z.boxes))
			}
		}
		for _, z := range g.zones {
			chance.Shuffle(len(z.boxes), func(i, k int) { z.boxes[i], z.boxes[k] = z.boxes[k], z.boxes[i] })
		}
		g.settle()
	}
	for i, z := range g.zones {
		copy(z.boxes, best[i])
	}
	g.settle()
}

// improve exchanges boxes as long as that makes the picture better.
func (g *grid) improve() {
	best := g.cost()
	for range rounds {
		better := false
		for _, z := range g.zones {
			for i := range z.boxes {
				for k := i + 1; k < len(z.boxes); k++ {
					if c := g.exchange(z.boxes, i, k); c < best-1e-9 {
						best, better = c, true
					} else {
						z.boxes[i], z.boxes[k] = z.boxes[k], z.boxes[i]
					}
				}
			}
		}
		if !better {
			break
		}
	}
	g.settle()
}

// exchange tries two boxes in each other's place and returns what that costs.
func (g *grid) exchange(boxes []*box, i, k int) float64 {
	boxes[i], boxes[k] = boxes[k], boxes[i]
	g.settle()
	return g.cost()
}

// cost weighs arrows through boxes heaviest, then texts without room, crossings,
// lengths and arrows that lead upwards.
func (g *grid) cost() float64 {
	sum := 0.0
	for i, l := range g.links {
		from, to := g.at[l.from].center(), g.at[l.to].center()
		sum += math.Hypot(to.x-from.x, to.y-from.y) / (leastWidth + gap)
		if to.y < from.y {
			sum++
		}
		sum += 15 * float64(g.hidden(l, i == 0))
		if math.Abs(to.y-from.y) < leastWidth/4 && textWidth(l.text(), textSize, false) > gap-2*clearance {
			sum += 4 // there is no room for the text between the two
		}
		for _, o := range g.links[i+1:] {
			if o.from != l.from && o.to != l.to && o.from != l.to && o.to != l.from && cross(from, to, g.at[o.from].center(), g.at[o.to].center()) {
				sum += 2
			}
		}
	}
	return sum
}

// hidden is how many boxes an arrow leads through.
func (g *grid) hidden(l *link, straight bool) int {
	start, end := g.ends(l)
	n := 0
	for _, z := range g.zones {
		for _, b := range z.boxes {
			if b == l.from || b == l.to {
				continue
			}
			r := g.at[b].grow(5)
			if max(start.x, end.x) < r.left || min(start.x, end.x) > r.right || max(start.y, end.y) < r.top || min(start.y, end.y) > r.bottom {
				continue
			}
			if throughRect(start, end, straight, r) {
				n++
			}
		}
	}
	return n
}

const samples = 16 // points of an arrow that are looked at

func throughRect(start, end point, straight bool, r rect) bool {
	for i := 1; i < samples; i++ {
		if r.holds(along(start, end, float64(i)/samples, straight)) {
			return true
		}
	}
	return false
}

// ends are where the arrow of a link begins and ends: at the borders of its boxes.
func (g *grid) ends(l *link) (start, end point) {
	from, to := g.at[l.from], g.at[l.to]
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
	return point{from.x + dx*share, from.y + dy*share}
}

// along is a point of an arrow. Mermaid bends all but the first.
func along(a, b point, t float64, straight bool) point {
	if straight {
		return point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t}
	}
	c := point{a.x + (b.x-a.x)/4, a.y + (b.y-a.y)/2}
	u := 1 - t
	return point{u*u*a.x + 2*u*t*c.x + t*t*b.x, u*u*a.y + 2*u*t*c.y + t*t*b.y}
}

func side(a, b, c point) float64 { return (b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x) }

func cross(a, b, c, d point) bool {
	return side(a, b, c) > 0 != (side(a, b, d) > 0) && side(c, d, a) > 0 != (side(c, d, b) > 0)
}
