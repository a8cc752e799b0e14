package workspace

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// layer is what one place configures. What it does not set is nil.
type layer struct {
	patterns    patterns
	defaults    *bool
	template    *string
	rules       map[string]finding.Severity
	disabled    []string
	diagnostics *bool
	codeLens    *bool
	confirm     *bool
	inlayHints  *bool
	questions   *string
	engine      *string
	trusted     *bool
	secondLook  *bool
	model       modelLayer
}

// decoder reads one place's settings into a layer, and notes what it cannot use.
type decoder struct {
	place    Place
	known    Known
	layer    layer
	problems []Problem

	setting string    // of the setting being read
	at      text.Span // of its key
}

// decode reads the settings of a place.
func decode(root *value, place Place, known Known) (layer, []Problem) {
	d := decoder{place: place, known: known}
	switch v := root.v.(type) {
	case nil:
	case []member:
		d.group("", v)
	default:
		d.report("", root.span, "The settings are %s, where a group of settings is expected, such as %q. They are ignored.", root, "template: rfc")
	}
	return d.layer, d.problems
}

func (d *decoder) report(setting string, span text.Span, format string, args ...any) {
	d.problems = append(d.problems, Problem{Setting: setting, Span: span, Message: fmt.Sprintf(format, args...)})
}

func (d *decoder) group(prefix string, members []member) {
	seen := map[string]bool{}
	for _, m := range members {
		if seen[m.key] {
			d.report(prefix+m.key, m.span, "%s is set twice; the later value counts.", d.full(prefix+m.key))
		}
		seen[m.key] = true
		d.member(prefix+m.key, m)
	}
}

func (d *decoder) member(name string, m member) {
	setting, found, isGroup := findSetting(name)
	inner, ok := m.value.v.([]member)
	switch {
	case found && setting.Places&d.place != 0:
		d.setting, d.at = name, m.span
		if m.value.v != nil { // an empty setting is one that is not made
			setting.set(d, m.value)
		}
	case isGroup && ok:
		d.group(name+".", inner)
	case isGroup && m.value.v != nil:
		d.report(name, m.span, "%s is %v, where a group of settings is expected (%s). It is ignored.", d.full(name), m.value, strings.Join(settingNames(d.place), ", "))
	case isGroup || d.place == Editor && ofTheEditorItself().MatchString(name):
	default:
		d.unusable(name, m, found)
	}
}

// ofTheEditorItself are settings that an editor's extension reads; they share
// the prefix, so editors send them along.
var ofTheEditorItself = text.Pattern(`^(trace|server)(\.|$)`)

// forbidden are words in the names of settings that would choose where text is
// sent, with which key, or what is run. A file that comes with a workspace can
// come from anybody.
var forbidden = text.Pattern(`(?i)endpoint|url|host|proxy|key|token|secret|password|credential|command|cmd|exec|shell|^args|\.args|env|header|^server|^engine`)

func (d *decoder) unusable(name string, m member, ofTheEditor bool) {
	switch {
	case d.place == TeamFile && forbidden().MatchString(name):
		d.report(name, m.span, "%s cannot be set by a workspace file, because such a file must never choose where text is sent, with which key, or what is run. It is ignored; set it in your editor or your environment.", name)
	case ofTheEditor:
		d.report(name, m.span, "%s is a setting of each author's editor (designls.%s), not of the team. It is ignored here.", name, name)
	default:
		d.report(name, m.span, "There is no setting %s, so it is ignored. %s", d.full(name), suggestion(name, settingNames(d.place)))
	}
}

// full is the setting's name as the author finds it in the place.
func (d *decoder) full(name string) string {
	if d.place == Editor {
		return "designls." + name
	}
	return name
}

// suggestion is a sentence that names the candidate which was probably meant, or
// else all of them.
func suggestion(name string, candidates []string) string {
	if near, ok := text.Nearest(name, candidates); ok {
		return fmt.Sprintf("Did you mean %q?", near)
	}
	return "Known are " + strings.Join(candidates, ", ") + "."
}
