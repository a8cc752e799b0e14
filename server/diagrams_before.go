package server

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/text"
)

// judged is a source with what turned out to be wrong with it.
type judged struct {
	source string
	issues []mermaid.Issue
}

// nearest is the one of some sources that a new one has come of by edits: the one with
// which it shares the most, and at least half.
func nearest(before []judged, source string) (judged, bool) {
	var best judged
	most := -1
	for _, j := range before {
		shared := max(sharedEnds(j.source, source), sharedLines(j.source, source))
		if 2*shared >= min(len(j.source), len(source)) && shared > most {
			best, most = j, shared
		}
	}
	return best, most >= 0
}

// sharedEnds is how many bytes two texts have in common at the start and at the end.
func sharedEnds(a, b string) int {
	n := min(len(a), len(b))
	start := 0
	for start < n && a[start] == b[start] {
		start++
	}
	end := 0
	for end < n-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return start + end
}

// sharedLines is how many bytes the lines have that are in both of two texts, whatever is
// before them: an edit may change both ends, as one that indents the diagram does.
func sharedLines(a, b string) (n int) {
	left := map[string]int{}
	for line := range strings.Lines(a) {
		left[strings.TrimSpace(line)]++
	}
	for line := range strings.Lines(b) {
		if line = strings.TrimSpace(line); left[line] > 0 {
			left[line]--
			n += len(line)
		}
	}
	return n
}

// carried are the issues of an older source that still stand in a newer one, each
// where its words are now. What was edited is not among them, and there are no
// fixes: nobody has parsed the newer source with them.
func (j judged) carried(source string) []mermaid.Issue {
	if len(j.issues) == 0 {
		return nil
	}
	edits := text.Diff(j.source, source)
	slices.Reverse(edits) // from the last to the first they can be made one after another
	var still []mermaid.Issue
	for _, issue := range j.issues {
		if span, intact := text.MoveAll(issue.Span, edits); intact && !touched(issue.Span, edits) {
			still = append(still, mermaid.Issue{Span: span, Message: issue.Message, Parses: issue.Parses})
		}
	}
	return still
}

// touched says whether something was written right before or right after the words
// of an issue, which then may be other words: "-->" where there was "->".
func touched(s text.Span, edits []text.Edit) bool {
	return slices.ContainsFunc(edits, func(e text.Edit) bool { return e.Span.Start <= s.End && e.Span.End >= s.Start })
}
