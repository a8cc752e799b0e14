package svg

import (
	"fmt"
	"math"
)

// Bar is a part of a latency: it begins so many seconds after the request and
// lasts so many.
type Bar struct {
	Name        string
	From, Takes float64
}

// Waterfall is the latency of one path.
type Waterfall struct {
	Title string
	Bars  []Bar
	Goal  float64 // seconds; 0 when none is stated
	// Format writes a length of time as the document does.
	Format func(seconds float64) string
}

// The measures of a waterfall, in pixels.
const (
	edge      = 24.0
	rowHeight = 30.0
	barHeight = 16.0
	plotWidth = 420.0
	mostName  = 340.0
	size      = 13.0
	small     = 12.0
)

// End is when the last bar ends.
func (w Waterfall) End() float64 {
	end := 0.0
	for _, b := range w.Bars {
		end = math.Max(end, b.From+b.Takes)
	}
	return end
}

// Bytes draws the waterfall: a row for each part, and the goal as a line that the
// bars should not reach.
func (w Waterfall) Bytes() []byte {
	names := 0.0
	values := 0.0
	for _, b := range w.Bars {
		names = math.Max(names, Width(b.Name, size))
		values = math.Max(values, Width(w.Format(b.Takes), small))
	}
	names = math.Min(names, mostName)
	left := edge + names + 14
	width := left + plotWidth + values + 12 + edge
	top := edge + 72
	height := top + float64(len(w.Bars))*rowHeight + 24 + edge
	p := New(width, height, w.Title, w.describe())
	p.Text(edge, edge+8, 15, Start, Clip(w.Title, 15*1.1, width-2*edge), Heading)
	p.Text(edge, edge+30, small, Start, w.sum(), Quiet)
	scale := plotWidth / math.Max(w.End(), w.Goal)
	w.axis(p, left, top, scale)
	for i, b := range w.Bars {
		w.bar(p, b, left, top+float64(i)*rowHeight, scale, names)
	}
	w.goal(p, left, top, scale, values)
	return p.Bytes()
}

func (w Waterfall) bar(p *Picture, b Bar, left, y, scale, names float64) {
	middle := y + rowHeight/2
	p.Text(left-14, middle, size, End, Clip(b.Name, size, names), Ink)
	from, to := left+b.From*scale, left+(b.From+b.Takes)*scale
	cut := to
	if limit := left + w.Goal*scale; w.Goal > 0 && to > limit {
		cut = math.Max(limit, from)
	}
	if cut > from {
		p.Rect(from, middle-barHeight/2, math.Max(cut-from, 1.5), barHeight, 2, Part)
	}
	if to > cut {
		p.Rect(cut, middle-barHeight/2, to-cut, barHeight, 2, Over)
	}
	label := w.Format(b.Takes)
	p.Rect(to+4, middle-8, Width(label, small)+4, 16, 0, Page)
	p.Text(to+6, middle, small, Start, label, Ink)
}

// axis has lines at round lengths of time.
func (w Waterfall) axis(p *Picture, left, top, scale float64) {
	bottom := top + float64(len(w.Bars))*rowHeight
	whole := math.Max(w.End(), w.Goal)
	step := roundStep(whole / 4)
	for t := 0.0; t <= whole*1.0001; t += step {
		x := left + t*scale
		p.Line([]Point{{x, top}, {x, bottom + 4}}, Hair)
		label := w.Format(t)
		if t == 0 {
			label = "0"
		}
		p.Text(x, bottom+16, small, Middle, label, Quiet)
	}
}

// goal is a line with its name above.
func (w Waterfall) goal(p *Picture, left, top, scale, values float64) {
	if w.Goal <= 0 {
		return
	}
	x, bottom := left+w.Goal*scale, top+float64(len(w.Bars))*rowHeight
	p.Line([]Point{{x, top - 4}, {x, bottom + 4}}, Goal)
	label := "goal " + w.Format(w.Goal)
	half := Width(label, small) / 2
	p.Text(math.Min(x, left+plotWidth+values-half), top-12, small, Middle, label, Ink)
}

// roundStep is 1, 2 or 5 with zeros, not less than v.
func roundStep(v float64) float64 {
	if v <= 0 {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5} {
		if unit*m >= v*0.9999 {
			return unit * m
		}
	}
	return unit * 10
}

// sum is what the bars come to.
func (w Waterfall) sum() string {
	end := w.End()
	switch {
	case w.Goal <= 0:
		return fmt.Sprintf("%s in all", w.Format(end))
	case end > w.Goal*1.0001:
		return fmt.Sprintf("%s in all, %s over the goal of %s", w.Format(end), w.Format(end-w.Goal), w.Format(w.Goal))
	case end > w.Goal*0.9999:
		return fmt.Sprintf("%s in all, which is all of the goal", w.Format(end))
	}
	return fmt.Sprintf("%s in all, %s left of the goal of %s", w.Format(end), w.Format(w.Goal-end), w.Format(w.Goal))
}

func (w Waterfall) describe() string {
	said := ""
	for _, b := range w.Bars {
		said += fmt.Sprintf("%s: %s, from %s on. ", b.Name, w.Format(b.Takes), w.Format(b.From))
	}
	return said + w.sum() + "."
}
