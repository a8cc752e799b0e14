package draw

import (
	"math"
	"slices"
)

// Mermaid puts the boxes of a C4 diagram into rows in the order in which they are
// declared, and frames one below the other. These are the sizes that it works with,
// in pixels; TestTheGridIsWhereMermaidPutsBoxes compares them with a browser.
const (
	leastWidth = 180.0 // of a box, as script.layout asks for
	gap        = 130.0 // between two boxes, likewise
	aside      = gap / 2
	indent     = 50.0 // of a frame in another
	frameHead  = 56.0 // what the title of a frame takes
	besideName = 42.0 // what a box is wider than its name
)

// heading is where the title of a frame is, and below it the kind.
func (f *frame) heading() rect {
	if f.half == 0 {
		f.half = max(textWidth(f.title, 16, true), 90) / 2
	}
	middle := f.center().x
	return rect{middle - f.half, f.top - 4, middle + f.half, f.top + 44}
}

type point struct{ x, y float64 }

type rect struct{ left, top, right, bottom float64 }

func (r rect) center() point { return point{(r.left + r.right) / 2, (r.top + r.bottom) / 2} }

func (r rect) grow(by float64) rect {
	return rect{r.left - by, r.top - by, r.right + by, r.bottom + by}
}

func (r rect) overlap(o rect) float64 {
	w, h := min(r.right, o.right)-max(r.left, o.left), min(r.bottom, o.bottom)-max(r.top, o.top)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// frame is a boundary that is drawn around boxes.
type frame struct {
	title  string
	around *frame  // nil for none
	inRow  int     // boxes in the last row
	half   float64 // of the width of the title, as far as it was computed
	rect
}

func (f *frame) depth() int {
	if f == nil {
		return 0
	}
	return 1 + f.around.depth()
}

// zone is a run of boxes that fills rows of its own: what stands directly in one frame.
type zone struct {
	boxes []*box
	frame *frame // nil for none
}

// grid is where the boxes of a C4 diagram will stand.
type grid struct {
	zones   []zone
	columns int
	links   []*link
	frames  []*frame
	page    frame // what is around the outermost frames
}

func newGrid(links []*link, zones ...zone) *grid {
	g := &grid{columns: 1, links: links}
	for _, z := range zones {
		if len(z.boxes) > 0 {
			g.zones = append(g.zones, z)
		}
	}
	g.settle()
	return g
}

// settle computes where the boxes and the frames are.
func (g *grid) settle() {
	g.frames, g.page.inRow = g.frames[:0], 0
	bottom := 0.0
	var open *frame
	for _, z := range g.zones {
		for open != nil && !z.frame.isIn(open) {
			bottom = g.closeFrame(open, bottom)
			open = open.around
		}
		bottom = g.openFrames(z.frame, open, bottom)
		open = z.frame
		bottom = g.fill(z, bottom) + aside
	}
	for ; open != nil; open = open.around {
		bottom = g.closeFrame(open, bottom)
	}
}

// has says whether there is anything in a frame or in one within it.
func (g *grid) has(f *frame) bool {
	return slices.ContainsFunc(g.zones, func(z zone) bool { return z.frame.isIn(f) })
}

// isIn says whether a frame is another one or within it.
func (f *frame) isIn(other *frame) bool {
	return f == other || f != nil && f.around.isIn(other)
}

// openFrames opens a frame and those around it that are not open yet.
func (g *grid) openFrames(f, open *frame, bottom float64) float64 {
	if f == open {
		return bottom
	}
	bottom = g.openFrames(f.around, open, bottom)
	left := float64(f.depth()) * indent
	f.inRow = 0
	f.rect = rect{left, bottom + frameHead, left, bottom + frameHead}
	g.frames = append(g.frames, f)
	return f.top
}

func (g *grid) closeFrame(f *frame, bottom float64) float64 {
	f.bottom = bottom
	f.right += aside
	if f.around != nil {
		f.around.right = max(f.around.right, f.right)
	}
	return bottom + aside
}

// fill places the boxes of a zone below what there is and returns where they end.
// Mermaid goes on counting the boxes of a row from one frame to the next beside it.
func (g *grid) fill(z zone, bottom float64) float64 {
	left := float64(z.frame.depth())*indent + aside
	at := point{left, bottom + gap}
	n, row := 0, g.rowBefore(z)
	if row != nil {
		n = *row
	}
	for _, b := range withoutEnd(z.boxes) {
		if n++; n > g.columns {
			at, n = point{left, bottom + gap}, 1
		}
		w, h := b.size()
		b.at = rect{at.x, at.y, at.x + w, at.y + h}
		at.x += w + gap
		bottom = max(bottom, at.y+h)
		if z.frame != nil {
			z.frame.right = max(z.frame.right, at.x-gap)
		}
	}
	if row != nil {
		*row = n
	}
	return bottom
}

// rowBefore is the count of boxes that goes on from the frame before; nil outside of
// frames.
func (g *grid) rowBefore(z zone) *int {
	switch {
	case z.frame == nil:
		return nil
	case z.frame.around == nil:
		return &g.page.inRow
	}
	return &z.frame.around.inRow
}

// size is about what mermaid makes of a box with such texts.
func (b *box) size() (width, height float64) {
	if b.width == 0 {
		b.width, b.height = b.measure()
	}
	return b.width, b.height
}

func (b *box) measure() (width, height float64) {
	if b.space() {
		return leastWidth, 71
	}
	inner := leastWidth - besideName
	lines := func(text string, size float64, strong bool) float64 {
		return math.Ceil(textWidth(text, size, strong) / inner)
	}
	more := 15*max(0, lines(b.label, 14, true)-1) + 12*max(0, lines("Container: "+b.technology(), 10.5, false)-1) + 14*lines(b.about(), 11.5, false)
	switch element(b.kind) {
	case "Person":
		return leastWidth, 143 + more
	case "ContainerDb":
		return leastWidth, 95 + more
	case "ContainerQueue":
		return leastWidth + 20, 41 + more
	}
	return leastWidth, 71 + more
}

// textWidth is about how wide a text is. Fonts differ, so it is on the safe side.
func textWidth(s string, size float64, strong bool) float64 {
	em := 0.0
	for _, r := range s {
		switch {
		case r > 0x1000:
			em += 1.1
		case r > 0x250:
			em += 0.7
		default:
			em += 0.54
		}
	}
	if strong {
		em *= 1.04
	}
	return float64(em * size)
}
