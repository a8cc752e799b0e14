package draw

import "math"

// Mermaid puts the boxes of a C4 diagram into rows in the order in which they are
// declared, draws straight arrows across whatever lies between and puts the texts
// at their middles. These are the sizes that it works with, in pixels; boxes with
// more text are a little higher.
const (
	boxWidth, boxHeight   = 216.0, 80.0
	columnPitch, rowPitch = 316.0, 180.0
	frameHead, frameInset = 90.0, 50.0
	letterWidth, textHigh = 6.4, 16.0
)

type point struct{ x, y float64 }

type rect struct{ left, top, right, bottom float64 }

func around4(p point, w, h float64) rect {
	return rect{p.x - w/2, p.y - h/2, p.x + w/2, p.y + h/2}
}

func (r rect) overlap(o rect) float64 {
	w, h := min(r.right, o.right)-max(r.left, o.left), min(r.bottom, o.bottom)-max(r.top, o.top)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// grid is where the boxes of a C4 diagram will stand.
type grid struct {
	zones   []zone
	columns int
	links   []*link
	at      map[*box]point
}

// zone is a run of boxes that fills rows of its own: what stands in one frame.
type zone struct {
	boxes []*box
	inset int // how many frames are around it
}

func newGrid(columns int, links []*link, zones ...zone) *grid {
	g := &grid{columns: columns, links: links}
	for _, z := range zones {
		if len(z.boxes) > 0 {
			g.zones = append(g.zones, z)
		}
	}
	g.settle()
	return g
}

// settle computes where the boxes stand.
func (g *grid) settle() {
	g.at = map[*box]point{}
	top := 0.0
	for _, z := range g.zones {
		if z.inset > 0 {
			top += frameHead
		}
		for i, b := range z.boxes {
			g.at[b] = point{float64(z.inset)*frameInset + float64(i%g.columns)*columnPitch, top + float64(i/g.columns)*rowPitch}
		}
		top += math.Ceil(float64(len(z.boxes))/float64(g.columns)) * rowPitch
	}
}

const rounds = 8 // of exchanges; more hardly change anything

// arrange exchanges boxes within their zones as long as that makes the picture
// better. The zones' slices are changed in place.
func (g *grid) arrange() {
	best := g.cost()
	for range rounds {
		better := false
		for _, z := range g.zones {
			for i := range z.boxes {
				for k := i + 1; k < len(z.boxes); k++ {
					g.exchange(z.boxes, i, k)
					if c := g.cost(); c < best-1e-9 {
						best, better = c, true
					} else {
						g.exchange(z.boxes, i, k)
					}
				}
			}
		}
		if !better {
			return
		}
	}
}

func (g *grid) exchange(boxes []*box, i, k int) {
	a, b := boxes[i], boxes[k]
	boxes[i], boxes[k] = b, a
	g.at[a], g.at[b] = g.at[b], g.at[a]
}

// cost weighs arrows through boxes heaviest, then crossings, then lengths and
// arrows that lead upwards.
func (g *grid) cost() float64 {
	sum := 0.0
	for i, l := range g.links {
		from, to := g.at[l.from], g.at[l.to]
		sum += math.Hypot(to.x-from.x, to.y-from.y) / columnPitch
		if to.y < from.y {
			sum++
		}
		for _, z := range g.zones {
			for _, b := range z.boxes {
				if b != l.from && b != l.to && passes(from, to, around4(g.at[b], boxWidth+10, boxHeight+10)) {
					sum += 15
				}
			}
		}
		for _, o := range g.links[i+1:] {
			if o.from != l.from && o.to != l.to && o.from != l.to && o.to != l.from && cross(from, to, g.at[o.from], g.at[o.to]) {
				sum += 2
			}
		}
	}
	return sum
}

// passes says whether the way between two points leads through a rectangle.
func passes(a, b point, r rect) bool {
	if max(a.x, b.x) < r.left || min(a.x, b.x) > r.right || max(a.y, b.y) < r.top || min(a.y, b.y) > r.bottom {
		return false
	}
	corners := []point{{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}}
	first := side(a, b, corners[0]) > 0
	for _, c := range corners[1:] {
		if side(a, b, c) > 0 != first {
			return true
		}
	}
	return false
}

func side(a, b, c point) float64 { return (b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x) }

func cross(a, b, c, d point) bool {
	return side(a, b, c) > 0 != (side(a, b, d) > 0) && side(c, d, a) > 0 != (side(c, d, b) > 0)
}
