package workspace

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

const goodTeamFile = `documents:
  include: [docs/arch/**]
template: rfc
rules:
  placeholder: error
  vague-requirement: off
  missing-section: false
prompts:
  disable: [summarize]
`

func TestTeamFile(t *testing.T) {
	for name, content := range map[string]string{
		"LF":         goodTeamFile,
		"CRLF":       strings.ReplaceAll(goodTeamFile, "\n", "\r\n"),
		"BOM":        "\ufeff" + goodTeamFile,
		"no newline": strings.TrimSuffix(goodTeamFile, "\n"),
		"aliases":    strings.ReplaceAll(goodTeamFile, "placeholder: error\n  vague-requirement: off", "placeholder: &e error\n  vague-requirement: Off"),
		"dotted":     strings.ReplaceAll(goodTeamFile, "prompts:\n  disable", "prompts.disable"),
	} {
		dir := t.TempDir()
		write(t, dir, ConfigName, content)
		f := openFolder(t, dir)
		if f.File == nil || len(f.File.Problems) != 0 {
			t.Errorf("%s: %+v", name, f.File)
		}
		want := Config{
			Template: "rfc", Rules: map[string]finding.Severity{"placeholder": finding.Error, "vague-requirement": finding.Off, "missing-section": finding.Off},
			DisabledActions: []string{"summarize"}, Diagnostics: true, CodeLens: true, InlayHints: true, QuestionsMode: QuestionsFull, SecondLook: true,
		}
		if diff := cmp.Diff(want, f.Config, cmpopts.IgnoreUnexported(Config{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestProblemsOfATeamFileSayWhatWhereAndWhatIsAllowed(t *testing.T) {
	for _, tt := range []struct {
		content string
		at      string // what the problem's span covers
		message string // a part of it
	}{
		{"tempalte: rfc", "tempalte", `There is no setting tempalte, so it is ignored. Did you mean "template"?`},
		{"colour: red", "colour", "Known are documents.include, documents.exclude"},
		{"documents: {inclued: []}", "inclued", `Did you mean "documents.include"?`},
		{"documents: docs/**", "documents", `documents is "docs/**", where a group of settings is expected`},
		{"documents: {include: docs/**}", "docs/**", `documents.include is "docs/**"; allowed is a list of patterns`},
		{"documents: {include: [7, a/**]}", "7", "documents.include has the number 7 in its list"},
		{"documents: {include: ['!a']}", "'!a'", "documents.exclude takes files out"},
		{"documents: {include: ['../a']}", "'../a'", "cannot leave the workspace folder"},
		{"documents: {include: ['a[']}", "'a['", "not closed"},
		{"documents: {include: ['']}", "''", "is empty"},
		{"documents:\n  defaults: maybe", "maybe", `documents.defaults is "maybe"; allowed is true or false`},
		{"# comment\r\ntemplate: rcf\r\n", "rcf", `template is "rcf", which is not known, so it is ignored. Did you mean "rfc"?`},
		{"template: [rfc]", "template", "template is a list; allowed is a name: design-doc, rfc, adr."},
		{"rules:\n  plcaeholder: off", "plcaeholder", `Did you mean "placeholder"?`},
		{"rules:\n  placeholder: loud", "loud", `rules.placeholder is "loud"; allowed are error, warning, information, hint and off`},
		{"rules: [placeholder]", "rules", "rules is a list; allowed is a group of rules"},
		{"rules:\n  placeholder: true", "true", "rules.placeholder is true; allowed are"},
		{"prompts: {disable: all}", "all", `prompts.disable is "all"; allowed is a list of names`},
		{"é: 1\nprompts: {disable: [sumarize]}", "sumarize", `Did you mean "summarize"?`},
		{"template: rfc\ntemplate: adr", "template", "template is set twice; the later value counts"},
		{"endpoint: https://evil.example", "endpoint", "endpoint cannot be set by a workspace file"},
		{"model: {api_key: x}", "model", "There is no setting model"},
		{"openai.baseUrl: x", "openai.baseUrl", "must never choose where text is sent"},
		{"apiKey: x", "apiKey", "cannot be set by a workspace file"},
		{"command: [rm]", "command", "what is run"},
		{"engine: openai", "openai", "forbids models"},
		{"codeLens: {enabled: false}", "enabled", "each author's editor (designls.codeLens.enabled)"},
		{"- a", "-", "The settings are a list"},
		{"just text", "just text", `The settings are "just text"`},
		{"a: [", "[", "not valid YAML, so none of it is read"},
	} {
		for _, prefix := range []string{"", "\ufeff", "# naïve 漢字 😀\n", "# c\r\n\r\n"} {
			m := text.NewMapper(prefix + tt.content)
			problems := problemsOf(m)
			found := false
			for _, p := range problems {
				if strings.Contains(p.Message, tt.message) {
					found = true
					if got := p.Span.Of(m.Content()); got != tt.at && !strings.Contains(tt.message, "YAML") {
						t.Errorf("%q: %s: at %q, want %q", m.Content(), p.Message, got, tt.at)
					}
				}
			}
			if !found {
				t.Errorf("%q: no problem has %q: %v", m.Content(), tt.message, problems)
			}
		}
	}
}

func problemsOf(m *text.Mapper) []Problem {
	tree, problem := fromYAML(m)
	if problem != nil {
		return []Problem{*problem}
	}
	_, problems := decode(tree, TeamFile, known)
	return problems
}

func TestOneMistakeLeavesTheRest(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ConfigName, "template: 7\nendpoint: x\nrules:\n  placeholder: loud\n  vague-requirement: hint\ndocuments:\n  include: [7, a/**]\n")
	f := openFolder(t, dir)
	if len(f.File.Problems) != 4 {
		t.Errorf("problems: %v", f.File.Problems)
	}
	if f.Config.Rules["vague-requirement"] != finding.Hint || len(f.Config.Rules) != 1 || !f.IsDesign("a/x.md", nil) || f.Config.Template != "" {
		t.Errorf("config: %+v", f.Config)
	}
}

func TestATeamFileThatCannotBeRead(t *testing.T) {
	for name, content := range map[string]string{
		"not valid YAML": "a: [", "UTF-8": "a: \xff", "KB are allowed": strings.Repeat("a: b\n", 9999), "nests deeper": strings.Repeat("[", 9999),
	} {
		dir := t.TempDir()
		write(t, dir, ConfigName, content)
		f := openFolder(t, dir)
		if f.File == nil || len(f.File.Problems) != 1 || !strings.Contains(f.File.Problems[0].Message, name) {
			t.Errorf("%s: %+v", name, f.File)
		}
		if !f.IsDesign("design/x.md", nil) {
			t.Errorf("%s: the built-in patterns do not hold", name)
		}
	}
}

func TestEditorSettings(t *testing.T) {
	for _, tt := range []struct {
		name, settings string
		problems       []string
	}{
		{"nested", `{"template":"rfc","codeLens":{"enabled":false}}`, nil},
		{"with the section", `{"designls":{"template":"rfc","codeLens":{"enabled":false}}}`, nil},
		{"dotted", `{"designls.template":"rfc","designls.codeLens.enabled":false}`, nil},
		{"unset values", `{"template":"rfc","codeLens":{"enabled":false},"rules":null,"documents":null,"engine":null}`, nil},
		{"the extension's own", `{"template":"rfc","codeLens":{"enabled":false},"trace":{"server":"off"},"server":{"path":"/x"}}`, nil},
		{"mistakes", `{"template":"rfc","codeLens":{"enabled":false},"diagnostics":{"enabled":"yes"},"engine":"opnai","questions":{"mod":"short"}}`, []string{
			`designls.diagnostics.enabled is "yes"; allowed is true or false. It is ignored.`,
			`designls.engine is "opnai", which is not known, so it is ignored. Did you mean "openai"?`,
			`There is no setting designls.questions.mod, so it is ignored. Did you mean "questions.mode"?`,
		}},
	} {
		var settings any
		if err := json.Unmarshal([]byte(tt.settings), &settings); err != nil {
			t.Fatal(err)
		}
		s := NewSession(known)
		var got []string
		for _, p := range s.Configure("", settings) {
			got = append(got, p.Message)
		}
		if diff := cmp.Diff(tt.problems, got); diff != "" {
			t.Errorf("%s: problems (-want +got):\n%s", tt.name, diff)
		}
		c := s.Snapshot().Folder("file:///x.md").Config
		if c.Template != "rfc" || c.CodeLens || !c.Diagnostics {
			t.Errorf("%s: %+v", tt.name, c)
		}
	}
	for _, settings := range []any{nil, "text", []any{1.0}, 7.0} {
		problems := NewSession(known).Configure("", settings)
		if (settings == nil) != (len(problems) == 0) {
			t.Errorf("settings %v: %v", settings, problems)
		}
	}
}

func TestTheTableOfSettingsIsComplete(t *testing.T) {
	for _, s := range Settings() {
		if s.Type == "" || s.Description == "" || s.Places == 0 || s.Places&TeamFile != 0 && s.Example == "" || s.set == nil {
			t.Errorf("%s lacks something", s.Name)
		}
		var value any
		if err := json.Unmarshal([]byte(s.Default), &value); err != nil {
			t.Errorf("the default of %s is not JSON: %v", s.Name, err)
		}
		if _, problems := decode(fromJSON(map[string]any{s.Name: value}), Editor, known); len(problems) != 0 {
			t.Errorf("the default of %s: %v", s.Name, problems)
		}
		m := text.NewMapper(s.Name + ": " + s.Example)
		if s.Places&TeamFile != 0 {
			if problems := problemsOf(m); len(problems) != 0 {
				t.Errorf("the example of %s: %v", s.Name, problems)
			}
		}
	}
}

func TestLayers(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ConfigName, "template: adr\nrules: {placeholder: error}\ndocuments: {include: [team/**], exclude: [mine/not]}\n")
	s := NewSession(known)
	s.ChangeFolders([]string{URI(dir)}, nil)
	s.Configure("", map[string]any{
		"template": "rfc", "questions": map[string]any{"mode": "short"},
		"rules":     map[string]any{"placeholder": "off", "vague-requirement": "hint"},
		"documents": map[string]any{"include": []any{"mine/**"}, "exclude": []any{"team/**"}},
	})
	f := s.Snapshot().Folders()[0]
	if f.Config.Template != "adr" || f.Config.QuestionsMode != QuestionsShort {
		t.Errorf("config %+v", f.Config)
	}
	want := map[string]finding.Severity{"placeholder": finding.Error, "vague-requirement": finding.Hint}
	if diff := cmp.Diff(want, f.Config.Rules); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
	for rel, want := range map[string]bool{"team/x.md": true, "mine/x.md": true, "mine/not/x.md": false} {
		if f.IsDesign(rel, nil) != want {
			t.Errorf("%s is a design document: %v", rel, !want)
		}
	}
}
