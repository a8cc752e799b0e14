package rules

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// levels holds the severity that somebody configured for a rule, by its index.
type levels struct {
	rules      []Rule
	configured map[int]finding.Severity
	byModel    map[string]finding.Severity // of the kinds of findings that only a model reports
}

// set configures a rule, or a kind of finding that only a model reports.
func (l levels) set(rule int, id string, s finding.Severity) {
	if rule < 0 {
		l.byModel[id] = s
		return
	}
	l.configured[rule] = s
}

// enabled says whether the rule is to be run at all.
func (l levels) enabled(rule int) bool {
	return l.of(rule, 0) != finding.Off
}

// of is the severity of a finding for which the rule chose one, or 0.
func (l levels) of(rule int, chosen finding.Severity) finding.Severity {
	if s, ok := l.configured[rule]; ok {
		return s
	}
	if chosen != finding.Off {
		return chosen
	}
	return l.rules[rule].Severity
}

// configure reads the workspace's severities and, over them, the document's own:
//
//	designls:
//	  rules:
//	    placeholder: off
func (r *reporter) configure() levels {
	l := levels{rules: r.rules, configured: map[int]finding.Severity{}, byModel: map[string]finding.Severity{}}
	for id, severity := range r.view.env.Severities {
		if r.known(id) {
			l.set(r.index(id), id, severity)
		}
	}
	settings, _ := r.view.doc.FrontMatter.Value("designls").(map[string]any)
	if settings["rules"] == nil {
		return l
	}
	own, ok := settings["rules"].(map[string]any)
	if !ok {
		r.misconfigured("rules", fmt.Sprintf("designls.rules is %s; it should name rules, each with a severity, as in %q. It is ignored.", kindOf(settings["rules"]), "rules: {placeholder: off}"))
	}
	for _, id := range slices.Sorted(maps.Keys(own)) {
		r.configureRule(l, id, own[id])
	}
	return l
}

func (r *reporter) configureRule(l levels, id string, value any) {
	i := r.index(id)
	if !r.known(id) {
		r.misconfigured(id, fmt.Sprintf("designls.rules names %q, and there is no such rule.%s It is ignored.", id, r.didYouMean(id)))
		return
	}
	if on, ok := value.(bool); ok { // "off" and "on" mean that in older YAML
		delete(l.configured, i)
		delete(l.byModel, id)
		if !on {
			l.set(i, id, finding.Off)
		}
		return
	}
	name, _ := value.(string)
	severity, err := finding.ParseSeverity(name)
	if err != nil {
		r.misconfigured(id, fmt.Sprintf("designls.rules sets %s to %s; use off, hint, information, warning or error. It is ignored.", id, kindOf(value)))
		return
	}
	l.set(i, id, severity)
}

// misconfigured reports a setting at the line of the front matter that has it.
func (r *reporter) misconfigured(key, message string) {
	front := r.view.doc.FrontMatter
	content := r.view.doc.Text.Content()
	span := front.Inner
	line := regexp.MustCompile(`["']?` + regexp.QuoteMeta(key) + `["']?[ \t]*[:=\]][^\r\n]*`)
	if m := line.FindStringIndex(front.Inner.Of(content)); m != nil {
		span = text.Span{Start: front.Inner.Start + m[0], End: front.Inner.Start + m[1]}
	}
	r.report.Problems = append(r.report.Problems, document.Problem{Code: "front-matter", Span: span, Message: message})
}

func (r *reporter) index(id string) int {
	return slices.IndexFunc(r.rules, func(rule Rule) bool { return rule.ID == id })
}

// known says whether somebody reports findings of an id.
func (r *reporter) known(id string) bool {
	_, byModel := FindByModel(id)
	return byModel || r.index(id) >= 0
}

func (r *reporter) didYouMean(id string) string {
	ids := make([]string, len(r.rules))
	for i, rule := range r.rules {
		ids[i] = rule.ID
	}
	for _, m := range ByModels() {
		ids = append(ids, m.ID)
	}
	if near, ok := text.Nearest(id, ids); ok {
		return fmt.Sprintf(" Did you mean %q?", near)
	}
	return fmt.Sprintf(" The rules are %s.", strings.Join(ids, ", "))
}

// kindOf names a value of the wrong kind.
func kindOf(value any) string {
	switch value := value.(type) {
	case nil:
		return "empty"
	case string:
		return fmt.Sprintf("%q", value)
	case []any:
		return "a list"
	case map[string]any:
		return "a group of settings"
	}
	return fmt.Sprint(value)
}
