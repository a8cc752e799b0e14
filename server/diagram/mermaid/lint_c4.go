package mermaid

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// openCalls finds calls of which mermaid does not find the end: the parenthesis is
// missing, or the last argument has no quotes, and all up to the next comma is
// taken for it.
func openCalls(o *outline) []Issue {
	var issues []Issue
	for _, p := range c4Slips {
		if p.together && p.line != nil {
			issues = append(issues, o.swallowing(p)...)
		}
	}
	return issues
}

func (o *outline) swallowing(p slip) []Issue {
	var issues []Issue
	s := &scene{outline: *o, err: &SyntaxError{}}
	for _, l := range o.lines {
		c, ok := callOf(l.text)
		if !ok || calls[c.name] == 0 || c.closed(l.text) {
			continue
		}
		if edits := p.line(s, l); len(edits) > 0 {
			issues = append(issues, Issue{
				Span:    l.span,
				Message: fmt.Sprintf("Mermaid reads past the end of this line and takes what follows for a part of it. %s", p.message),
				Fixes:   []Fix{{Title: p.title, Edits: edits, Preferred: !p.guess}},
			})
		}
	}
	return issues
}

// closed reports whether mermaid sees where the call ends.
func (c call) closed(s string) bool {
	last := c.args[len(c.args)-1].Of(s)
	return strings.HasSuffix(last, `"`) && len(last) > 1 && strings.HasPrefix(strings.TrimSpace(s[c.end:]), ")")
}

// ends are the places of the two ends of a relation among its arguments.
func (c call) ends() []text.Span {
	switch {
	case c.name == "RelIndex" && len(c.args) > 2:
		return c.args[1:3]
	case (strings.HasPrefix(c.name, "Rel") || c.name == "BiRel") && len(c.args) > 1:
		return c.args[:2]
	}
	return nil
}

// unknownEnds finds relations of what the diagram does not have: it is not drawn
// at all then.
func unknownEnds(o *outline) []Issue {
	known := o.elements()
	var issues []Issue
	for _, l := range o.lines {
		c, _ := callOf(l.text)
		for _, at := range c.ends() {
			name := strings.Trim(at.Of(l.text), `" `)
			if known[name] || name == "" {
				continue
			}
			issue := Issue{
				Span:    at.Shift(l.span.Start),
				Message: fmt.Sprintf("There is no element %s, and mermaid does not draw a C4 diagram with a relation to one that is missing.", name),
			}
			if near, ok := text.Nearest(name, slices.Sorted(maps.Keys(known))); ok {
				issue.Fixes = []Fix{{Title: "Write " + near, Edits: []text.Edit{l.replace(at.Start, at.End, near)}}}
			}
			issues = append(issues, issue)
		}
	}
	return issues
}

// elements are the names that calls introduce.
func (o *outline) elements() map[string]bool {
	known := map[string]bool{}
	for _, l := range o.lines {
		c, ok := callOf(l.text)
		if ok && calls[c.name] == 2 && !strings.HasPrefix(c.name, "Update") {
			known[strings.Trim(c.args[0].Of(l.text), `" `)] = true
		}
	}
	return known
}

// namelessBoundary finds boundaries without a name, with which mermaid's layout
// does not come to an end.
func namelessBoundary(o *outline) []Issue {
	var issues []Issue
	for _, l := range o.lines {
		c, ok := callOf(l.text)
		if ok && strings.HasSuffix(c.name, "Boundary") && strings.Trim(c.args[0].Of(l.text), `" `) == "" {
			issues = append(issues, Issue{Span: l.span, Message: "A boundary needs a name as its first argument; without it mermaid does not come to an end."})
		}
	}
	return issues
}
