package lsptest

import (
	"cmp"
	"fmt"
	"slices"

	"go.lsp.dev/protocol"
)

// buffer is an open document of the fake editor.
type buffer struct {
	version int32
	text    string
}

// edit is a text edit at byte offsets.
type edit struct {
	start, end int
	text       string
}

// resolve finds the places of edits in a text. Overlapping edits and places that
// do not exist are errors.
func resolve(text string, edits []protocol.TextEdit, encoding protocol.PositionEncodingKind) ([]edit, error) {
	var resolved []edit
	for _, e := range edits {
		start, err := offset(text, e.Range.Start, encoding)
		if err != nil {
			return nil, err
		}
		end, err := offset(text, e.Range.End, encoding)
		if err != nil {
			return nil, err
		}
		resolved = append(resolved, edit{start, end, e.NewText})
	}
	slices.SortStableFunc(resolved, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	for i, e := range resolved {
		if e.end < e.start || (i > 0 && e.start < resolved[i-1].end) {
			return nil, fmt.Errorf("edit %d overlaps the one before it or ends before it starts", i)
		}
	}
	return resolved, nil
}

// apply makes edits and returns them as content changes, last one first, so that
// each holds on the text that the ones before it made.
func (b *buffer) apply(edits []edit, encoding protocol.PositionEncodingKind) []protocol.TextDocumentContentChangeEvent {
	var changes []protocol.TextDocumentContentChangeEvent
	for _, e := range slices.Backward(edits) {
		changes = append(changes, &protocol.TextDocumentContentChangePartial{
			Range: protocol.Range{Start: position(b.text, e.start, encoding), End: position(b.text, e.end, encoding)},
			Text:  e.text,
		})
		b.text = b.text[:e.start] + e.text + b.text[e.end:]
	}
	b.version++
	return changes
}
