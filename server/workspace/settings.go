package workspace

import (
	"strings"

	"github.com/designls/designls/server/finding"
)

// Place is where a setting can be made.
type Place uint8

// The places. They can be combined.
const (
	Editor   Place = 1 << iota // the editor's settings, under "designls."
	TeamFile                   // .designls.yaml
)

// Setting describes one setting: for reading it, checking it and documenting it.
type Setting struct {
	Name        string // without "designls."
	Type        string // what its value is, in words
	Allowed     func(Known) []string
	Default     string // as written in JSON
	Places      Place
	Description string
	Example     string // as written in YAML

	set func(*decoder, *value)
}

// names makes an Allowed of names that never change.
func names(list ...string) func(Known) []string {
	return func(Known) []string { return list }
}

func allTemplates(k Known) []string { return k.Templates }
func allActions(k Known) []string   { return k.Actions }

// Values of the settings that choose between a few.
const (
	QuestionsFull  = "full"
	QuestionsShort = "short"
	EngineBuiltin  = "builtin"
)

const listOfPatterns = "list of patterns"

// Settings are all settings, in the order in which they are documented.
func Settings() []Setting {
	return []Setting{
		{
			Name: "documents.include", Type: listOfPatterns, Default: "[]", Places: Editor | TeamFile,
			Description: "Further files that are design documents, as patterns relative to the workspace folder: `*` within a name, `**` across folders, `{a,b}` for either; a pattern without a slash means a name in any folder. A README counts only if a pattern gives its name.",
			Example:     "[docs/architecture/**, services/*/README.md]",
			set:         func(d *decoder, v *value) { d.layer.patterns.include = d.globs(v) },
		}, {
			Name: "documents.exclude", Type: listOfPatterns, Default: "[]", Places: Editor | TeamFile,
			Description: "Files that are no design documents, whatever includes them. Front matter `designls: true` still makes one of such a file.",
			Example:     "[docs/design/archive]",
			set:         func(d *decoder, v *value) { d.layer.patterns.exclude = d.globs(v) },
		}, {
			Name: "documents.defaults", Type: "true or false", Default: "true", Places: Editor | TeamFile,
			Description: "Whether the built-in patterns (folders and files named after designs, RFCs, ADRs and proposals) count as well. With `false` only what is included is reviewed.",
			Example:     "false",
			set:         func(d *decoder, v *value) { d.layer.defaults = d.bool(v) },
		}, {
			Name: "template", Type: "name of a house style", Allowed: allTemplates, Default: `""`, Places: Editor | TeamFile,
			Description: "The house style that all documents follow. Without it the style of each document is recognized from its headings.",
			Example:     "rfc",
			set:         func(d *decoder, v *value) { d.layer.template = d.name(v, d.known.Templates) },
		}, {
			Name: "rules", Type: "group of rule ids, each with a severity", Allowed: names(finding.SeverityNames()...), Default: "{}", Places: Editor | TeamFile,
			Description: "The severity of each rule's findings; `off` silences the rule. Rules that are not named keep their own severity.",
			Example:     "{placeholder: error, vague-requirement: off}",
			set:         func(d *decoder, v *value) { d.layer.rules = d.severities(v) },
		}, {
			Name: "prompts.disable", Type: "list of action ids", Allowed: allActions, Default: "[]", Places: Editor | TeamFile,
			Description: "Actions that are not offered.",
			Example:     "[propose-design]",
			set:         func(d *decoder, v *value) { d.layer.disabled = d.list(v, d.known.Actions) },
		}, {
			Name: "diagnostics.enabled", Type: "true or false", Default: "true", Places: Editor,
			Description: "Whether findings are shown in the editor while you write.",
			set:         func(d *decoder, v *value) { d.layer.diagnostics = d.bool(v) },
		}, {
			Name: "codeLens.enabled", Type: "true or false", Default: "true", Places: Editor,
			Description: "Whether actions are offered above headings and generated blocks.",
			set:         func(d *decoder, v *value) { d.layer.codeLens = d.bool(v) },
		}, {
			Name: "questions.mode", Type: "text", Allowed: names(QuestionsFull, QuestionsShort), Default: `"full"`, Places: Editor,
			Description: "Whether the action that asks questions asks all that matter, or only the two or three that matter most.",
			set:         func(d *decoder, v *value) { d.layer.questions = d.name(v, []string{QuestionsFull, QuestionsShort}) },
		}, {
			Name: "engine", Type: "text", Allowed: names(EngineBuiltin), Default: `"builtin"`, Places: Editor,
			Description: "What reviews and writes. `builtin` works offline, and nothing leaves the machine.",
			set:         func(d *decoder, v *value) { d.layer.engine = d.name(v, []string{EngineBuiltin}) },
		},
	}
}

// settingNames are the names of what can be set in a place.
func settingNames(place Place) []string {
	var list []string
	for _, s := range Settings() {
		if s.Places&place != 0 {
			list = append(list, s.Name)
		}
	}
	return list
}

// findSetting returns the setting of that name; isGroup says instead that the
// name is the beginning of several.
func findSetting(name string) (s Setting, found, isGroup bool) {
	for _, s := range Settings() {
		if s.Name == name {
			return s, true, false
		}
		isGroup = isGroup || strings.HasPrefix(s.Name, name+".")
	}
	return Setting{}, false, isGroup
}
