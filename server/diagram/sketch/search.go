package sketch

import (
	"container/heap"
	"slices"
)

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
		if s.away(next) {
			cost += costAlien
		}
		s.offer(state{next.y*s.w + next.x, d}, q.state, cost)
	}
}

// away says whether a cell is where the line at hand has no business.
func (r *router) away(p point) bool {
	if r.home.w > 0 && !r.home.contains(p) {
		return true
	}
	return slices.ContainsFunc(r.aliens, func(a area) bool { return a.contains(p) })
}
