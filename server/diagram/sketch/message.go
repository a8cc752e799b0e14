package sketch

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
)

// numbered puts the numbers before what messages say.
func numbered(steps []mermaid.Step) []mermaid.Step {
	var all []mermaid.Step
	number, by := 0, 0
	for _, step := range steps {
		switch {
		case step.Type == "AUTONUMBER":
			number, by = 0, 0
			if _, err := fmt.Sscan(step.Text, &number, &by); err != nil {
				by = 0 // without numbers from here on
			}
			continue
		case by != 0 && isMessage(step):
			step.Text = fmt.Sprintf("%d. %s", number, step.Text)
			number += by
		}
		all = append(all, step)
	}
	return all
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
	l.path = append(l.path, point{x + 1, s.y}, point{x + 2, s.y})
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
