package mermaid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

var nodeName = lazily(`[\pL\pN_][\pL\pN_.-]*$`)

// relabelled finds nodes with two labels: mermaid shows the last.
func relabelled(o *outline) []Issue {
	first := map[string]string{}
	var issues []Issue
	for _, l := range o.lines {
		if statement().MatchString(l.text) {
			continue
		}
		for _, b := range labels(l.text) {
			name := nodeName().FindString(strings.TrimRight(l.text[:b.start], "([{>/\\"))
			said := strings.TrimSpace(unquoted(l.text[b.start:b.end]))
			if b.close == "|" || name == "" || said == "" {
				continue
			}
			if before, ok := first[name]; ok && before != said {
				issues = append(issues, Issue{
					Span:    l.part(b.start, b.end),
					Message: fmt.Sprintf("The node %s is labelled %q and %q; mermaid shows only the last.", name, shorten(before), shorten(said)),
				})
			}
			first[name] = said
		}
	}
	return issues
}

var headed = lazily(`(?:-{2,}|={2,}|-\.+-)([ox][\pL_][\pL\pN_]*)`)

// swallowedLetter finds a---oops, which is an arrow with a circle to a node "ops".
// It is only said when the diagram knows the node "oops" and not the other.
func swallowedLetter(o *outline) []Issue {
	var names map[string]int // counted when they are needed
	var issues []Issue
	for _, l := range o.lines {
		if !headed().MatchString(l.text) {
			continue
		}
		for _, m := range headed().FindAllStringSubmatchIndex(o.bare(l), -1) {
			if names == nil {
				names = o.names()
			}
			name := l.text[m[2]:m[3]]
			if names[name] == 0 || names[name[1:]] > 1 {
				continue
			}
			issues = append(issues, Issue{
				Span:    l.part(m[0], m[1]),
				Message: fmt.Sprintf("Mermaid takes the first letter of %s for the head of the arrow and draws a node %q.", name, name[1:]),
				Fixes:   []Fix{{Title: "Put a space before the name", Edits: []text.Edit{l.replace(m[2], m[2], " ")}, Preferred: true}},
			})
		}
	}
	return issues
}

var leadingName = lazily(`^[\pL\pN_][\pL\pN_.-]*`)

// names counts the nodes of a flowchart by name.
func (o *outline) names() map[string]int {
	count := map[string]int{}
	for _, l := range o.lines {
		bare := o.bare(l)
		if statement().MatchString(bare) {
			continue
		}
		for _, node := range between().Split(bare, -1) {
			if name := leadingName().FindString(node); name != "" {
				count[name]++
			}
		}
	}
	return count
}

var subgraphName = lazily(`^subgraph\s+([\pL\pN_][\pL\pN_.-]*)\s*(?:\[.*\])?;?$`)

// heldByItself finds within a subgraph a node with the same name, which mermaid takes for the
// subgraph itself: it does not draw the node, or does not come to an end.
func heldByItself(o *outline) []Issue {
	var issues []Issue
	var open []string
	for _, l := range o.lines {
		if m := subgraphName().FindStringSubmatch(l.text); m != nil || strings.HasPrefix(l.text, "subgraph") {
			open = append(open, append(m, "", "")[1])
			continue
		}
		if blocks[Flowchart].close().MatchString(l.text) && len(open) > 0 {
			open = open[:len(open)-1]
			continue
		}
		if name := o.heldIn(l, open); name != "" {
			issues = append(issues, Issue{
				Span:    l.span,
				Message: fmt.Sprintf("The node %s stands in a subgraph of the same name, and mermaid does not draw it; give one of the two another name.", name),
			})
		}
	}
	return issues
}

// heldIn is the name of an open subgraph that a node in a line has, too.
func (o *outline) heldIn(l line, open []string) string {
	if len(open) == 0 || statement().MatchString(l.text) {
		return ""
	}
	for _, node := range between().Split(o.bare(l), -1) {
		if name := leadingName().FindString(node); name != "" && slices.Contains(open, name) {
			return name
		}
	}
	return ""
}
