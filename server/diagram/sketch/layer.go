package sketch

import (
	"math"
	"slices"
)

// order is how the items of a group stand in layers, one after another in the
// direction of the arrows.
type order struct {
	n      int
	next   [][]int // with every arrow, cycles cut
	layer  []int
	layers [][]int
}

// newOrder puts n items into layers. Links are pairs of items, the first before
// the second; those that close a cycle go against the direction.
func newOrder(n int, links [][2]int) *order {
	o := &order{n: n, next: make([][]int, n), layer: make([]int, n)}
	given := make([][]int, n)
	for _, l := range links {
		if l[0] != l[1] && !slices.Contains(given[l[0]], l[1]) {
			given[l[0]] = append(given[l[0]], l[1])
		}
	}
	o.cut(given)
	o.assign()
	o.spread()
	o.untangle()
	return o
}

// cut turns the links around that lead back to where the walk came from.
func (o *order) cut(given [][]int) {
	const unseen, open, done = 0, 1, 2
	state := make([]int, o.n)
	var walk func(int)
	walk = func(v int) {
		state[v] = open
		for _, w := range given[v] {
			if state[w] == open {
				o.next[w] = append(o.next[w], v)
				continue
			}
			o.next[v] = append(o.next[v], w)
			if state[w] == unseen {
				walk(w)
			}
		}
		state[v] = done
	}
	for _, v := range o.starts(given) {
		if state[v] == unseen {
			walk(v)
		}
	}
}

// starts are all items, those first that nothing leads to.
func (o *order) starts(given [][]int) []int {
	entered := make([]bool, o.n)
	for _, to := range given {
		for _, w := range to {
			entered[w] = true
		}
	}
	var first, rest []int
	for v := range o.n {
		if entered[v] {
			rest = append(rest, v)
		} else {
			first = append(first, v)
		}
	}
	return append(first, rest...)
}

// assign gives each item the layer after the last of those that lead to it, and
// those that nothing leads to the one before the first that they lead to.
func (o *order) assign() {
	for range o.n {
		changed := false
		for v, to := range o.next {
			for _, w := range to {
				if o.layer[w] <= o.layer[v] {
					o.layer[w], changed = o.layer[v]+1, true
				}
			}
		}
		if !changed {
			break
		}
	}
	entered := make([]bool, o.n)
	for _, to := range o.next {
		for _, w := range to {
			entered[w] = true
		}
	}
	for v, to := range o.next {
		if !entered[v] && len(to) > 0 {
			nearest := math.MaxInt
			for _, w := range to {
				nearest = min(nearest, o.layer[w])
			}
			o.layer[v] = nearest - 1
		}
	}
}

// spread fills the layers. What nothing is said of goes where there is room.
func (o *order) spread() {
	linked := make([]bool, o.n)
	count := 1
	for v, to := range o.next {
		for _, w := range to {
			linked[v], linked[w] = true, true
			count = max(count, o.layer[w]+1)
		}
	}
	if !slices.Contains(linked, true) {
		count = max(1, int(math.Sqrt(float64(o.n))))
	}
	o.layers = make([][]int, count)
	for v := range o.n {
		if linked[v] {
			o.layers[o.layer[v]] = append(o.layers[o.layer[v]], v)
		}
	}
	for v := range o.n {
		if linked[v] {
			continue
		}
		for i := range o.layers {
			if len(o.layers[i]) < len(o.layers[o.layer[v]]) {
				o.layer[v] = i
			}
		}
		o.layers[o.layer[v]] = append(o.layers[o.layer[v]], v)
	}
}
