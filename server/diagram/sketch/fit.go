package sketch

import (
	"context"

	"github.com/designls/designls/server/diagram/mermaid"
)

// fit looks for a drawing within the limits: as the author has it first, then with
// labels in shorter lines, then in the other direction. A nil scene means that
// there is none.
func fit(ctx context.Context, r mermaid.Reading, l Limits, of measure) (s *scene, w, h int, err error) {
	if len(r.Nodes) > mostNodes || len(r.Edges) > mostEdges || len(r.Steps) > mostSteps {
		return nil, 0, 0, nil
	}
	for _, p := range plans(r, l, of) {
		if err := ctx.Err(); err != nil {
			return nil, 0, 0, err
		}
		s, ok := drawn(ctx, r, p, l)
		if !ok {
			continue
		}
		if w, h = s.trim(); l.allow(w, h) {
			return s, w, h, nil
		}
	}
	return nil, 0, 0, nil
}

// What is above is nothing that one reads as a picture, and would take long.
const (
	mostNodes = 80
	mostEdges = 120
	mostSteps = 300
)

func (l Limits) allow(w, h int) bool {
	return (l.Columns == 0 || w <= l.Columns) && (l.Rows == 0 || h <= l.Rows)
}

// plans are the ways to lay a diagram out, the better ones first.
func plans(r mermaid.Reading, l Limits, of measure) []plan {
	margin := 6
	if l.Columns == 0 {
		margin = 14 // room for the labels of lines that go round
	}
	author := r.Direction == "LR" || r.Direction == "RL"
	backward := r.Direction == "BT" || r.Direction == "RL"
	directions, rooms := []bool{author, !author}, []int{0, 1, 3}
	if r.Kind == mermaid.Sequence {
		directions, rooms = directions[:1], []int{1, 0} // airy, then tight
	}
	var all []plan
	for _, horizontal := range directions {
		for _, width := range []int{24, 16, 11} {
			for _, room := range rooms {
				all = append(all, plan{horizontal: horizontal, backward: backward && horizontal == author, width: width, room: room, margin: margin, of: of})
			}
		}
	}
	return all
}

// drawn is one attempt.
func drawn(ctx context.Context, r mermaid.Reading, p plan, l Limits) (*scene, bool) {
	if r.Kind == mermaid.Sequence {
		return sequence(r, p)
	}
	t, ok := newTree(r)
	if !ok {
		return nil, false
	}
	t.write(p.width, p.horizontal, p.of)
	t.place(t.root, p)
	if !l.allow(t.root.w, t.root.h) {
		return nil, false
	}
	return t.draw(ctx, p)
}
