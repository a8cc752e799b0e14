package draw

import (
	"math"
	"math/rand/v2"
)

const (
	mostTried = 7_500   // exchanges at random, for one number of columns
	patient   = 110_000 // of those, times the number of arrows

	hottest = 100.0 // a cost that is taken for a chance to get out of a dead end
	coldest = 0.5
)

// anneal exchanges boxes at random. At first it takes changes for the worse, too.
func (g *grid) anneal(chance *rand.Rand) {
	g.settle()
	now := g.cost()
	exchanges := exchangesFor(len(g.links))
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

// exchangesFor bounds the time for a picture: an exchange takes the longer the more arrows there are.
func exchangesFor(links int) int { return min(mostTried, patient/(1+links)) }

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
