package draw

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

// heading is where the title of a frame is, and below it the kind.
func (f *frame) heading() rect {
	if f.half == 0 {
		f.half = max(textWidth(f.title, 16, true), 90) / 2
	}
	middle := f.center().x
	return rect{middle - f.half, f.top - 4, middle + f.half, f.top + 44}
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
	left := float64(f.depth()) * g.indent
	f.inRow = 0
	f.rect = rect{left, bottom + frameHead, left, bottom + frameHead}
	g.frames = append(g.frames, f)
	return f.top
}

func (g *grid) closeFrame(f *frame, bottom float64) float64 {
	f.bottom = bottom
	f.right += g.gap / 2
	if f.around != nil {
		f.around.right = max(f.around.right, f.right)
	}
	return bottom + g.gap/2
}
