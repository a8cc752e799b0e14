package draw

import (
	"cmp"
	"math"
	"slices"
)

// offset is how far the text of an arrow is moved from where mermaid puts it.
type offset struct{ x, y int }

const (
	textSize  = 12.0 // of the texts at arrows
	textHigh  = 16.0
	clearance = 6.0  // around a box and a text, for fonts and hosts that differ
	closest   = 24.0 // how far a text may be from its arrow
)

// offsets finds for the text of each link a place along its arrow that is free of
// boxes, frames' titles, other texts and other arrows, as near to the middle as may be.
// Those that are tight have no such place; words come before numbers among them.
func (g *grid) offsets() (found map[*link]offset, tight []*link) {
	g.draw()
	taken := g.obstacles()
	lines := g.borders()
	found = map[*link]offset{}
	for _, i := range g.hardest() {
		l := g.links[i]
		var best candidate
		least := math.Inf(1)
		for rank, c := range g.candidates(l, &g.drawn[i]) {
			if cost := float64(rank) + g.blocked(c.text, taken, lines); cost < least {
				least, best = cost, c
			}
		}
		taken = append(taken, best.text.grow(2*clearance))
		found[l] = best.offset
		if least >= strikeCost {
			tight = append(tight, l)
		}
	}
	slices.SortStableFunc(tight, func(a, b *link) int { return a.number - b.number })
	return found, tight
}

// hardest are the indices of the links, those first whose texts are the longest: where
// those find no room, numbers do.
func (g *grid) hardest() []int {
	var order []int
	for i := range g.links {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.links[b].wide(), g.links[a].wide()) })
	return order
}

const (
	overlapCost = 10.0  // for each pixel that a text lies on something
	strikeCost  = 200.0 // for each arrow through a text: more than the worst of the places
	borderCost  = 30.0  // for each border of a frame through a text
)

// blocked weighs what is wrong with a place for a text.
func (g *grid) blocked(text rect, taken, lines []rect) float64 {
	cost := 0.0
	for _, r := range taken {
		if o := r.overlap(text); o > 0 {
			cost += strikeCost + float64(overlapCost*o)
		}
	}
	for _, r := range lines {
		if r.overlap(text) > 0 {
			cost += borderCost
		}
	}
	return cost + strikeCost*g.struck(text)
}

// obstacles are what no text may lie on: boxes, and the titles of frames.
func (g *grid) obstacles() []rect {
	var taken []rect
	for _, z := range g.zones {
		for _, b := range z.boxes {
			if !b.space() {
				taken = append(taken, b.at.grow(clearance))
			}
		}
	}
	for _, f := range g.frames {
		taken = append(taken, f.heading().grow(clearance))
	}
	return taken
}

// borders are the lines of the frames, which a text should not lie on.
func (g *grid) borders() []rect {
	var lines []rect
	for _, f := range g.frames {
		lines = append(lines, rect{f.left, f.top - 2, f.right, f.top + 2}, rect{f.left - 2, f.top, f.left + 2, f.bottom}, rect{f.right - 2, f.top, f.right + 2, f.bottom})
	}
	return lines
}

// struck is how many arrows run through a text.
func (g *grid) struck(text rect) (n float64) {
	for i := range g.drawn {
		if g.drawn[i].through(text) {
			n++
		}
	}
	return n
}

type candidate struct {
	offset
	text rect
}

// candidates are the places for a text, the best first: beside a steep arrow, above
// or below a flat one.
func (g *grid) candidates(l *link, way *stroke) []candidate {
	start, end := way.a, way.b
	middle := point{(start.x + end.x) / 2, (start.y + end.y) / 2}
	width, half, below := l.wide(), textHigh/2, 0.0
	if l.how() != "" {
		below = textSize + 5
	}
	steep := math.Abs(end.y-start.y) > math.Abs(end.x-start.x)/3
	var all []candidate
	for _, t := range []float64{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8} {
		on := way.at(t)
		shifts := []point{
			{6, 0}, {-width - 6, 0}, {6, -half - below}, {6, half}, {-width - 6, -half - below}, {-width - 6, half},
			{-width / 2, -half - below}, {-width / 2, half}, {closest, 0}, {-width - closest, 0},
		}
		if !steep {
			shifts = []point{{-width / 2, -half - 2 - below}, {-width / 2, half + 4}, {-width / 2, -half - closest - below}, {-width / 2, half + closest}}
		}
		for _, shift := range shifts {
			left, y := on.x+shift.x, on.y+shift.y
			all = append(all, candidate{
				offset{int(math.Round(left - middle.x)), int(math.Round(y - middle.y))},
				rect{left, y - half, left + width, y + half + below},
			})
		}
	}
	return all
}
