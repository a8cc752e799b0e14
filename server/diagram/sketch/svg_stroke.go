package sketch

import (
	"math"

	"github.com/designls/designls/server/diagram/svg"
)

var strokeClasses = map[style]svg.Class{solid: svg.Wire, dotted: svg.Dotted, thick: svg.Heavy, life: svg.Hair}

// stroke draws a line with the points at which it turns.
func (p pen) stroke(l stroke) {
	full := append(append([]point{l.from}, l.path...), l.to)
	points := []svg.Point{at(full[0])}
	for i := 1; i < len(full)-1; i++ {
		if straight := full[i-1].x == full[i+1].x || full[i-1].y == full[i+1].y; !straight {
			points = append(points, at(full[i]))
		}
	}
	points = append(points, at(full[len(full)-1]))
	p.Line(points, strokeClasses[l.style])
	p.mark(l.start, points[1], points[0])
	p.mark(l.end, points[len(points)-2], points[len(points)-1])
}

// mark draws what stands at the end of a line that comes from before.
func (p pen) mark(m mark, before, end svg.Point) {
	length := math.Hypot(end.X-before.X, end.Y-before.Y)
	if m == bare || length == 0 {
		return
	}
	dx, dy := (end.X-before.X)/length, (end.Y-before.Y)/length
	// to is a point so far back from the end, and so far aside.
	to := func(back, aside float64) svg.Point {
		return svg.Point{X: end.X - dx*back - dy*aside, Y: end.Y - dy*back + dx*aside}
	}
	switch m {
	case arrow:
		p.Shape([]svg.Point{to(0, 0), to(9, 4.5), to(9, -4.5)}, svg.Head)
	case openArrow:
		p.Line([]svg.Point{to(8, 5), to(0, 0), to(8, -5)}, svg.Wire)
	case triangle:
		p.Shape([]svg.Point{to(0, 0), to(11, 6), to(11, -6)}, svg.Hollow)
	case filledDiamond, emptyDiamond:
		c := map[mark]svg.Class{filledDiamond: svg.Head, emptyDiamond: svg.Hollow}[m]
		p.Shape([]svg.Point{to(0, 0), to(7, 4.5), to(14, 0), to(7, -4.5)}, c)
	case ball:
		q := to(4, 0)
		p.Ellipse(q.X, q.Y, 4, 4, svg.Hollow)
	case cross:
		p.Line([]svg.Point{to(10, 5), to(2, -5)}, svg.Wire)
		p.Line([]svg.Point{to(10, -5), to(2, 5)}, svg.Wire)
	default:
		p.cardinality(m, to)
	}
}

// cardinality draws the crow's foot of an entity-relationship diagram.
func (p pen) cardinality(m mark, to func(back, aside float64) svg.Point) {
	bar := func(back float64) { p.Line([]svg.Point{to(back, 6), to(back, -6)}, svg.Wire) }
	foot := func() { p.Line([]svg.Point{to(0, 6), to(10, 0), to(0, -6)}, svg.Wire) }
	ring := func(back float64) { q := to(back, 0); p.Ellipse(q.X, q.Y, 4, 4, svg.Hollow) }
	switch m {
	case one:
		bar(5)
		bar(9)
	case noneOrOne:
		bar(5)
		ring(12)
	case oneOrMore:
		foot()
		bar(12)
	case anyNumber:
		foot()
		ring(14)
	}
}
