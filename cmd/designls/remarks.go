package main

import (
	"fmt"
	"strings"

	"github.com/designls/designls/cmd/designls/report"
)

// remarks are the findings of an action that writes nothing, as a list in markdown.
func (p product) remarks() string {
	var b strings.Builder
	for _, f := range p.result.Findings {
		line := p.before.Text.LineOf(f.Span.Start) + 1
		fmt.Fprintf(&b, "- Line %d, `%s` (%s): %s\n", line, f.Rule, f.Severity, f.Message)
		for _, option := range f.Options {
			fmt.Fprintf(&b, "  - %s\n", option)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return p.result.Summary + "\n\n" + b.String()
}

// jsonRemark is a finding that an action made.
type jsonRemark struct {
	Rule     string       `json:"rule"`
	Severity string       `json:"severity"`
	Message  string       `json:"message"`
	Quote    string       `json:"quote"`
	Range    report.Range `json:"range"`
	Source   string       `json:"source"`
}

func (p product) jsonRemarks() []jsonRemark {
	var all []jsonRemark
	for _, f := range p.result.Findings {
		all = append(all, jsonRemark{f.Rule, f.Severity.String(), f.Message, f.Quote, report.RangeOf(p.before.Text, f.Span), f.Source})
	}
	return all
}
