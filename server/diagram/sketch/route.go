package sketch

import (
	"container/heap"
	"iter"
	"slices"
)

// What is in a cell already.
const (
	wall    uint8 = 1 << iota // nothing else may be here
	across                    // a line that goes sideways
	upright                   // a line that goes up or down
	rim                       // the border of a group, sideways
	side                      // the border of a group, up or down
	near                      // beside a box, where lines look as if they belonged to it
)

// The cost of going a way: what is shorter, straighter and crosses less is better.
const (
	costStep  = 10
	costTurn  = 40
	costCross = 60
	costNear  = 14
	costAlien = 40 // for each cell within a group that the line has nothing to do with
	costPort  = 3  // for each cell that a line begins or ends off the middle
	costSide  = 25 // of beginning or ending at a side that does not face the other box
	costBack  = 70 // at the side that looks away from it
)

// directions: right, down, left, up.
var steps = [4]point{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}

const (
	right = iota
	down
	left
	up
)

func sideways(d int) bool { return d%2 == 0 }

const margin = 6 // cells around everything, for lines that go round

// router finds ways for lines through a grid, one after another.
type router struct {
	w, h       int
	cells      []uint8
	horizontal bool
	scene      *scene
	of         measure
	aliens     []area // groups that the line at hand has nothing to do with
}

func newRouter(w, h int, p plan, s *scene) *router {
	return &router{w: w, h: h, cells: make([]uint8, w*h), horizontal: p.horizontal, scene: s, of: p.of}
}

func (r *router) inside(p point) bool { return p.x >= 0 && p.y >= 0 && p.x < r.w && p.y < r.h }

func (r *router) at(p point) uint8 {
	if !r.inside(p) {
		return wall
	}
	return r.cells[p.y*r.w+p.x]
}

func (r *router) set(p point, what uint8) {
	if r.inside(p) {
		r.cells[p.y*r.w+p.x] |= what
	}
}

// block fills a box's cells, and notes those beside it.
func (r *router) block(a area) {
	for y := a.y - 1; y <= a.y+a.h; y++ {
		for x := a.x - 1; x <= a.x+a.w; x++ {
			if a.contains(point{x, y}) {
				r.set(point{x, y}, wall)
			} else {
				r.set(point{x, y}, near)
			}
		}
	}
}

// fence draws the border of a group, which lines cross at a right angle, but for
// its corners and its title.
func (r *router) fence(a area, title int) {
	for x := a.x; x <= a.right(); x++ {
		r.set(point{x, a.y}, rim)
		r.set(point{x, a.bottom()}, rim)
	}
	for y := a.y; y <= a.bottom(); y++ {
		r.set(point{a.x, y}, side)
		r.set(point{a.right(), y}, side)
	}
	for _, p := range []point{{a.x, a.y}, {a.right(), a.y}, {a.x, a.bottom()}, {a.right(), a.bottom()}} {
		r.set(p, wall)
	}
	for x := a.x; x <= a.x+title+2; x++ {
		r.set(point{x, a.y}, wall)
	}
}

// port is a place where a line may begin or end: a cell beside a border, the
// border's cell, and the way out.
type port struct {
	at, border point
	out, cost  int
}

// ports are those of an item, the better the cheaper for a line to other.
func (r *router) ports(i, other *item, leaving bool) []port {
	var all []port
	for d := range steps {
		cost := r.sideCost(i, other, d)
		if i == other && sideways(d) != (leaving == r.horizontal) {
			continue // a line from a box to itself goes round a corner
		}
		c := i.center()
		if sideways(d) {
			x, border := i.x-1, i.x
			if d == right {
				x, border = i.right()+1, i.right()
			}
			for y := range between(i.y, i.h) {
				all = append(all, port{point{x, y}, point{border, y}, d, cost + costPort*abs(y-c.y)})
			}
			continue
		}
		y, border := i.y-1, i.y
		if d == down {
			y, border = i.bottom()+1, i.bottom()
		}
		for x := range between(i.x, i.w) {
			if i.isGroup() && d == up && x <= i.x+r.of(i.title)+3 {
				continue // where its title stands
			}
			all = append(all, port{point{x, y}, point{x, border}, d, cost + costPort*abs(x-c.x)})
		}
	}
	return all
}

// between are the cells of a side without its corners; all of one that has no more.
func between(start, length int) iter.Seq[int] {
	return func(yield func(int) bool) {
		low, high := start+1, start+length-2
		if length < 3 {
			low, high = start, start+length-1
		}
		for i := low; i <= high && yield(i); i++ {
		}
	}
}

