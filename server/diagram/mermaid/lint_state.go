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
	bareState = lazily(`^(?:state\s+(?:"[^"]*"\s+as\s+)?)?([^\s:{"]+)\s*(?:\{|:.*|<<.*)?$`)
)

// insideItself finds within a state that same state, or transitions from or to it, with
// which mermaid does not come to an end, or draws nothing.
func insideItself(o *outline) []Issue {
	var issues []Issue
	var open []string
	for _, l := range o.lines {
		if said := itself(l.text, open); said != "" {
			issues = append(issues, Issue{Span: l.span, Message: said})
		}
		if m := composite().FindStringSubmatch(l.text); m != nil {
			open = append(open, m[1])
		} else if l.text == "}" && len(open) > 0 {
			open = open[:len(open)-1]
		}
	}
	return issues
}

// itself says what is wrong with a line that names one of the states that it stands within.
func itself(line string, open []string) string {
	ends := innerEnd().FindStringSubmatch(line)
	state := bareState().FindStringSubmatch(line)
	for _, outer := range open {
		switch name := strings.Trim(outer, `"`); {
		case ends != nil && (ends[1] == outer || ends[2] == outer):
			return fmt.Sprintf("This transition stands within the state %s and goes from or to it; mermaid cannot draw that. Move it out of the braces.", name)
		case ends == nil && state != nil && state[1] == outer:
			return fmt.Sprintf("The state %s stands within itself, which mermaid cannot draw; give one of the two another name.", name)
		}
	}
	return ""
}
