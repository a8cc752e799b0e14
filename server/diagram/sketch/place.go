package sketch

import (
	"math"
	"slices"
)

// plan is how a graph is to be laid out.
type plan struct {
	horizontal bool // layers side by side, and not one below the other
	backward   bool // from right to left, or from below
	width      int  // cells of a line of a label
	room       int  // cells that are added between what stands beside each other
	of         measure
}

// The space around things, in cells.
const (
	padX, padY = 3, 2 // between a group's border and what is in it, the border included
	laneX      = 3    // between boxes side by side
	laneY      = 1    // between boxes one below the other, when layers are side by side
	leastX     = 5    // between layers side by side: a line, its arrow, and room to turn
	leastY     = 2
)

// place gives everything in a group its place relative to the group, and the group
// its size.
func (t *tree) place(g *item, p plan) {
	for _, i := range g.items {
		if i.isGroup() {
			t.place(i, p)
		}
	}
	at := map[*item]int{}
	for n, i := range g.items {
		at[i] = n
	}
	var links [][2]int
	var inside []*edge
	for _, e := range t.edges {
		a, b := e.from.within(g), e.to.within(g)
		if a == nil || b == nil {
			continue
		}
		if p.backward {
			a, b = b, a
		}
		links = append(links, [2]int{at[a], at[b]})
		inside = append(inside, e)
	}
	o := newOrder(len(g.items), links)
	l := &layout{plan: p, order: o, items: g.items, links: links, edges: inside}
	l.along()
	l.across()
	g.enclose(t.root, p)
}

// layout gives the items of one group their coordinates.
type layout struct {
	plan
	*order
	items []*item
	links [][2]int
	edges []*edge
}

// along sets the coordinate in the direction of the arrows.
func (l *layout) along() {
	at := 0
	for n, layer := range l.layers {
		most := 0
		for _, v := range layer {
			most = max(most, l.length(v))
		}
		for _, v := range layer {
			l.setAlong(v, at+(most-l.length(v))/2)
		}
		at += most + l.gapAfter(n)
	}
}

// gapAfter is the space after a layer: for the labels of what leaves it, and for
// lines to turn in.
func (l *layout) gapAfter(layer int) int {
	gap, turning := leastY, 0
	if l.horizontal {
		gap = leastX
	}
	for i, link := range l.links {
		from, to := l.layer[link[0]], l.layer[link[1]]
		if min(from, to) > layer || max(from, to) <= layer {
			continue
		}
		turning++
		label := l.edges[i].label
		switch {
		case len(label) == 0 || min(from, to) != layer:
		case l.horizontal:
			gap = max(gap, widest(label, l.of)+4)
		default:
			gap = max(gap, len(label)+3)
		}
	}
	return gap + l.room + max(0, turning-len(l.layers[layer])-1)/2
}

// across sets the other coordinate: items stand near the middle of what they are
// linked with, in their order, and apart from each other.
func (l *layout) across() {
	center := make([]float64, l.n)
	for _, layer := range l.layers {
		at := 0.0
		for _, v := range layer {
			center[v] = at + float64(l.breadth(v))/2
			at += float64(l.breadth(v) + l.lane())
		}
		for _, v := range layer {
			center[v] -= at / 2
		}
	}
	for i := range 2 * sweeps {
		for j := range l.layers {
			layer := j
			if i%2 == 1 {
				layer = len(l.layers) - 1 - j
			}
			l.settle(l.layers[layer], center)
		}
	}
	low := math.MaxInt
	for _, layer := range l.layers {
		l.round(layer, center)
		for _, v := range layer {
			low = min(low, l.getAcross(v))
		}
	}
	for v := range l.n {
		l.setAcross(v, l.getAcross(v)-low)
	}
}

