package draw

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
