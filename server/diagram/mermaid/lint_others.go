package mermaid

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// flow is one line of a sankey diagram.
type flow struct {
	line     line
	from, to string
	value    string
}

func (o *outline) flows() []flow {
	var all []flow
	for _, l := range o.lines {
		r := csv.NewReader(strings.NewReader(l.text))
		r.TrimLeadingSpace = true
		if cells, err := r.Read(); err == nil && len(cells) == 3 {
			all = append(all, flow{l, strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2])})
		}
	}
	return all
}

// cycles finds a flow that is part of a circle: mermaid does not draw one.
func cycles(o *outline) []Issue {
	flows := o.flows()
	for left := len(flows) + 1; len(flows) < left; {
		left = len(flows)
		flows = withoutLooseEnds(flows)
	}
	if len(flows) == 0 {
		return nil
	}
	return []Issue{{
		Span:    flows[0].line.span,
		Message: fmt.Sprintf("The flow from %s to %s is part of a circle, and mermaid draws no sankey diagram with one.", flows[0].from, flows[0].to),
	}}
}

// withoutLooseEnds leaves out flows from where nothing comes or to where nothing
// goes on. What stays when there are no more of them are circles and what joins
// them.
func withoutLooseEnds(flows []flow) []flow {
	from, to := map[string]bool{}, map[string]bool{}
	for _, f := range flows {
		from[f.from], to[f.to] = true, true
	}
	return slices.DeleteFunc(flows, func(f flow) bool { return !to[f.from] || !from[f.to] })
}

func noNumber(o *outline) []Issue {
	var issues []Issue
	for _, f := range o.flows() {
		if _, err := strconv.ParseFloat(f.value, 64); err != nil {
			issues = append(issues, Issue{Span: f.line.span, Message: fmt.Sprintf("The third part of a flow is a number, and %q is none.", shorten(f.value))})
		}
	}
	return issues
}

var plotted = lazily(`^(?:bar|line)\b`)

// nothingToPlot finds charts without data, which are not drawn.
func nothingToPlot(o *outline) []Issue {
	for _, l := range o.lines {
		if plotted().MatchString(l.text) {
			return nil
		}
	}
	return []Issue{{Span: o.header, Message: "There is no bar and no line in this chart, and mermaid does not draw it without."}}
}

var (
	required   = lazily(`^(?:requirement|functionalRequirement|interfaceRequirement|performanceRequirement|physicalRequirement|designConstraint|element)\s+"?([^"{:]+?)"?\s*(?::::\S+)?\s*\{`)
	fulfilment = lazily(`^"?([^"<>-]+?)"?\s*(?:-\s*\w+\s*->|<-\s*\w+\s*-)\s*"?([^"<>-]+?)"?$`)
)

// unknownRequirement finds relations of what the diagram does not have.
func unknownRequirement(o *outline) []Issue {
	known := map[string]bool{}
	for _, l := range o.lines {
		if m := required().FindStringSubmatch(l.text); m != nil {
			known[m[1]] = true
		}
	}
	var issues []Issue
	for _, l := range o.lines {
		m := fulfilment().FindStringSubmatchIndex(l.text)
		if m == nil {
			continue
		}
		for _, at := range [][2]int{{m[2], m[3]}, {m[4], m[5]}} {
			if name := l.text[at[0]:at[1]]; !known[name] {
				issues = append(issues, Issue{
					Span:    l.part(at[0], at[1]),
					Message: fmt.Sprintf("There is no requirement and no element %s, and mermaid does not draw the diagram without.", name),
				})
			}
		}
	}
	return issues
}
