package mermaid

import (
	"fmt"
	"strings"
)

// foreignTransition finds lines in the language of flowcharts: they become states
// with strange names.
func foreignTransition(o *outline) []Issue {
	arrow := o.issues(slip{
		message: "In a state diagram this is no arrow; the line becomes the name of a state.",
		title:   "Write -->",
		line:    arrows(map[string]string{"==>": "-->", "=>": "-->", "→": "-->", "⟶": "-->"}),
	})
	label := o.issues(slip{
		message: "In a state diagram the text of a transition stands after a colon; here it becomes a part of a name.",
		title:   "Put the text after a colon",
		line:    rewrite(`^(\S+)\s*-->\s*\|"?([^|]*?)"?\|\s*(\S+)$`, "$1 --> $3 : $2"),
	})
	shape := o.issues(slip{
		message: "A state has no label in brackets: they become a part of its name.",
		title:   "Introduce the state with its text",
		line:    bracketedState,
	})
	return append(append(arrow, label...), shape...)
}

var (
	innerEnd  = lazily(`^(.+?)\s*-->\s*([^:]+?)\s*(?::.*)?$`)
	composite = lazily(`^state\s+(?:"[^"]*"\s+as\s+)?([^\s{"]+)\s*\{$`)
)

// insideItself finds transitions within a state from or to that same state, with
// which mermaid does not come to an end, or fails.
func insideItself(o *outline) []Issue {
	var issues []Issue
	var open []string
	for _, l := range o.lines {
		if m := composite().FindStringSubmatch(l.text); m != nil {
			open = append(open, m[1])
			continue
		}
		if l.text == "}" && len(open) > 0 {
			open = open[:len(open)-1]
			continue
		}
		m := innerEnd().FindStringSubmatch(l.text)
		for _, outer := range open {
			if m != nil && (m[1] == outer || m[2] == outer) {
				issues = append(issues, Issue{
					Span:    l.span,
					Message: fmt.Sprintf("This transition stands within the state %s and goes from or to it; mermaid cannot draw that. Move it out of the braces.", strings.Trim(outer, `"`)),
				})
			}
		}
	}
	return issues
}
