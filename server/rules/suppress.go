package rules

import (
	"fmt"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
)

// suppress sets apart what a designls-ignore comment silences: the findings of
// its rules that begin in what it covers.
func (r *reporter) suppress() {
	directives := r.view.doc.Directives
	if len(directives) == 0 {
		return
	}
	r.checkDirectives(directives)
	var open []finding.Finding
	for _, f := range r.report.Findings {
		if d := silencing(directives, f); d != nil {
			r.report.Suppressed = append(r.report.Suppressed, Suppressed{f, d.Reason})
		} else {
			open = append(open, f)
		}
	}
	r.report.Findings = open
}

func silencing(directives []document.Directive, f finding.Finding) *document.Directive {
	for i, d := range directives {
		if !d.Target.Contains(f.Span.Start) {
			continue
		}
		for _, rule := range d.Rules {
			if rule == f.Rule {
				return &directives[i]
			}
		}
	}
	return nil
}

// checkDirectives reports rules that do not exist, which would stay unnoticed.
func (r *reporter) checkDirectives(directives []document.Directive) {
	for _, d := range directives {
		for _, id := range d.Rules {
			if !r.known(id) {
				r.report.Problems = append(r.report.Problems, document.Problem{
					Code: "designls-ignore", Span: d.Span,
					Message: fmt.Sprintf("This comment silences nothing: there is no rule %q.%s", id, r.didYouMean(id)),
				})
			}
		}
	}
}
