package sketch

import "slices"

// plan is how a graph is to be laid out.
type plan struct {
	horizontal bool // layers side by side, and not one below the other
	backward   bool // from right to left, or from below
	width      int  // cells of a line of a label
	room       int  // cells that are added between what stands beside each other
	margin     int  // cells around everything, for lines that go round
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
