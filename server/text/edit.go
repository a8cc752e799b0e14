package text

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Edit replaces the bytes of Span by New. An empty Span inserts.
type Edit struct {
	Span Span
	New  string
}

// delta is by how many bytes the text grows.
func (e Edit) delta() int { return len(e.New) - e.Span.Len() }

// ApplyEdits returns content with all the edits made, or an error and nothing
// done. The spans refer to content as it was given; the edits may come in any
// order, and must not overlap. Insertions at one place keep their order.
func ApplyEdits(content string, edits []Edit) (string, error) {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, compareEdits)
	if err := checkEdits(len(content), sorted); err != nil {
		return "", err
	}
	var b strings.Builder
	last := 0
	for _, e := range sorted {
		b.WriteString(content[last:e.Span.Start])
		b.WriteString(e.New)
		last = e.Span.End
	}
	b.WriteString(content[last:])
	return b.String(), nil
}

// compareEdits puts an insertion before a replacement which starts at its place.
func compareEdits(a, b Edit) int {
	return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}

func checkEdits(size int, sorted []Edit) error {
	last := Span{}
	for _, e := range sorted {
		s := e.Span
		if s.Start < 0 || s.End < s.Start || s.End > size {
			return fmt.Errorf("the edit of bytes %d-%d does not fit a text of %d bytes; nothing was changed", s.Start, s.End, size)
		}
		if s.Start < last.End {
			return fmt.Errorf("the edits of bytes %d-%d and %d-%d overlap; nothing was changed", last.Start, last.End, s.Start, s.End)
		}
		last = s
	}
	return nil
}