// settle moves the items of a layer to the mean of what they are linked with, as
// near as their order and their size allow: the closest such places, by pooling
// neighbors that want to stand where the other does.
func (l *layout) settle(layer []int, center []float64) {
	type pool struct {
		sum  float64
		size int
	}
	var pools []pool
	before := make([]float64, len(layer)) // how far each must be from the first
	for i, v := range layer {
		if i > 0 {
			before[i] = before[i-1] + float64(l.breadth(layer[i-1])+l.breadth(v))/2 + float64(l.lane())
		}
		pools = append(pools, pool{l.wish(v, center) - before[i], 1})
		for n := len(pools); n > 1 && pools[n-2].sum/float64(pools[n-2].size) > pools[n-1].sum/float64(pools[n-1].size); n = len(pools) {
			pools[n-2] = pool{pools[n-2].sum + pools[n-1].sum, pools[n-2].size + pools[n-1].size}
			pools = pools[:n-1]
		}
	}
	i := 0
	for _, p := range pools {
		for range p.size {
			center[layer[i]] = p.sum/float64(p.size) + before[i]
			i++
		}
	}
}

// wish is where an item would stand if there were no others beside it.
func (l *layout) wish(v int, center []float64) float64 {
	sum, n := 0.0, 0
	for _, link := range l.links {
		switch {
		case link[0] == link[1]:
		case link[0] == v:
			sum, n = sum+center[link[1]], n+1
		case link[1] == v:
			sum, n = sum+center[link[0]], n+1
		}
	}
	if n == 0 {
		return center[v]
	}
	return sum / float64(n)
}

// round takes whole cells, and keeps the distances.
func (l *layout) round(layer []int, center []float64) {
	for i, v := range layer {
		at := int(math.Round(center[v] - float64(l.size(v))/2))
		if i > 0 {
			u := layer[i-1]
			at = max(at, l.getAcross(u)+l.size(u)+l.lane())
		}
		l.setAcross(v, at)
	}
}

func (l *layout) lane() int {
	if l.horizontal {
		return laneY + l.room/2
	}
	return laneX + l.room
}

// length is the size of an item in the direction of the arrows.
func (l *layout) length(v int) int {
	if l.horizontal {
		return l.items[v].w
	}
	return l.items[v].h
}

// size is that across.
func (l *layout) size(v int) int {
	if l.horizontal {
		return l.items[v].h
	}
	return l.items[v].w
}

// breadth is the size with room for the labels of the arrows that end there, which
// stand centered above the item.
func (l *layout) breadth(v int) int {
	most := l.size(v)
	if l.horizontal {
		return most
	}
	for i, link := range l.links {
		if link[1] == v {
			most = max(most, widest(l.edges[i].label, l.of)+1)
		}
	}
	return most
}

func (l *layout) setAlong(v, at int) {
	if l.horizontal {
		l.items[v].x = at
	} else {
		l.items[v].y = at
	}
}

func (l *layout) setAcross(v, at int) {
	if l.horizontal {
		l.items[v].y = at
	} else {
		l.items[v].x = at
	}
}

func (l *layout) getAcross(v int) int {
	if l.horizontal {
		return l.items[v].y
	}
	return l.items[v].x
}

// enclose gives a group the size of what is in it, with space around.
func (i *item) enclose(root *item, p plan) {
	i.w, i.h = 0, 0
	x, y := padX, padY
	if i == root {
		x, y = 0, 0
	}
	for _, inner := range i.items {
		inner.x, inner.y = inner.x+x, inner.y+y
		i.w, i.h = max(i.w, inner.x+inner.w+x), max(i.h, inner.y+inner.h+y)
	}
	i.w = max(i.w, p.of(i.title)+4)
}

// settleDown makes places relative to groups absolute.
func (i *item) settleDown() {
	for _, inner := range i.items {
		inner.x, inner.y = inner.x+i.x, inner.y+i.y
		inner.settleDown()
	}
}

// all are the items within this one, outer before inner.
func (i *item) all() []*item {
	var found []*item
	for _, inner := range i.items {
		found = append(append(found, inner), inner.all()...)
	}
	return slices.Clip(found)
}
