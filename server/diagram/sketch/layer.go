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

const sweeps = 8 // after which the order hardly gets better

// untangle orders each layer so that few arrows cross.
func (o *order) untangle() {
	best, least := o.copy(), o.crossings()
	for i := range sweeps {
		for j := range o.layers {
			at := j
			if i%2 == 1 {
				at = len(o.layers) - 1 - j
			}
			o.sort(at, i%2 == 0)
		}
		if n := o.crossings(); n < least {
			best, least = o.copy(), n
		}
	}
	o.layers = best
}

func (o *order) copy() [][]int {
	all := make([][]int, len(o.layers))
	for i, l := range o.layers {
		all[i] = slices.Clone(l)
	}
	return all
}

// places are where the items stand in their layers, from 0 to 1.
func (o *order) places() []float64 {
	at := make([]float64, o.n)
	for _, l := range o.layers {
		for i, v := range l {
			at[v] = (float64(i) + 0.5) / float64(len(l))
		}
	}
	return at
}

// sort orders a layer by the mean place of what its items are linked with, on the
// side from which the sweep comes.
func (o *order) sort(layer int, forward bool) {
	at := o.places()
	mean := map[int]float64{}
	for _, v := range o.layers[layer] {
		sum, n := 0.0, 0
		for u, to := range o.next {
			for _, w := range to {
				switch {
				case forward && w == v:
					sum, n = sum+at[u], n+1
				case !forward && u == v:
					sum, n = sum+at[w], n+1
				}
			}
		}
		mean[v] = at[v]
		if n > 0 {
			mean[v] = sum / float64(n)
		}
	}
	slices.SortStableFunc(o.layers[layer], func(a, b int) int {
		switch {
		case mean[a] < mean[b]:
			return -1
		case mean[a] > mean[b]:
			return 1
		}
		return 0
	})
}

// crossings counts the pairs of links that cross, long links taken as straight.
func (o *order) crossings() int {
	at := o.places()
	type link struct{ u, w int }
	var all []link
	for u, to := range o.next {
		for _, w := range to {
			all = append(all, link{u, w})
		}
	}
	n := 0
	for i, a := range all {
		for _, b := range all[i+1:] {
			if o.layer[a.u] < o.layer[b.w] && o.layer[b.u] < o.layer[a.w] && (at[a.u]-at[b.u])*(at[a.w]-at[b.w]) < 0 {
				n++
			}
		}
	}
	return n
}
