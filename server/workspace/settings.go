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
	EngineOpenAI   = "openai"
	EngineEditor   = "editor"
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
			Name: "edits.confirm", Type: "true or false", Default: "false", Places: Editor,
			Description: "Whether you see what an action has made before it is put into the document, and decide. What you discard leaves the document as it is.",
			set:         func(d *decoder, v *value) { d.layer.confirm = d.bool(v) },
		}, {
			Name: "inlayHints.enabled", Type: "true or false", Default: "true", Places: Editor,
			Description: "Whether what follows from a stated figure is shown beside it: the average in a second of what is stated by the day, what a stream adds up to in a year, and the downtime that an availability allows.",
			set:         func(d *decoder, v *value) { d.layer.inlayHints = d.bool(v) },
		}, {
			Name: "questions.mode", Type: "text", Allowed: names(QuestionsFull, QuestionsShort), Default: `"full"`, Places: Editor,
			Description: "Whether the action that asks questions asks all that matter, or only the two or three that matter most.",
			set:         func(d *decoder, v *value) { d.layer.questions = d.name(v, []string{QuestionsFull, QuestionsShort}) },
		}, {
			Name: "engine", Type: "text", Allowed: names(Engines()...), Default: `"builtin"`, Places: Editor | TeamFile,
			Description: "What reviews and writes. `builtin` works offline, and nothing leaves the machine; `openai` is any server with OpenAI's API; `editor` is the model that the editor offers. Only what you start asks a model: an action that you run, or `designls review` on the command line. In `.designls.yaml` it can only be `builtin`, which forbids models for the workspace. Without the setting the environment decides, by `DESIGNLS_ENGINE`.",
			Example:     "builtin",
			set:         func(d *decoder, v *value) { d.layer.engine = d.engine(v) },
		}, {
			Name: "openai.baseUrl", Type: "address", Default: `""`, Places: Editor,
			Description: "Where the API is, usually ending in `/v1`. Without it `OPENAI_BASE_URL` counts, and without that OpenAI itself. The key is never a setting: it comes from `OPENAI_API_KEY`, or in VS Code from `Design: Set API Key…`.",
			set:         func(d *decoder, v *value) { d.layer.model.BaseURL = d.text(v) },
		}, {
			Name: "openai.model", Type: "name of a model", Default: `""`, Places: Editor,
			Description: "Which model to ask; for Azure the name of the deployment. Without it `DESIGNLS_MODEL` counts.",
			set:         func(d *decoder, v *value) { d.layer.model.Model = d.text(v) },
		}, {
			Name: "openai.azureVersion", Type: "text", Default: `""`, Places: Editor,
			Description: "The `api-version` of an Azure endpoint, such as `2024-10-21`; empty for all other servers.",
			set:         func(d *decoder, v *value) { d.layer.model.AzureVersion = d.text(v) },
		}, {
			Name: "openai.contextTokens", Type: "number", Default: "0", Places: Editor,
			Description: "How many tokens the model takes, request and reply together. 0 takes what is known of the model.",
			set:         func(d *decoder, v *value) { d.layer.model.Context = d.number(v) },
		}, {
			Name: "openai.firstTokenTimeout", Type: "seconds", Default: "300", Places: Editor,
			Description: "How long to wait for the first words; models that reason are silent before them.",
			set:         func(d *decoder, v *value) { d.layer.model.FirstToken = d.number(v) },
		}, {
			Name: "openai.idleTimeout", Type: "seconds", Default: "60", Places: Editor,
			Description: "How long a model may fall silent in the middle of its reply.",
			set:         func(d *decoder, v *value) { d.layer.model.Idle = d.number(v) },
		}, {
			Name: "openai.totalTimeout", Type: "seconds", Default: "1800", Places: Editor,
			Description: "How long a reply may take from beginning to end.",
			set:         func(d *decoder, v *value) { d.layer.model.Total = d.number(v) },
		}, {
			Name: "budget.monthlyTokens", Type: "number", Default: "0", Places: Editor,
			Description: "How many tokens a workspace may use in a calendar month. At four fifths of it you are told, and at the end nothing more is sent. 0 is no limit.",
			set:         func(d *decoder, v *value) { d.layer.model.Monthly = d.number(v) },
		}, {
			Name: "budget.promptPrice", Type: "number", Default: "0", Places: Editor,
			Description: "What a million tokens that are sent cost, in your currency. With it you are told what a request may cost before it is sent for the first time.",
			set:         func(d *decoder, v *value) { d.layer.model.PromptPrice = d.number(v) },
		}, {
			Name: "budget.replyPrice", Type: "number", Default: "0", Places: Editor,
			Description: "What a million tokens of replies cost.",
			set:         func(d *decoder, v *value) { d.layer.model.ReplyPrice = d.number(v) },
		}, {
			Name: "review.secondLook", Type: "true or false", Default: "true", Places: Editor,
			Description: "Whether a model looks at its own findings once more and takes back what does not hold. What they quote is sent a second time for that.",
			set:         func(d *decoder, v *value) { d.layer.secondLook = d.bool(v) },
		}, {
			Name: "workspace.trusted", Type: "true or false", Default: "true", Places: Editor,
			Description: "Whether the prompts in `.designls/prompts` are offered. An editor that knows of trust sets it by itself. A prompt runs nothing: it is text, sent with your document to the model that you have chosen, when you run it.",
			set:         func(d *decoder, v *value) { d.layer.trusted = d.bool(v) },
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
