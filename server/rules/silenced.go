package rules

import (
	"maps"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
)

// Silenced reports whether the author does not want to see findings like this one,
// whoever has found it: by a comment at the place, or by switching its rule off.
func (r *Report) Silenced(f finding.Finding) bool {
	return r.severities[f.Rule] == finding.Off && r.configured(f.Rule) || silencing(r.directives, f) != nil
}

// Severity is what was configured for a rule; without that it is the one given.
func (r *Report) Severity(rule string, own finding.Severity) finding.Severity {
	if r.configured(rule) {
		return r.severities[rule]
	}
	return own
}

func (r *Report) configured(rule string) bool {
	_, ok := r.severities[rule]
	return ok
}

// choices are what the author has configured for rules, for findings of others.
type choices struct {
	severities map[string]finding.Severity // by id of the rule
	directives []document.Directive
}

func (r *reporter) choices() choices {
	c := choices{severities: map[string]finding.Severity{}, directives: r.view.doc.Directives}
	maps.Copy(c.severities, r.levels.byModel)
	for i, severity := range r.levels.configured {
		c.severities[r.rules[i].ID] = severity
	}
	return c
}
