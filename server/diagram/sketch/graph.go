package sketch

import (
	"cmp"
	"context"
	"slices"
)

// draw finds a way for every edge of a tree that was placed, and a place for every
// label.
// It answers false when it does not find them all, or ctx is done: then nothing is
// to be shown.
func (t *tree) draw(ctx context.Context, p plan) (*scene, bool) {
	t.root.x, t.root.y = p.margin, p.margin
	t.root.settleDown()
	waiting := t.byLength()
	for range maxRetries {
		s, stuck := t.connect(ctx, p, waiting)
		if stuck < 0 {
			s.trim()
			return s, true
		}
		if stuck == 0 {
			return nil, false
		}
		waiting = slices.Insert(slices.Delete(slices.Clone(waiting), stuck, stuck+1), 0, waiting[stuck])
	}
	return nil, false
}

const maxRetries = 6 // each with the line first that found no way before

// byLength has the lines first that have the shortest way to go.
func (t *tree) byLength() []*edge {
	all := slices.Clone(t.edges)
	length := func(e *edge) int {
		a, b := e.from.center(), e.to.center()
		return abs(a.x-b.x) + 2*abs(a.y-b.y)
	}
	slices.SortStableFunc(all, func(a, b *edge) int { return cmp.Compare(length(a), length(b)) })
	return all
}

// connect draws everything. Stuck is the line for which there was no way or no
// place for its label, -1 when there was for all.
func (t *tree) connect(ctx context.Context, p plan, edges []*edge) (s *scene, stuck int) {
	s = &scene{}
	r := newRouter(t.root.w+2*p.margin, t.root.h+2*p.margin, p, s)
	for _, i := range t.root.all() {
		if i.isGroup() {
			r.fence(i.area, p.of(i.title))
			s.frames = append(s.frames, frame{area: i.area, title: i.title})
			continue
		}
		r.block(i.area)
		s.boxes = append(s.boxes, box{area: i.area, shape: i.shape, parts: i.parts})
	}
	for n, e := range edges {
		r.aliens, r.home = t.aliens(e), e.home().area
		path, begin, end, ok := r.way(e.from, e.to)
		if !ok || ctx.Err() != nil {
			return nil, n
		}
		r.take(path)
		if !r.caption(e.label, path) {
			return nil, n
		}
		s.lines = append(s.lines, stroke{
			path: path, from: begin.border, to: end.border,
			style: styleOf(e.Line), start: marks[e.Start], end: marks[e.End],
		})
	}
	return s, -1
}

// home is the smallest group that holds both ends of an edge; one without a size
// for none.
func (e *edge) home() *item {
	for g := e.from.parent; g != nil && g.parent != nil; g = g.parent {
		if g.holds(e.to) {
			return g
		}
	}
	return &item{}
}

// aliens are the groups that neither end of an edge is in, or is.
func (t *tree) aliens(e *edge) []area {
	var all []area
	for _, i := range t.root.all() {
		if i.isGroup() && i != e.from && i != e.to && !i.holds(e.from) && !i.holds(e.to) {
			all = append(all, i.area)
		}
	}
	return all
}

func styleOf(line string) style {
	switch line {
	case "dotted", "dashed":
		return dotted
	case "thick":
		return thick
	}
	return solid
}

// marks are mermaid's names of what stands at the ends of lines.
var marks = map[string]mark{
	"arrow_point": arrow, "arrow_barb": arrow, "arrow_barb_neo": arrow, "dependency": openArrow, "arrow_cross": cross, "arrow_circle": ball,
	"extension": triangle, "composition": filledDiamond, "aggregation": emptyDiamond, "lollipop": ball,
	"only_one": one, "zero_or_one": noneOrOne, "one_or_more": oneOrMore, "zero_or_more": anyNumber, "md_parent": one,
}
