package sketch

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
)

// random is a graph of so many nodes, with groups, labels and loops.
func random(seed uint64, nodes, edges int) mermaid.Reading {
	r := rand.New(rand.NewPCG(seed, 7))
	names := []string{"API server", "db", "漢字 cache", "a queue of events that wait", "x", "👩‍👩‍👧‍👦 users"}
	shapes := []string{"", "cylinder", "diamond", "stadium", "stateStart", "erBox"}
	out := mermaid.Reading{Kind: mermaid.Flowchart, Direction: []string{"TB", "LR", "BT", "RL"}[r.IntN(4)]}
	groups := r.IntN(3)
	for g := range groups {
		out.Nodes = append(out.Nodes, mermaid.Node{ID: fmt.Sprint("g", g), Label: "group", Group: true})
	}
	for n := range nodes {
		node := mermaid.Node{ID: fmt.Sprint(n), Label: names[r.IntN(len(names))], Shape: shapes[r.IntN(len(shapes))]}
		if groups > 0 && r.IntN(2) == 0 {
			node.Parent = fmt.Sprint("g", r.IntN(groups))
		}
		out.Nodes = append(out.Nodes, node)
	}
	for range edges {
		e := mermaid.Edge{From: fmt.Sprint(r.IntN(nodes)), To: fmt.Sprint(r.IntN(nodes)), End: "arrow_point"}
		if r.IntN(2) == 0 {
			e.Label = []string{"reads", "writes to it", "一二三", "a label that has to be broken"}[r.IntN(4)]
		}
		out.Edges = append(out.Edges, e)
	}
	return out
}

// TestNothingLiesOnAnythingElse holds what a drawing promises: lines share cells
// only where they cross, and nothing covers a box or a label.
func TestNothingLiesOnAnythingElse(t *testing.T) {
	made, all := 0, 0
	for seed := range uint64(70) {
		reading := random(seed, 2+int(seed%9), 1+int(seed%11))
		for _, of := range []measure{columns, pixels} {
			all++
			s, w, h, err := fit(context.Background(), reading, Limits{}, of)
			if err != nil {
				t.Fatal(err)
			}
			if s == nil {
				continue
			}
			made++
			if problem := overlap(s, w, h); problem != "" {
				t.Fatalf("seed %d: %s\n%s", seed, problem, s.text(w, h, unicodeGlyphs))
			}
			if len(s.lines) != len(reading.Edges) {
				t.Fatalf("seed %d: %d lines for %d edges", seed, len(s.lines), len(reading.Edges))
			}
		}
	}
	t.Logf("%d of %d were drawn", made, all)
	if made*10 < all*9 {
		t.Errorf("only %d of %d were drawn", made, all)
	}
}

// overlap says what lies on what, "" when nothing does.
func overlap(s *scene, w, h int) string {
	taken := map[point]string{}
	for i, b := range s.boxes {
		for y := b.y; y <= b.bottom(); y++ {
			for x := b.x; x <= b.right(); x++ {
				if other := taken[point{x, y}]; other != "" {
					return fmt.Sprintf("box %d lies on %s", i, other)
				}
				taken[point{x, y}] = fmt.Sprintf("box %d", i)
			}
		}
	}
	lines := map[point]int{}
	for i, l := range s.lines {
		full := append(append([]point{l.from}, l.path...), l.to)
		for n, p := range full[:len(full)-1] {
			if q := full[n+1]; abs(p.x-q.x)+abs(p.y-q.y) != 1 {
				return fmt.Sprintf("line %d jumps", i)
			}
			if n == 0 {
				continue
			}
			sides := sideTo(p, full[n-1]) | sideTo(p, full[n+1])
			straight := sides == toLeft|toRight || sides == toUp|toDown
			if other, shared := lines[p]; shared && (!straight || other|sides != toLeft|toRight|toUp|toDown) {
				return fmt.Sprintf("line %d lies on another at %v", i, p)
			}
			if taken[p] != "" {
				return fmt.Sprintf("line %d goes through %s", i, taken[p])
			}
			lines[p] |= sides
		}
	}
	for i, l := range s.labels {
		own := 0
		for y := l.at.y; y < l.at.y+len(l.lines); y++ {
			for x := l.at.x; x < l.at.x+l.width; x++ {
				p := point{x, y}
				if x < 0 || y < 0 || x >= w || y >= h || taken[p] != "" {
					return fmt.Sprintf("label %d %q is outside, or lies on %q", i, l.lines, taken[p])
				}
				for _, beside := range []point{p, {x - 2, y}, {x + 2, y}, {x, y - 1}, {x, y + 1}} {
					if _, on := lines[beside]; on {
						own++
					}
				}
				taken[p] = fmt.Sprintf("label %d", i)
			}
		}
		if own == 0 {
			return fmt.Sprintf("label %d %q is at no line", i, l.lines)
		}
	}
	return ""
}
