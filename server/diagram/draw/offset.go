package draw

import "math"

// offset is how far the text of an arrow is moved from where mermaid puts it.
type offset struct{ x, y int }

const (
	textSize  = 12.0 // of the texts at arrows
	textHigh  = 16.0
	clearance = 6.0  // around a box and a text, for fonts and hosts that differ
	closest   = 24.0 // how far a text may be from its arrow
)

// offsets finds for the text of each link a place along its arrow that is free of
// boxes, frames' titles and other texts, as near to the middle as may be. Not ok means
// that there is no such place for some of them.
func (g *grid) offsets() (found map[*link]offset, ok bool) {
	taken := g.obstacles()
	lines := g.borders()
	found = map[*link]offset{}
	ok = true
	for i, l := range g.links {
		best, free := candidate{}, false
		least := math.Inf(1)
		for rank, c := range g.candidates(l, i == 0) {
			lies := 0.0
			for _, r := range taken {
				lies += r.overlap(c.text)
			}
			if cost := float64(rank) + 10*lies + 4*g.struck(c.text, lines); cost < least {
				least, best, free = cost, c, lies == 0
			}
		}
		taken = append(taken, best.text.grow(2*clearance))
		found[l] = best.offset
		ok = ok && free
	}
	return found, ok
}

// obstacles are what no text may lie on: boxes, and the titles of frames.
func (g *grid) obstacles() []rect {
	var taken []rect
	for _, z := range g.zones {
		for _, b := range z.boxes {
			taken = append(taken, g.at[b].grow(clearance))
		}
	}
	for _, f := range g.frames {
		half := max(textWidth(f.title, 16, true), 90) / 2
		middle := f.center().x
		taken = append(taken, rect{middle - half, f.top - 4, middle + half, f.top + 44}.grow(clearance))
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

// struck is how many lines and arrows run through a text.
func (g *grid) struck(text rect, lines []rect) float64 {
	n := 0.0
	for _, r := range lines {
		if r.overlap(text) > 0 {
			n++
		}
	}
	for i, l := range g.links {
		if start, end := g.ends(l); throughRect(start, end, i == 0, text) {
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
func (g *grid) candidates(l *link, straight bool) []candidate {
	start, end := g.ends(l)
	middle := point{(start.x + end.x) / 2, (start.y + end.y) / 2}
	width, half, below := textWidth(l.text(), textSize, false), textHigh/2, 0.0
	if how := l.how(); how != "" {
		width = max(width, textWidth(how, textSize, false)+2*textSize)
		below = textSize + 5
	}
	steep := math.Abs(end.y-start.y) > math.Abs(end.x-start.x)/3
	var all []candidate
	for _, t := range []float64{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8} {
		on := along(start, end, t, straight)
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
