package mermaid

import (
	"testing"

	"github.com/designls/designls/server/text"
)

// FuzzWithoutAGrammar checks that nothing panics or points out of a source.
func FuzzWithoutAGrammar(f *testing.F) {
	for _, e := range examples(f) {
		f.Add(e.source)
	}
	for _, folder := range []string{"slips", "lints"} {
		for _, source := range goldenSources(f, folder) {
			f.Add(source)
		}
	}
	f.Fuzz(func(t *testing.T, source string) {
		for _, issue := range append(Lint(source), Glance(source)...) {
			checkPlaces(t, source, issue)
		}
		for _, kind := range []Kind{Flowchart, Sequence, C4, Class, State, ER, Pie, Mindmap, Block} {
			s := newScene(Verdict{Kind: kind, Error: &SyntaxError{Span: text.Span{End: len(source) / 2}}}, source)
			for _, r := range append(s.remedies(slipsOf(kind)), s.remedies(generalSlips)...) {
				checkPlaces(t, source, Issue{Span: r.span, Message: r.message, Fixes: []Fix{{Title: r.title, Edits: r.edits}}})
			}
		}
	})
}

func checkPlaces(t *testing.T, source string, issue Issue) {
	t.Helper()
	if s := issue.Span; s.Start < 0 || s.End < s.Start || s.End > len(source) {
		t.Errorf("%q is at %v of %q", issue.Message, s, source)
	}
	for _, fix := range issue.Fixes {
		for _, e := range fix.Edits {
			if e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > len(source) {
				t.Errorf("%q edits %v of %q", fix.Title, e.Span, source)
			}
		}
	}
}
