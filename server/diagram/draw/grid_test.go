package draw

import (
	"testing"

	"github.com/designls/designls/server/diagram"
)

func chain(n int) []*box {
	var boxes []*box
	for i := range n {
		boxes = append(boxes, &box{nodes: []*diagram.Node{{ID: itoa(i)}}, out: map[*box]bool{}, in: map[*box]bool{}})
	}
	return boxes
}

func TestArrangeKeepsArrowsOffBoxes(t *testing.T) {
	b := chain(9)
	var links []*link
	for _, pair := range [][2]int{{0, 2}, {0, 6}, {2, 8}, {6, 8}, {1, 7}, {3, 5}} {
		links = append(links, &link{from: b[pair[0]], to: b[pair[1]], flows: []*diagram.Flow{{Label: "sends"}}})
	}
	g := newGrid(links, zone{boxes: b})
	before := g.cost()
	g.lay(3)
	if after := g.cost(); after >= before || after > 15 {
		t.Errorf("the cost was %.1f and is %.1f", before, after)
	}
	seen := map[rect]bool{}
	for _, x := range b {
		if seen[x.at] {
			t.Error("two boxes at one place")
		}
		seen[x.at] = true
	}
}

func TestTextsKeepOffBoxesAndEachOther(t *testing.T) {
	b := chain(6)
	var links []*link
	for i := range 5 {
		links = append(links, &link{from: b[i], to: b[i+1], flows: []*diagram.Flow{{Label: "writes orders"}}})
	}
	g := newGrid(links, zone{boxes: b})
	g.setColumns(3)
	moved, tight := g.offsets()
	if len(tight) > 0 {
		t.Error("there is no room")
	}
	var texts []rect
	for i, l := range links {
		for _, c := range g.candidates(l, &g.drawn[i]) {
			if c.offset == moved[l] {
				texts = append(texts, c.text)
				break
			}
		}
	}
	for i, text := range texts {
		for _, x := range b {
			if text.overlap(x.at) > 0 {
				t.Errorf("text %d lies on a box", i)
			}
		}
		for _, o := range texts[i+1:] {
			if text.overlap(o) > 0 {
				t.Errorf("text %d lies on another", i)
			}
		}
	}
}

// TestACostThatIsTooHighIsNotComputedFurther holds that a limit changes nothing of what is
// within it, and hides nothing that is above it.
func TestACostThatIsTooHighIsNotComputedFurther(t *testing.T) {
	g := star().layOut("Star").grid
	g.zones[0].boxes = chain(1) // the user is gone
	g.setColumns(1)             // and all stand in one column
	whole := g.cost()
	for _, limit := range []float64{0, whole / 2, whole - 1, whole, whole + 1} {
		if c := g.costUpTo(limit); whole <= limit && c != whole || whole > limit && c <= limit {
			t.Errorf("up to %.1f it is %.1f, of %.1f", limit, c, whole)
		}
	}
}
