package text

import (
	"fmt"
	"unicode/utf8"

	udiff "github.com/aymanbagabas/go-udiff"
)

// Diff returns the edits that turn before into after: found line by line, then
// each cut down to the bytes that differ. They are sorted, do not overlap, and
// begin and end between runes and never inside a "\r\n".
func Diff(before, after string) []Edit {
	var edits []Edit
	shift := 0 // of a place in after against the same place in before
	for _, d := range udiff.Lines(before, after) {
		old := Span{d.Start, d.End}
		replaced := Span{d.Start + shift, d.Start + shift + len(d.New)}
		shift += len(d.New) - old.Len()
		edits = appendTrimmed(edits, before, after, old, replaced)
	}
	return edits
}

// appendTrimmed appends the replacement of before[b] by after[a] without what
// both have in common at their start and end.
func appendTrimmed(edits []Edit, before, after string, b, a Span) []Edit {
	prefix := commonPrefix(b.Of(before), a.Of(after))
	for prefix > 0 && !(isBoundary(before, b.Start+prefix) && isBoundary(after, a.Start+prefix)) {
		prefix--
	}
	b.Start, a.Start = b.Start+prefix, a.Start+prefix
	suffix := commonSuffix(b.Of(before), a.Of(after))
	for suffix > 0 && !(isBoundary(before, b.End-suffix) && isBoundary(after, a.End-suffix)) {
		suffix--
	}
	b.End, a.End = b.End-suffix, a.End-suffix
	if b.Len() == 0 && a.Len() == 0 {
		return edits
	}
	return append(edits, Edit{Span: b, New: a.Of(after)})
}

func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

func commonSuffix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[len(a)-1-i] != b[len(b)-1-i] {
			return i
		}
	}
	return n
}

// isBoundary reports whether an edit may begin or end at offset: not inside a
// rune, and not between the two bytes of a line ending.
func isBoundary(s string, offset int) bool {
	if offset == 0 || offset == len(s) {
		return true
	}
	if s[offset] == '\n' {
		return s[offset-1] != '\r'
	}
	return utf8.RuneStart(s[offset])
}

// Unified shows the difference between two texts as a unified diff with three
// lines of context. It is empty when they are the same.
func Unified(oldName, newName, before, after string) string {
	diff, err := udiff.ToUnified(oldName, newName, before, udiff.Lines(before, after), udiff.DefaultContextLines)
	if err != nil {
		return fmt.Sprintf("--- %s\n+++ %s\nThe differences cannot be shown, which is a bug in designls: %v\n", oldName, newName, err)
	}
	return diff
}