// sideCost prefers the sides that face the other box in the direction in which the
// layers follow one another.
func (r *router) sideCost(i, other *item, d int) int {
	a, b := i.center(), other.center()
	forward := (b.x-a.x)*steps[d].x > 0
	if !r.horizontal {
		forward = (b.y-a.y)*steps[d].y > 0
	}
	switch {
	case sideways(d) != r.horizontal:
		return costSide
	case forward:
		return 0
	}
	return costBack
}

func abs(n int) int { return max(n, -n) }

// state is a cell with the direction in which it was entered.
type state struct{ cell, d int }

type queued struct {
	state
	cost, bound int
}

type queue []queued

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].bound < q[j].bound }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(queued)) }
func (q *queue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}

// search is one run of A* over cells and directions.
type search struct {
	*router
	goals  map[state]port
	target area
	cost   map[state]int
	came   map[state]state
	queue  queue
}

// way finds the cheapest path for a line. Not ok means that there is none.
func (r *router) way(from, to *item) (path []point, begin, end port, ok bool) {
	s := &search{router: r, goals: map[state]port{}, target: to.area, cost: map[state]int{}, came: map[state]state{}}
	starts := map[int]port{}
	for _, p := range r.ports(to, from, false) {
		if r.free(p.at) {
			s.goals[state{p.at.y*r.w + p.at.x, (p.out + 2) % 4}] = p
		}
	}
	for _, p := range r.ports(from, to, true) {
		if r.free(p.at) {
			cell := p.at.y*r.w + p.at.x
			starts[cell] = p
			s.offer(state{cell, p.out}, state{-1, 0}, p.cost)
		}
	}
	last, ok := s.run()
	if !ok {
		return nil, begin, end, false
	}
	end = s.goals[last]
	for at := last; at.cell >= 0; at = s.came[at] {
		path = append(path, point{at.cell % r.w, at.cell / r.w})
	}
	slices.Reverse(path)
	return path, starts[path[0].y*r.w+path[0].x], end, true
}

// free says whether a line may begin or end in a cell: it has it for itself.
func (r *router) free(p point) bool {
	return r.at(p)&(wall|across|upright|rim|side) == 0
}

func (s *search) offer(to, from state, cost int) {
	if known, seen := s.cost[to]; seen && known <= cost {
		return
	}
	s.cost[to], s.came[to] = cost, from
	p := point{to.cell % s.w, to.cell / s.w}
	far := max(0, s.target.x-p.x, p.x-s.target.right()) + max(0, s.target.y-p.y, p.y-s.target.bottom())
	heap.Push(&s.queue, queued{to, cost, cost + costStep*far})
}

func (s *search) run() (state, bool) {
	best, least, found := state{}, 0, false
	for s.queue.Len() > 0 {
		q := heap.Pop(&s.queue).(queued)
		if found && q.bound >= least {
			break
		}
		if q.cost > s.cost[q.state] {
			continue
		}
		if p, ok := s.goals[q.state]; ok {
			if total := q.cost + p.cost; !found || total < least {
				best, least, found = q.state, total, true
			}
			continue
		}
		s.expand(q)
	}
	return best, found
}

// expand goes on from a cell. A cell with a line in it is left as it was entered.
func (s *search) expand(q queued) {
	here := point{q.cell % s.w, q.cell / s.w}
	crossing := s.at(here)&(across|upright|rim|side) != 0
	for d := range steps {
		if d == (q.d+2)%4 || crossing && d != q.d {
			continue
		}
		next := point{here.x + steps[d].x, here.y + steps[d].y}
		what := s.at(next)
		along, over := across|rim, upright|side
		if !sideways(d) {
			along, over = over, along
		}
		if what&wall != 0 || what&along != 0 {
			continue
		}
		cost := q.cost + costStep
		if d != q.d {
			cost += costTurn
		}
		if what&over&(across|upright) != 0 {
			cost += costCross
		}
		if what&near != 0 {
			cost += costNear
		}
		if slices.ContainsFunc(s.aliens, func(a area) bool { return a.contains(next) }) {
			cost += costAlien
		}
		s.offer(state{next.y*s.w + next.x, d}, q.state, cost)
	}
}

// take marks the cells of a line as taken: what begins, ends or turns there is in
// nobody else's way.
func (r *router) take(path []point) {
	for i, p := range path {
		if i == 0 || i == len(path)-1 {
			r.set(p, wall)
			continue
		}
		before, after := path[i-1], path[i+1]
		switch {
		case before.y == p.y && after.y == p.y:
			r.set(p, across)
		case before.x == p.x && after.x == p.x:
			r.set(p, upright)
		default:
			r.set(p, wall)
		}
	}
}
