package mermaid

import (
	"cmp"
	"slices"
	"strings"
)

// Glance is the check for programs without a grammar: it finds what is surely
// wrong, and much less than the grammar would. Its fixes have not been parsed. A
// source of which it says nothing may still be wrong.
func Glance(source string) []Issue {
	o := survey(source)
	if o.kind == Unknown {
		if strings.Contains(source, "C4") || strings.Contains(o.header.Of(source), "%%{") {
			return nil // mermaid looks for C4 kinds anywhere, and takes directives out of words
		}
		return []Issue{{Span: o.orWhole(), Message: unknownKind(source)}}
	}
	var issues []Issue
	for _, p := range sure[o.kind] {
		issues = append(issues, o.issues(p)...)
	}
	issues = append(issues, o.openIssues()...)
	slices.SortStableFunc(issues, func(a, b Issue) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return issues
}

var wrongArrow = lazily(`^[\pL\pN_]+(?:[\[({][^\[\](){}"]*[\])}])?\s+(?:->>?|=>)\s+[\pL\pN_]`)

// sure are slips that are one wherever they are seen.
var sure = map[Kind][]slip{
	Flowchart: {
		{
			message: toBeQuoted,
			title:   "Put quotes around the label",
			line:    whenMatches(lazily(`^[\pL\pN_]+\[[\pL\pN_ ]+[({][\pL\pN_ ]+[)}]\](?:\s+-->|$)`), quoteLabels),
		},
		{
			message: "A flowchart has no arrow %q; arrows are written -->, ---, ==> or -.->.",
			title:   "Write the arrow as mermaid does",
			line:    whenMatches(wrongArrow, arrows(map[string]string{"->": "-->", "->>": "-->", "=>": "==>"})),
		},
	},
	Sequence: {
		{
			message: "A sequence diagram has no arrow %q; a call is written ->> and an answer -->>.",
			title:   "Write the arrow as mermaid does",
			line:    whenMatches(lazily(`^[\pL\pN_]+\s*=>>?\s*[\pL\pN_]+\s*:`), arrows(map[string]string{"=>": "->>", "=>>": "->>"})),
		},
	},
}

// openIssues are blocks that are not closed, and what closes none.
func (o *outline) openIssues() []Issue {
	open, extra := o.openBlocks()
	var issues []Issue
	if len(open) > 0 && o.kind != State && o.closings() < o.openings() {
		s := &scene{outline: *o, err: &SyntaxError{}}
		span, edits := closeBlocks(s)
		issues = append(issues, Issue{
			Span: span, Message: "This block is not closed.", Fixes: []Fix{{Title: "Close it at the end", Edits: edits}},
		})
	}
	if len(extra) > 0 && (o.kind == Flowchart || o.kind == Sequence) && o.openings() < o.closings() {
		issues = append(issues, Issue{Span: extra[0].span, Message: "There is nothing open that this could close."})
	}
	return issues
}

var (
	openers = lazily(`(?i)\b(?:subgraph|loop|alt|opt|par|par_over|critical|break|rect|box|block)\b|\{`)
	closers = lazily(`(?i)\bend\b|\}`)
)

// openings and closings count what might open and close a block anywhere in a
// line, to be sure that nothing was missed.
func (o *outline) openings() int { return o.count(openers) }
func (o *outline) closings() int { return o.count(closers) }

func (o *outline) count(what pattern) int {
	n := 0
	for _, l := range o.lines {
		n += len(what().FindAllString(o.bare(l), -1))
	}
	return n
}
