package workspace

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// wrong reports a value that is not what the setting allows.
func (d *decoder) wrong(v *value, allowed string) {
	d.report(d.setting, d.spanOf(v), "%s is %v; allowed is %s. It is ignored.", d.full(d.setting), v, allowed)
}

// spanOf is where to show a problem with a value: at a scalar itself, else at
// the setting's key.
func (d *decoder) spanOf(v *value) text.Span {
	switch v.v.(type) {
	case []member, []*value:
		return d.at
	}
	if v.span == (text.Span{}) {
		return d.at
	}
	return v.span
}

func (d *decoder) bool(v *value) *bool {
	b, ok := v.v.(bool)
	if !ok {
		d.wrong(v, "true or false")
		return nil
	}
	return &b
}

// name reads one of some names. Without any the names are not known, and all
// are taken.
func (d *decoder) name(v *value, allowed []string) *string {
	s, ok := v.v.(string)
	switch {
	case !ok:
		d.wrong(v, strings.TrimSuffix("a name: "+strings.Join(allowed, ", "), ": "))
		return nil
	case s == "":
		return nil
	case len(allowed) > 0 && !slices.Contains(allowed, s):
		d.report(d.setting, d.spanOf(v), "%s is %v, which is not known, so it is ignored. %s", d.full(d.setting), v, suggestion(s, allowed))
		return nil
	}
	return &s
}

// list reads names, leaving out those that are not known.
func (d *decoder) list(v *value, allowed []string) []string {
	items, ok := v.v.([]*value)
	if !ok {
		d.wrong(v, "a list of names")
		return nil
	}
	var list []string
	for _, item := range items {
		if s := d.name(item, allowed); s != nil {
			list = append(list, *s)
		}
	}
	return list
}

// globs reads patterns, leaving out those that are malformed.
func (d *decoder) globs(v *value) globs {
	items, ok := v.v.([]*value)
	if !ok {
		d.wrong(v, "a list of patterns, such as [\"docs/design/**\"]")
		return nil
	}
	var gs globs
	for _, item := range items {
		s, ok := item.v.(string)
		if !ok {
			d.report(d.setting, d.spanOf(item), "%s has %v in its list, where a pattern such as \"docs/design/**\" is expected. That entry is ignored.", d.full(d.setting), item)
			continue
		}
		g, err := compileGlob(s)
		if err != nil {
			d.report(d.setting, d.spanOf(item), "%s has the pattern %v: %v. That entry is ignored.", d.full(d.setting), item, err)
			continue
		}
		gs = append(gs, g)
	}
	return gs
}

func (d *decoder) severities(v *value) map[string]finding.Severity {
	members, ok := v.v.([]member)
	if !ok {
		d.wrong(v, "a group of rules, such as {placeholder: off}")
		return nil
	}
	rules := map[string]finding.Severity{}
	for _, m := range members {
		if len(d.known.Rules) > 0 && !slices.Contains(d.known.Rules, m.key) {
			d.report(d.setting, m.span, "%s names %q, and there is no such rule, so it is ignored. %s", d.full(d.setting), m.key, suggestion(m.key, d.known.Rules))
			continue
		}
		if s, ok := d.severity(m); ok {
			rules[m.key] = s
		}
	}
	return rules
}

func (d *decoder) severity(m member) (finding.Severity, bool) {
	if off, ok := m.value.v.(bool); ok && !off { // what "off" meant in older YAML
		return finding.Off, true
	}
	name, _ := m.value.v.(string)
	s, err := finding.ParseSeverity(name)
	if err != nil {
		span := m.value.span
		if span == (text.Span{}) {
			span = m.span
		}
		d.report(d.setting, span, "%s.%s is %v; allowed are error, warning, information, hint and off. It is ignored.", d.full(d.setting), m.key, m.value)
	}
	return s, err == nil
}
