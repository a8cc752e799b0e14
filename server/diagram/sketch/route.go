package sketch

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
	costAlien = 40 // for each cell within a group that the line has nothing to do with, or outside of its own
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

// router finds ways for lines through a grid, one after another.
type router struct {
	w, h       int
	cells      []uint8
	horizontal bool
	scene      *scene
	of         measure
	aliens     []area // groups that the line at hand has nothing to do with
	home       area   // the group that holds both its ends; empty for none
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
