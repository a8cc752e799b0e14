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
	r.Steps = numbered(r.Steps)
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
