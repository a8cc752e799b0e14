package draw

import (
	"math"
	"math/rand/v2"
	"slices"
)

const (
	rounds    = 8       // of exchanges for the better; more hardly change anything
	mostTried = 8_000   // exchanges at random, for one number of columns
	patient   = 160_000 // of those, times the number of arrows

	hottest = 30.0 // a cost that is taken for a chance to get out of a dead end
	coldest = 0.5
)

// lay puts the boxes into the order within their zones, and the frames within a frame into
// the order, that makes the best picture, as far as one is found. It goes on, with other
// numbers of columns and with places that are kept free, while arrows run through boxes or
// titles. The
// first number of columns is the one that is liked best.
func (g *grid) lay(columns ...int) {
	g.columns = columns[0]
	best, least := g.arranged()
	for _, space := range []bool{false, true} {
		for _, n := range columns {
			if g.clear() {
				return
			}
			if g.columns = n; space {
				g.addSpace()
			}
			if order, cost := g.arranged(); cost < least {
				best, least = order, cost
			}
			g.restore(best)
		}
	}
}

// arranged looks for an order, which it leaves the boxes in, and returns what it costs.
func (g *grid) arranged() (order, float64) {
	g.improve()
	best, least := g.order(), g.cost()
	g.anneal(rand.New(rand.NewPCG(1, 2))) // the same in every run
	g.improve()
	if c := g.cost(); c < least-1e-9 {
		return g.order(), c
	}
	g.restore(best)
	return best, least
}

// order is what restore brings back.
type order struct {
	columns int
	zones   []zone
}

func (g *grid) order() order {
	o := order{columns: g.columns}
	for _, z := range g.zones {
		o.zones = append(o.zones, zone{slices.Clone(z.boxes), z.frame})
	}
	return o
}

func (g *grid) restore(o order) {
	g.columns = o.columns
	for i, z := range o.zones {
		g.zones[i] = zone{slices.Clone(z.boxes), z.frame}
	}
	g.settle()
}

// addSpace adds to each zone places that may be kept free: the rest of the last row, and
// a row more.
func (g *grid) addSpace() {
	for i, z := range g.zones {
		boxes := slices.DeleteFunc(z.boxes, (*box).space)
		free := g.columns + (g.columns-len(boxes)%g.columns)%g.columns
		for range free {
			boxes = append(boxes, &box{})
		}
		g.zones[i].boxes = boxes
	}
	g.settle()
}

// space says whether a box is a place that is kept free.
func (b *box) space() bool { return b.nodes == nil }

// anneal exchanges boxes at random. At first it takes changes for the worse, too.
func (g *grid) anneal(chance *rand.Rand) {
	g.settle()
	now := g.cost()
	exchanges := min(mostTried, patient/(1+len(g.links)))
	for i := range exchanges {
		heat := hottest * math.Pow(coldest/hottest, float64(i)/float64(exchanges))
		undo := g.move(chance)
		if undo == nil {
			continue
		}
		g.settle()
		worst := now - heat*math.Log(chance.Float64()) // so a small change for the worse is taken more often
		if c := g.costUpTo(worst); c <= worst {
			now = c
		} else {
			undo()
		}
	}
	g.settle()
}

// move exchanges two boxes of a zone, or at times two frames. It returns nil when that
// changes nothing.
func (g *grid) move(chance *rand.Rand) (undo func()) {
	i := chance.IntN(len(g.zones))
	if k := chance.IntN(len(g.zones)); chance.IntN(8) == 0 && g.alike(i, k) {
		swap := func() { g.zones[i], g.zones[k] = g.zones[k], g.zones[i] }
		swap()
		return swap
	}
	boxes := g.zones[i].boxes
	a, b := chance.IntN(len(boxes)), chance.IntN(len(boxes))
	if a == b || boxes[a].space() && boxes[b].space() {
		return nil
	}
	swap := func() { boxes[a], boxes[b] = boxes[b], boxes[a] }
	swap()
	return swap
}

// alike says whether the frames of two zones stand within the same frame.
func (g *grid) alike(i, k int) bool {
	a, b := g.zones[i].frame, g.zones[k].frame
	return a != nil && b != nil && a.around != nil && a.around == b.around
}

// improve exchanges boxes as long as that makes the picture better.
func (g *grid) improve() {
	g.settle()
	best := g.cost()
	for range rounds {
		better := false
		for _, z := range g.zones {
			for i := range z.boxes {
				for k := i + 1; k < len(z.boxes); k++ {
					if z.boxes[i].space() && z.boxes[k].space() {
						continue
					}
					if c := g.exchange(z.boxes, i, k, best); c < best-1e-9 {
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

// exchange tries two boxes in each other's place and returns what that costs, as far as it
// is no more than the limit.
func (g *grid) exchange(boxes []*box, i, k int, limit float64) float64 {
	boxes[i], boxes[k] = boxes[k], boxes[i]
	g.settle()
	return g.costUpTo(limit)
}

// of are the boxes of a frame in their order, with the places kept free between them.
func (g *grid) of(f *frame) []*box {
	for _, z := range g.zones {
		if z.frame == f {
			return withoutEnd(z.boxes)
		}
	}
	return nil
}
