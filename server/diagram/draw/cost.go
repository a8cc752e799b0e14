package draw

import "math"

// What makes a picture worse, in the length of an arrow between neighbors.
const (
	throughCost  = 40.0 // an arrow that runs through a box
	titleCost    = 8.0  // an arrow that runs through the title of a frame
	crossingCost = 2.0  // two arrows that cross
	tightCost    = 4.0  // a text without room between two boxes
	spaceCost    = 3.0  // a place that is kept free
	shiftCost    = 0.3  // the same in the only row of a frame, which it only moves
	brokenCost   = 40.0 // a row that is too wide for a narrow screen
	upwardCost   = 1.0  // an arrow that leads upwards
)

// cost weighs arrows through boxes heaviest, then those through titles, texts without room,
// places that are kept free, crossings, lengths and arrows that lead upwards.
func (g *grid) cost() float64 { return g.costUpTo(math.Inf(1)) }

// costUpTo is the cost, or a part of it that is more than the limit: what is worse than
// that need not be known.
func (g *grid) costUpTo(limit float64) float64 {
	sum := g.keptCost() + brokenCost*float64(g.broken)
	g.draw()
	for _, l := range g.links {
		sum += g.linkCost(l)
	}
	for i, l := range g.links {
		if sum > limit {
			break
		}
		boxes, titles := g.faultsOf(l, &g.drawn[i])
		sum += throughCost*float64(boxes) + titleCost*float64(titles)
		for k := range g.drawn[:i] {
			if g.drawn[i].crosses(&g.drawn[k]) && !l.meets(g.links[k]) {
				sum += crossingCost
			}
		}
	}
	return sum
}

// draw computes the ways of the arrows, where the boxes are.
func (g *grid) draw() {
	g.drawn = g.drawn[:0]
	for i, l := range g.links {
		g.drawn = append(g.drawn, l.drawn(i == 0))
	}
}

// linkCost is what the arrow of a link costs by itself.
func (g *grid) linkCost(l *link) float64 {
	from, to := l.from.at.center(), l.to.at.center()
	sum := math.Sqrt(squared(to.x-from.x)+squared(to.y-from.y)) / (g.box + g.gap)
	if to.y < from.y {
		sum += upwardCost
	}
	if math.Abs(to.y-from.y) < g.box/4 && l.wide() > g.gap-2*clearance {
		sum += tightCost // there is no room for the text between the two
	}
	return sum
}

// meets says whether two links have a box in common.
func (l *link) meets(o *link) bool {
	return o.from == l.from || o.to == l.to || o.from == l.to || o.to == l.from
}

// squared is rounded by itself, and the distance comes from Sqrt and not from Hypot, for the
// picture of a document has to be the same on all machines: some multiply and add in one
// step, with another last digit. Where this package converts a float64 to a float64, that
// is why.
func squared(x float64) float64 { return float64(x * x) }

const beside = 5.0 // as near as an arrow may come to a box that is not its own

// faults are how many arrows lead through boxes, and through the titles of frames.
func (g *grid) faults() (boxes, titles int) {
	g.draw()
	for i, l := range g.links {
		b, t := g.faultsOf(l, &g.drawn[i])
		boxes, titles = boxes+b, titles+t
	}
	return boxes, titles
}

// faultsOf are how many boxes and titles the arrow of a link leads through.
func (g *grid) faultsOf(l *link, way *stroke) (boxes, titles int) {
	for _, z := range g.zones {
		for _, b := range z.boxes {
			if way.near(&b.at, beside) && b != l.from && b != l.to && !b.space() && way.through(b.at.grow(beside)) {
				boxes++
			}
		}
	}
	for _, f := range g.frames {
		if way.through(f.heading()) {
			titles++
		}
	}
	return boxes, titles
}

// clear says whether no arrow leads through anything.
func (g *grid) clear() bool {
	boxes, titles := g.faults()
	return boxes+titles == 0
}

// keptCost weighs the places that are kept free before a box.
func (g *grid) keptCost() (sum float64) {
	for _, z := range g.zones {
		each := spaceCost
		if len(z.boxes) <= g.columns {
			each = shiftCost
		}
		for _, b := range withoutEnd(z.boxes) {
			if b.space() {
				sum += each
			}
		}
	}
	return sum
}

// withoutEnd leaves out the places after the last box.
func withoutEnd(boxes []*box) []*box {
	for len(boxes) > 0 && boxes[len(boxes)-1].space() {
		boxes = boxes[:len(boxes)-1]
	}
	return boxes
}
