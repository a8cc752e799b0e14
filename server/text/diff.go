package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	udiff "github.com/aymanbagabas/go-udiff"
)

// Diff returns the edits that turn before into after: found line by line, then
// each cut down to the bytes that differ. They are sorted, do not overlap, and
// begin and end between runes and never inside a "\r\n".
func Diff(before, after string) []Edit {
	var edits []Edit
	skip, b, a := changedLines(before, after)
	shift := 0 // of a place in after against the same place in before
	for _, d := range udiff.Lines(b, a) {
		old := Span{d.Start, d.End}.Shift(skip)
		replaced := Span{old.Start + shift, old.Start + shift + len(d.New)}
		shift += len(d.New) - old.Len()
		edits = appendTrimmed(edits, before, after, old, replaced)
	}
	return edits
}

// changedLines leaves out the lines which both texts have in common at their
// start, skip bytes, and at their end. It makes a keystroke in a large text
// cheap where the editor sends all of it.
func changedLines(before, after string) (skip int, b, a string) {
	skip = strings.LastIndexByte(before[:commonPrefix(before, after)], '\n') + 1
	b, a = before[skip:], after[skip:]
	tail := commonSuffix(b, a)
	line := strings.IndexByte(b[len(b)-tail:], '\n')
	if line < 0 {
		return skip, b, a
	}
	tail -= line + 1
	return skip, b[:len(b)-tail], a[:len(a)-tail]
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

// block is how many bytes are compared at once.
const block = 256

func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	i := 0
	for i+block <= n && a[i:i+block] == b[i:i+block] {
		i += block
	}
	for i < n && a[i] == b[i] {
		i++
	}
	return i
}

func commonSuffix(a, b string) int {
	n := min(len(a), len(b))
	a, b = a[len(a)-n:], b[len(b)-n:]
	i := n
	for i >= block && a[i-block:i] == b[i-block:i] {
		i -= block
	}
	for i > 0 && a[i-1] == b[i-1] {
		i--
	}
	return n - i
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
