package mermaid

import (
	"strings"
	"testing"
)

func TestVerdictsOnTheWrittenCases(t *testing.T) {
	g := grammar(t)
	for _, e := range examples(t) {
		v := check(t, g, e.source)
		switch {
		case v.OK != e.ok:
			t.Errorf("%s: got %+v", e.name, v.Error)
		case v.OK:
		case v.Error.Span.Start < 0 || v.Error.Span.End > len(e.source) || v.Error.Span.Len() <= 0 && strings.TrimSpace(e.source) != "":
			t.Errorf("%s: nothing is marked: %v", e.name, v.Error)
		case e.marked && v.Error.Span != e.mark:
			t.Errorf("%s: marked %q at %v, want %q at %v: %+v", e.name, v.Error.Span.Of(e.source), v.Error.Span, e.mark.Of(e.source), e.mark, v.Error)
		default:
			t.Logf("%s: %q %s", e.name, v.Error.Span.Of(e.source), v.Error.Message)
		}
	}
}
