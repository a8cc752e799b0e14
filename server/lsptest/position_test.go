package lsptest

import (
	"testing"

	"go.lsp.dev/protocol"
)

func TestPositions(t *testing.T) {
	text := "a\r\né😀b\n\rend"
	for _, tt := range []struct {
		offset int
		want   [3]protocol.Position // utf-8, utf-16, utf-32
	}{
		{0, [3]protocol.Position{}},
		{1, [3]protocol.Position{{Character: 1}, {Character: 1}, {Character: 1}}},
		{3, [3]protocol.Position{{Line: 1}, {Line: 1}, {Line: 1}}},
		{9, [3]protocol.Position{{Line: 1, Character: 6}, {Line: 1, Character: 3}, {Line: 1, Character: 2}}},
		{len(text), [3]protocol.Position{{Line: 3, Character: 3}, {Line: 3, Character: 3}, {Line: 3, Character: 3}}},
	} {
		for i, encoding := range []protocol.PositionEncodingKind{protocol.PositionEncodingKindUTF8, protocol.PositionEncodingKindUTF16, protocol.PositionEncodingKindUTF32} {
			got := position(text, tt.offset, encoding)
			if got != tt.want[i] {
				t.Errorf("offset %d in %s is at %v, want %v", tt.offset, encoding, got, tt.want[i])
			}
			if back, err := offset(text, got, encoding); err != nil || back != tt.offset {
				t.Errorf("%v in %s is offset %d, %v; want %d", got, encoding, back, err, tt.offset)
			}
		}
	}
	for _, p := range []protocol.Position{{Line: 9}, {Line: 1, Character: 2}, {Line: 1, Character: 9}} {
		if at, err := offset(text, p, protocol.PositionEncodingKindUTF16); err == nil {
			t.Errorf("there is no %v, but it is offset %d", p, at)
		}
	}
}

func TestMarkersMoveWithTheText(t *testing.T) {
	source := "---\na: b\n---\n# T\n\n- one <!--@at(\"x\")-->two\n<!--@at(\"y\")-->\nthree\n"
	for _, v := range variants {
		text, markers, err := parseMarkers(source)
		if err != nil || len(markers) != 2 {
			t.Fatal(markers, err)
		}
		text = v.document(text, markers)
		if got := text[markers[0].at : markers[0].at+3]; got != "two" {
			t.Errorf("%s: x is before %q", v.name, got)
		}
		if got := text[markers[1].at : markers[1].at+5]; got != "three" {
			t.Errorf("%s: y is before %q", v.name, got)
		}
		if got := v.plain(text); got != "---\na: b\n---\n# T\n\n- one two\nthree\n" {
			t.Errorf("%s: back to %q", v.name, got)
		}
	}
}
