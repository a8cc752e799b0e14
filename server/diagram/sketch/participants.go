package sketch

import (
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
)

// participants stand so far apart that what is said between two fits between them.
func (s *score) participants(r mermaid.Reading) {
	depth := frameDepth(r.Steps)
	gaps := make([]int, len(r.Nodes)+1)
	half := make([]int, len(r.Nodes))
	height := 1
	for i, n := range r.Nodes {
		lines := wrap(n.Label, max(s.width-4, 8), s.of)
		height = max(height, len(lines))
		w := max(widest(lines, s.of)+4, 5) | 1
		half[i] = w / 2
		s.heads = append(s.heads, box{area: area{0, 0, w, 0}, shape: shapeOf(n.Shape), parts: [][]string{lines}})
	}
	for i := 1; i < len(r.Nodes); i++ {
		gaps[i] = half[i-1] + half[i] + 3
	}
	s.widen(r.Steps, gaps)
	x := 2 * depth
	if len(half) > 0 {
		x += max(half[0], gaps[0])
	}
	for i, n := range r.Nodes {
		if i > 0 {
			x += gaps[i]
		}
		s.at[n.ID] = x
		s.heads[i].area = area{x - half[i], 0, s.heads[i].w, height + 2}
		s.right = max(s.right, x+half[i])
	}
	s.right = max(s.right, x+gaps[len(gaps)-1]) + 2*depth
	s.y = height + 3
}

// widen makes room for messages and notes between neighbors; what goes further
// shares the room there is.
func (s *score) widen(steps []mermaid.Step, gaps []int) {
	for _, step := range steps {
		if !isMessage(step) && step.Type != "NOTE" {
			continue
		}
		a, b := min(s.lane[step.From], s.lane[step.To]), max(s.lane[step.From], s.lane[step.To])
		need := widest(wrap(step.Text, s.width, s.of), s.of) + 4
		switch {
		case step.Type == "NOTE" && a == b && step.At == 2:
			gaps[a], gaps[a+1] = max(gaps[a], need/2+2), max(gaps[a+1], need/2+2)
			continue
		case step.Type == "NOTE" && step.At == 0:
			gaps[a] = max(gaps[a], need+2)
			continue
		case a == b:
			gaps[a+1] = max(gaps[a+1], need+6)
			continue
		}
		have := 0
		for i := a + 1; i <= b; i++ {
			have += gaps[i]
		}
		if need > have {
			gaps[b] += need - have
		}
	}
}

// frameDepth is how deep frames are within each other.
func frameDepth(steps []mermaid.Step) int {
	depth, most := 0, 0
	for _, step := range steps {
		switch {
		case !framed(step):
		case strings.HasSuffix(step.Type, "_START"):
			depth++
			most = max(most, depth)
		case strings.HasSuffix(step.Type, "_END"):
			depth--
		}
	}
	return most
}

// framed tells the frames from the colored rectangles and the bars of activity.
func framed(s mermaid.Step) bool {
	return s.From == "" && s.To == "" && !strings.HasPrefix(s.Type, "ACTIVE_") && !strings.HasPrefix(s.Type, "RECT_")
}
