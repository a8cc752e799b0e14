package sketch

import (
	"math"
)

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
