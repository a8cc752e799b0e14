package draw

import "slices"

// zone is a run of boxes that fills rows of its own: what stands directly in one frame.
type zone struct {
	boxes []*box
	frame *frame // nil for none
}

// grid is where the boxes of a C4 diagram will stand.
type grid struct {
	zones   []zone
	columns int
	spacing
	links  []*link
	frames []*frame
	page   frame    // what is around the outermost frames
	broken int      // rows that are too wide for a narrow screen
	drawn  []stroke // the ways of the arrows; see draw
}

func newGrid(links []*link, zones ...zone) *grid {
	g := &grid{links: links}
	for _, z := range zones {
		if len(z.boxes) > 0 {
			g.zones = append(g.zones, z)
		}
	}
	g.setColumns(1)
	return g
}

// setColumns says how many boxes stand in a row, and computes where that puts them.
func (g *grid) setColumns(n int) {
	depth := 0
	for _, z := range g.zones {
		depth = max(depth, z.frame.depth())
	}
	g.columns, g.spacing = n, spacingOf(n, depth)
	for _, z := range g.zones {
		for _, b := range z.boxes {
			b.width, b.height = b.measure(g.box)
		}
	}
	g.settle()
}

// settle computes where the boxes and the frames are.
func (g *grid) settle() {
	g.frames, g.page.inRow, g.broken = g.frames[:0], 0, 0
	bottom := 0.0
	var open *frame
	for _, z := range g.zones {
		for open != nil && !z.frame.isIn(open) {
			bottom = g.closeFrame(open, bottom)
			open = open.around
		}
		bottom = g.openFrames(z.frame, open, bottom)
		open = z.frame
		bottom = g.fill(z, bottom) + g.gap/2
	}
	for ; open != nil; open = open.around {
		bottom = g.closeFrame(open, bottom)
	}
}

// has says whether there is anything in a frame or in one within it.
func (g *grid) has(f *frame) bool {
	return slices.ContainsFunc(g.zones, func(z zone) bool { return z.frame.isIn(f) })
}

// fill places the boxes of a zone below what there is and returns where they end.
// Mermaid goes on counting the boxes of a row from one frame to the next beside it.
func (g *grid) fill(z zone, bottom float64) float64 {
	left := float64(z.frame.depth())*g.indent + g.gap/2
	at := point{left, bottom + g.gap}
	n, row := 0, g.rowBefore(z)
	if row != nil {
		n = *row
	}
	for _, b := range withoutEnd(z.boxes) {
		if n++; n > g.columns {
			at, n = point{left, bottom + g.gap}, 1
		}
		b.at = rect{at.x, at.y, at.x + b.width, at.y + b.height}
		if bottom = max(bottom, b.at.bottom); z.frame != nil {
			z.frame.right = max(z.frame.right, b.at.right)
		}
		if at.x += b.width + g.gap; b.at.right >= narrowest-2*g.indent {
			g.broken++
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
