package mermaid

import (
	"fmt"
	"unicode/utf16"

	"github.com/designls/designls/server/text"
)

// maxText is how many UTF-16 units mermaid draws, unless a page is set up
// otherwise. Of a longer text it draws a box that says so.
const maxText = 50_000

// lints are what the parser lets through, by kind.
var lints = map[Kind][]func(*outline) []Issue{
	Flowchart:   {relabelled, swallowedLetter, heldByItself},
	Sequence:    {lostAfterHash, shownComment, reversedParticipant},
	C4:          {openCalls, unknownEnds, namelessBoundary},
	Class:       {inheritsInWords, barePlurality, deadDeclaration, twoWordClass},
	State:       {foreignTransition, insideItself},
	ER:          {sqlInAttribute},
	Gantt:       {badDates, noStart},
	Sankey:      {cycles, noNumber},
	XYChart:     {nothingToPlot},
	Requirement: {unknownRequirement},
	Kanban:      {openCards},
}

// Lint finds what parses and yet is not drawn, or surely not as it was meant. It
// needs no grammar; ask it about sources that parse.
func Lint(source string) []Issue {
	o := survey(source)
	if issues := tooLong(&o); issues != nil {
		return issues
	}
	var issues []Issue
	for _, find := range lints[o.kind] {
		issues = append(issues, find(&o)...)
	}
	for i := range issues {
		issues[i].Parses = true
	}
	return issues
}

func tooLong(o *outline) []Issue {
	units := 0
	for _, r := range o.source {
		units += max(utf16.RuneLen(r), 1)
	}
	if units <= maxText {
		return nil
	}
	return []Issue{{
		Span: o.header, Parses: true,
		Message: fmt.Sprintf("Mermaid draws nothing of more than 50,000 characters, and this diagram has %d; split it into several.", units),
	}}
}

// issues are one for each line that the slip is in.
func (o *outline) issues(p slip) []Issue {
	var issues []Issue
	s := &scene{outline: *o, err: &SyntaxError{}}
	for _, l := range o.lines {
		if edits := p.line(s, l); len(edits) > 0 {
			span := s.shown(edits, l)
			issues = append(issues, Issue{
				Span:    span,
				Message: p.says(span.Of(o.source)),
				Fixes:   []Fix{{Title: p.title, Edits: edits, Preferred: !p.guess}},
			})
		}
	}
	return issues
}

// part is a span of a line in the source.
func (l line) part(start, end int) text.Span {
	return text.Span{Start: start, End: end}.Shift(l.span.Start)
}
