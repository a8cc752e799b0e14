package sketch

import (
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
)

// isMessage tells messages from notes and frames.
func isMessage(s mermaid.Step) bool { return s.From != "" && s.To != "" && s.Type != "NOTE" }

// score lays a sequence diagram out: participants side by side, time downwards.
type score struct {
	plan
	*scene
	at    map[string]int // the column of each participant's lifeline
	lane  map[string]int // its number
	heads []box
	y     int
	open  []*frame
	right int
}

// sequence draws a sequence diagram. It answers false when a step names somebody
// who is not there.
func sequence(r mermaid.Reading, p plan) (*scene, bool) {
	s := &score{plan: p, scene: &scene{}, at: map[string]int{}, lane: map[string]int{}}
	for i, n := range r.Nodes {
		s.lane[n.ID] = i
	}
	for _, step := range r.Steps {
		_, from := s.lane[step.From]
		_, to := s.lane[step.To]
		if (isMessage(step) || step.Type == "NOTE") && (!from || !to) {
			return nil, false
		}
	}
	s.participants(r)
	for _, step := range r.Steps {
		s.step(step)
	}
	s.lifelines()
	return s.scene, len(s.open) == 0
}

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

func (s *score) step(step mermaid.Step) {
	switch {
	case step.Type == "NOTE":
		s.note(step)
	case isMessage(step):
		s.message(step)
	case !framed(step):
	case strings.HasSuffix(step.Type, "_START"):
		s.openFrame(step)
	case strings.HasSuffix(step.Type, "_END"):
		s.closeFrame()
	case len(s.open) > 0:
		f := s.open[len(s.open)-1]
		f.dividers = append(f.dividers, divider{s.y, s.clip(step.Text, f.w-4)})
		s.y++
		s.rest()
	}
}

// openFrame begins a frame as wide as the drawing, a little less for each that it
// is in.
func (s *score) openFrame(step mermaid.Step) {
	word, _, _ := strings.Cut(strings.ToLower(step.Type), "_")
	inset := len(s.open) * 2
	f := &frame{area: area{inset, s.y, s.right - 2*inset + 1, 0}}
	f.title = s.clip(strings.TrimSpace(word+" "+step.Text), f.w-4)
	s.open = append(s.open, f)
	s.y++
	s.rest()
}

func (s *score) closeFrame() {
	if len(s.open) == 0 {
		return
	}
	f := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	f.h = s.y - f.y + 1
	s.frames = append(s.frames, *f)
	s.y++
	s.rest()
}

// clip keeps the title of a frame within it.
func (s *score) clip(text string, width int) string {
	text = oneLine(text)
	if s.of(text) <= width {
		return text
	}
	head, _ := split(text, max(width-1, 1), s.of)
	return head + "…"
}

// message draws an arrow below what it says.
func (s *score) message(step mermaid.Step) {
	a, b := s.at[step.From], s.at[step.To]
	lines := wrap(step.Text, max(s.width, abs(b-a)-4), s.of)
	if a == b {
		s.toSelf(step, a, lines)
		return
	}
	w := widest(lines, s.of)
	s.labels = append(s.labels, label{at: point{(a+b)/2 - w/2, s.y}, lines: lines, width: w})
	s.y += len(lines)
	l := stroke{from: point{a, s.y}, to: point{b, s.y}, style: messageStyle(step.Type), end: messageEnd(step.Type)}
	d := 1
	if b < a {
		d = -1
	}
	for x := a + d; x != b; x += d {
		l.path = append(l.path, point{x, s.y})
	}
	if strings.HasPrefix(step.Type, "BIDIRECTIONAL") {
		l.start = arrow
	}
	s.lines = append(s.lines, l)
	s.y++
	s.rest()
}

// rest leaves a row free, where there are rows enough.
func (s *score) rest() {
	if s.room > 0 {
		s.y++
	}
}

// toSelf draws a message of a participant to itself, beside its lifeline.
func (s *score) toSelf(step mermaid.Step, x int, lines []string) {
	h := max(len(lines), 1) + 1
	l := stroke{from: point{x, s.y}, to: point{x, s.y + h}, style: messageStyle(step.Type), end: messageEnd(step.Type)}
	for _, p := range []point{{x + 1, s.y}, {x + 2, s.y}} {
		l.path = append(l.path, p)
	}
	for y := s.y; y <= s.y+h; y++ {
		l.path = append(l.path, point{x + 3, y})
	}
	l.path = append(l.path, point{x + 2, s.y + h}, point{x + 1, s.y + h})
	s.lines = append(s.lines, l)
	s.labels = append(s.labels, label{at: point{x + 5, s.y + 1}, lines: lines, width: widest(lines, s.of)})
	s.y += h + 1
	s.rest()
}

func (s *score) note(step mermaid.Step) {
	lines := wrap(step.Text, s.width, s.of)
	w := widest(lines, s.of) + 4
	a, b := s.at[step.From], s.at[step.To]
	x := (a+b)/2 - w/2
	switch {
	case step.At == 1:
		x = a + 2
	case step.At == 0:
		x = a - 1 - w
	case b != a:
		w = max(w, abs(b-a)+5)
		x = (a+b)/2 - w/2
	}
	s.boxes = append(s.boxes, box{area: area{x, s.y, w, len(lines) + 2}, shape: note, parts: [][]string{lines}})
	s.y += len(lines) + 2
	s.rest()
}

// lifelines go from the names to the end of time, below all else.
func (s *score) lifelines() {
	var lives []stroke
	for _, h := range s.heads {
		x := h.x + h.w/2
		l := stroke{from: point{x, h.bottom()}, to: point{x, s.y}, style: life}
		for y := h.bottom() + 1; y < s.y; y++ {
			l.path = append(l.path, point{x, y})
		}
		lives = append(lives, l)
	}
	s.lines = append(lives, s.lines...)
	s.boxes = append(s.heads, s.boxes...)
}

func messageStyle(kind string) style {
	if strings.Contains(kind, "DOTTED") {
		return dotted
	}
	return solid
}

func messageEnd(kind string) mark {
	switch {
	case strings.HasSuffix(kind, "_CROSS"):
		return cross
	case strings.HasSuffix(kind, "_OPEN"):
		return bare
	case strings.HasSuffix(kind, "_POINT"):
		return openArrow
	}
	return arrow
}
