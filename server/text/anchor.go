package text

// Move returns where the span is after an edit. An edit before it shifts it, one
// after it leaves it alone; an insertion at its start pushes it, one at its end
// does not make it grow. An edit that touches its bytes makes intact false: then
// moved covers what is left of the span together with what was put into it.
func (s Span) Move(e Edit) (moved Span, intact bool) {
	switch {
	case e.Span.End <= s.Start:
		return s.Shift(e.delta()), true
	case e.Span.Start >= s.End:
		return s, true
	}
	return Span{movedStart(s.Start, s.End, e), movedEnd(s.Start, s.End, e)}, false
}

func movedStart(start, end int, e Edit) int {
	switch {
	case start <= e.Span.Start:
		return start
	case end <= e.Span.End: // replaced as a whole
		return e.Span.Start
	}
	return e.Span.Start + len(e.New)
}

func movedEnd(start, end int, e Edit) int {
	switch {
	case end >= e.Span.End:
		return end + e.delta()
	case start >= e.Span.Start: // replaced as a whole
		return e.Span.Start + len(e.New)
	}
	return e.Span.Start
}

// MoveAll moves the span through edits made one after another, as Apply returns
// them. It is intact when no edit touched it.
func MoveAll(s Span, edits []Edit) (Span, bool) {
	intact := true
	for _, e := range edits {
		var ok bool
		s, ok = s.Move(e)
		intact = intact && ok
	}
	return s, intact
}
