package draw

import (
	"math/rand/v2"
	"slices"
)

const rounds = 8 // of exchanges for the better; more hardly change anything

// lay puts the boxes into the order within their zones, and the frames within a frame into
// the order, that makes the best picture, as far as one is found. While arrows run through
// boxes or titles it goes on with places that are kept free, once for each of the numbers of
// columns, of which the first is liked best.
func (g *grid) lay(columns ...int) {
	g.setColumns(columns[0])
	g.loosen()
	best, least := g.arranged(0)
	for try, n := range columns {
		if g.clear() {
			return
		}
		g.addSpace(n)
		g.setColumns(n)
		if order, cost := g.arranged(try + 1); cost < least {
			best, least = order, cost
		}
		g.restore(best)
	}
}

// arranged looks for an order, which it leaves the boxes in, and returns what it costs.
func (g *grid) arranged(try int) (order, float64) {
	g.improve()
	best, least := g.order(), g.cost()
	g.anneal(rand.New(rand.NewPCG(1, uint64(try)))) // the same in every run
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
	for i, z := range o.zones {
		g.zones[i] = zone{slices.Clone(z.boxes), z.frame}
	}
	g.setColumns(o.columns)
}

// loosen lets the boxes of a row that is not full stand anywhere in it: the only box of a frame
// is best below what it talks to.
func (g *grid) loosen() {
	for i, z := range g.zones {
		for len(z.boxes) < g.columns {
			z.boxes = append(z.boxes, &box{})
		}
		g.zones[i].boxes = z.boxes
	}
	g.setColumns(g.columns)
}

// addSpace adds to each zone places that may be kept free: the rest of the last row, and
// a row more of so many columns.
func (g *grid) addSpace(columns int) {
	for i, z := range g.zones {
		boxes := slices.DeleteFunc(z.boxes, (*box).space)
		free := columns + (columns-len(boxes)%columns)%columns
		for range free {
			boxes = append(boxes, &box{})
		}
		g.zones[i].boxes = boxes
	}
}

// space says whether a box is a place that is kept free.
func (b *box) space() bool { return b.nodes == nil }

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
