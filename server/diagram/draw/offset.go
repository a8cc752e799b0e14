package draw

import (
	"math"
	"unicode/utf8"
)

// offset is how far the text of an arrow is moved from where mermaid puts it.
type offset struct{ x, y int }

// offsets finds for the text of each link a place along its arrow that is free of
// boxes and other texts, as near to the middle as may be.
func (g *grid) offsets() map[*link]offset {
	var taken []rect
	for _, p := range g.at {
		taken = append(taken, around4(p, boxWidth, boxHeight))
	}
	found := map[*link]offset{}
	for i, l := range g.links {
		best, at := math.Inf(1), offset{}
		var where rect
		for rank, c := range g.candidates(l, i == 0) {
			cost := float64(rank)
			for _, r := range taken {
				cost += r.overlap(c.text)
			}
			if cost < best {
				best, at, where = cost, c.offset, c.text
			}
		}
		taken = append(taken, where)
		found[l] = at
	}
	return found
}

type candidate struct {
	offset
	text rect
}

// candidates are the places for a text, the best first: beside a steep arrow, above
// or below a flat one.
func (g *grid) candidates(l *link, straight bool) []candidate {
	from, to := g.at[l.from], g.at[l.to]
	start, end := border(from, to), border(to, from)
	middle := point{(start.x + end.x) / 2, (start.y + end.y) / 2}
	width := letterWidth * float64(utf8.RuneCountInString(l.uses()))
	height := textHigh
	if how := l.how(); how != "" {
		width = max(width, letterWidth*float64(utf8.RuneCountInString(how)+2))
		height *= 2
	}
	places := []point{{6, 0}, {-width - 6, 0}, {-width / 2, 0}}
	if math.Abs(end.y-start.y) < rowPitch/4 {
		beyond := boxHeight/2 + height/2 + 4 // where a text may be wider than the gap between two boxes
		places = []point{{-width / 2, -height}, {-width / 2, height}, {-width / 2, -beyond}, {-width / 2, beyond}}
	}
	var all []candidate
	for _, t := range []float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
		on := along(start, end, t, straight)
		for _, p := range places {
			left, y := on.x+p.x, on.y+p.y
			all = append(all, candidate{
				offset{int(math.Round(left - middle.x)), int(math.Round(y - middle.y))},
				rect{left, y - height/2, left + width, y + height/2},
			})
		}
	}
	return all
}

// border is where the way from one box's center to another's leaves the box.
func border(from, to point) point {
	dx, dy := to.x-from.x, to.y-from.y
	if dx == 0 && dy == 0 {
		return from
	}
	share := min(boxWidth/2/max(math.Abs(dx), 1e-6), boxHeight/2/max(math.Abs(dy), 1e-6))
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
