package sketch

// A scene is a drawing on a grid of cells, before it becomes text or SVG. Both
// are made of the same scene, so what holds for one holds for the other: nothing
// lies on anything else but lines that cross.
type scene struct {
	boxes  []box
	frames []frame
	lines  []stroke
	labels []label
}

type point struct{ x, y int }

// area is a rectangle of cells; its border is the outermost cells in it.
type area struct{ x, y, w, h int }

func (a area) center() point { return point{a.x + a.w/2, a.y + a.h/2} }

func (a area) right() int { return a.x + a.w - 1 }

func (a area) bottom() int { return a.y + a.h - 1 }

func (a area) contains(p point) bool {
	return p.x >= a.x && p.x <= a.right() && p.y >= a.y && p.y <= a.bottom()
}

// box is a node with the lines that stand in it; compartments are parted by a rule.
type box struct {
	area
	shape shape
	parts [][]string
}

// frame is a line around others, with a title in its upper border. Dividers are
// rules across it, each with a title of its own.
type frame struct {
	area
	title    string
	dividers []divider
}

type divider struct {
	y     int
	title string
}

// stroke is a line from cell to cell, each a neighbor of the one before.
type stroke struct {
	path       []point
	from, to   point // the border cells at which it begins and ends
	style      style
	start, end mark
}

// label stands centered on a cell of a line, or on nothing.
type label struct {
	at    point // of the first cell of the first line
	lines []string
	width int // cells
}

type style uint8

const (
	solid style = iota
	dotted
	thick
	life // of a participant in a sequence
)

type shape uint8

const (
	square shape = iota
	round
	store   // a cylinder
	choice  // a diamond or a hexagon
	begin   // of a state diagram
	finish  // of a state diagram
	bar     // where states fork and join
	person  // who uses the system
	outside // run by others
	note
)

// mark is what stands at the end of a line.
type mark uint8

const (
	bare mark = iota
	arrow
	openArrow
	cross
	ball
	triangle
	filledDiamond
	emptyDiamond
	one
	noneOrOne
	oneOrMore
	anyNumber
)

// shift moves the whole scene.
func (s *scene) shift(dx, dy int) {
	move := func(p *point) { p.x, p.y = p.x+dx, p.y+dy }
	for i := range s.boxes {
		s.boxes[i].x, s.boxes[i].y = s.boxes[i].x+dx, s.boxes[i].y+dy
	}
	for i := range s.frames {
		f := &s.frames[i]
		f.x, f.y = f.x+dx, f.y+dy
		for j := range f.dividers {
			f.dividers[j].y += dy
		}
	}
	for i := range s.lines {
		l := &s.lines[i]
		move(&l.from)
		move(&l.to)
		for j := range l.path {
			move(&l.path[j])
		}
	}
	for i := range s.labels {
		move(&s.labels[i].at)
	}
}

// trim moves the scene to the upper left corner and says how large it is.
func (s *scene) trim() (w, h int) {
	low, high := point{1 << 30, 1 << 30}, point{-1 << 30, -1 << 30}
	see := func(x, y int) {
		low.x, low.y = min(low.x, x), min(low.y, y)
		high.x, high.y = max(high.x, x), max(high.y, y)
	}
	for _, b := range s.boxes {
		see(b.x, b.y)
		see(b.right(), b.bottom())
	}
	for _, f := range s.frames {
		see(f.x, f.y)
		see(f.right(), f.bottom())
	}
	for _, l := range s.lines {
		for _, p := range l.path {
			see(p.x, p.y)
		}
	}
	for _, l := range s.labels {
		see(l.at.x, l.at.y)
		see(l.at.x+l.width-1, l.at.y+len(l.lines)-1)
	}
	if high.x < low.x {
		return 0, 0
	}
	s.shift(-low.x, -low.y)
	return high.x - low.x + 1, high.y - low.y + 1
}
