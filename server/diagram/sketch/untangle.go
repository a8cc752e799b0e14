package sketch

import (
	"slices"
)

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
