package text

import "slices"

// Change is one content change of the protocol. Without a Range, Text is the
// whole new text.
type Change struct {
	Range *Range
	Text  string
}

// Apply returns the mapper of the text after the changes, which are made in
// order, each on the result of the one before. It also returns them as edits, in
// the same sequence, for MoveAll. A range past the end is cut to the text; one
// which ends before it starts is an error, and then nothing is changed.
//
// The line table is not built anew: the starts around an edit are kept.
func (m *Mapper) Apply(changes []Change, enc Encoding) (*Mapper, []Edit, error) {
	var edits []Edit
	for _, c := range changes {
		step, err := m.edits(c, enc)
		if err != nil {
			return nil, nil, err
		}
		for _, e := range step {
			m = m.edit(e)
		}
		edits = append(edits, step...)
	}
	return m, edits, nil
}

// edits are the edits of one change, in an order in which they can be made one
// after another. A whole new text becomes the differences from the old one, so
// that anchors survive in editors that always send everything.
func (m *Mapper) edits(c Change, enc Encoding) ([]Edit, error) {
	if c.Range == nil {
		step := Diff(m.content, c.Text)
		slices.Reverse(step)
		return step, nil
	}
	span, err := m.RangeSpan(*c.Range, enc)
	if err != nil {
		return nil, err
	}
	return []Edit{{Span: span, New: c.Text}}, nil
}

// edit makes one edit whose span fits the text. Lines that start before the edit
// stay, those that start after it shift; only the edit itself is searched, with
// the byte before it, because a "\r" there can gain or lose its "\n".
func (m *Mapper) edit(e Edit) *Mapper {
	content := m.content[:e.Span.Start] + e.New + m.content[e.Span.End:]
	before, _ := slices.BinarySearch(m.starts, max(e.Span.Start, 1))
	after, _ := slices.BinarySearch(m.starts, e.Span.End+1)

	starts := make([]int, before, len(m.starts)+len(e.New)/32+1)
	copy(starts, m.starts)
	starts = appendLineStarts(starts, content, max(e.Span.Start-1, 0), e.Span.Start+len(e.New))
	for _, start := range m.starts[after:] {
		starts = append(starts, start+e.delta())
	}
	return &Mapper{content: content, starts: starts, ascii: m.ascii && isASCII(e.New)}
}
