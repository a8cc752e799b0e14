package draw

import "math"

// What makes a picture worse, in the length of an arrow between neighbors.
const (
	throughCost  = 40.0 // an arrow that runs through a box
	titleCost    = 8.0  // an arrow that runs through the title of a frame
	crossingCost = 2.0  // two arrows that cross
	tightCost    = 4.0  // a text without room between two boxes
	spaceCost    = 3.0  // a place that is kept free
	upwardCost   = 1.0  // an arrow that leads upwards
)

// cost weighs arrows through boxes heaviest, then those through titles, texts without room,
// places that are kept free, crossings, lengths and arrows that lead upwards.
func (g *grid) cost() float64 {
	boxes, titles := g.faults()
	sum := throughCost*float64(boxes) + titleCost*float64(titles) + spaceCost*float64(g.kept())
	for i, l := range g.links {
		from, to := l.from.at.center(), l.to.at.center()
		sum += math.Hypot(to.x-from.x, to.y-from.y) / (leastWidth + gap)
		if to.y < from.y {
			sum += upwardCost
		}
		if math.Abs(to.y-from.y) < leastWidth/4 && l.wide() > gap-2*clearance {
			sum += tightCost // there is no room for the text between the two
		}
		for _, o := range g.links[i+1:] {
			if o.from != l.from && o.to != l.to && o.from != l.to && o.to != l.from && cross(from, to, o.from.at.center(), o.to.at.center()) {
				sum += crossingCost
			}
		}
	}
	return sum
}

const beside = 5.0 // as near as an arrow may come to a box that is not its own

// faults are how many arrows lead through boxes, and through the titles of frames.
func (g *grid) faults() (boxes, titles int) {
	for i, l := range g.links {
		s := l.drawn(i == 0)
		for _, z := range g.zones {
			for _, b := range z.boxes {
				if b != l.from && b != l.to && !b.space() && s.through(b.at.grow(beside)) {
					boxes++
				}
			}
		}
		for _, f := range g.frames {
			if s.through(f.heading()) {
				titles++
			}
		}
	}
	return boxes, titles
}

// clear says whether no arrow leads through anything.
func (g *grid) clear() bool {
	boxes, titles := g.faults()
	return boxes+titles == 0
}

// kept is how many places are kept free before a box.
func (g *grid) kept() (n int) {
	for _, z := range g.zones {
		for _, b := range withoutEnd(z.boxes) {
			if b.space() {
				n++
			}
		}
	}
	return n
}

// withoutEnd leaves out the places after the last box.
func withoutEnd(boxes []*box) []*box {
	for len(boxes) > 0 && boxes[len(boxes)-1].space() {
		boxes = boxes[:len(boxes)-1]
	}
	return boxes
}
