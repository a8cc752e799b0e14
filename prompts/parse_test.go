package prompts

import (
	"strings"
	"testing"
)

const teamPrompt = `---
id: check-privacy
title: Check privacy
scope: [document, section]
result: findings
reads: [document, facts]
---
Find personal data{{if .System}} in this {{.System}}{{end}}.
{{template "grounds" .}}
`

func TestAPromptOfATeamIsCompleted(t *testing.T) {
	for _, content := range []string{teamPrompt, strings.ReplaceAll(teamPrompt, "\n", "\r\n"), "\ufeff" + teamPrompt} {
		p, problems := Parse(content, Taken())
		if len(problems) > 0 {
			t.Fatalf("%+v", problems)
		}
		if !p.Team || p.Schema != "findings" || p.Order != teamOrder || !strings.HasSuffix(p.Offline, ".") {
			t.Errorf("%+v", p)
		}
		if body, err := p.Render(Data{System: "queue"}); err != nil || !strings.Contains(body, "in this queue") || !strings.Contains(body, "Rest everything") {
			t.Errorf("%v: %s", err, body)
		}
	}
}

func TestParseNamesWhatIsWrongAndWhere(t *testing.T) {
	change := func(old, new string) string { return strings.Replace(teamPrompt, old, new, 1) }
	tests := []struct{ name, content, message, at string }{
		{"no front matter", "Find it.\n", "front matter is missing", "Find it."},
		{"empty", "", "front matter is missing", ""},
		{"not closed", "---\nid: x\n", "front matter is missing", "---"},
		{"unknown field", change("title:", "titel:"), `no field "titel". Did you mean "title"?`, "titel"},
		{"no title", change("title: Check privacy\n", ""), "an id and a title", "---"},
		{"not YAML", change("id: check-privacy", "id: [x"), "not valid YAML", ""},
		{"ill-typed", change("id: check-privacy", "id: {a: b}"), "not as expected", ""},
		{"bad id", change("id: check-privacy", "id: Check Privacy"), "is not one", "id: Check Privacy"},
		{"taken", change("id: check-privacy", "id: critique"), "taken by a built-in action", "id: critique"},
		{"unknown value", change("facts", "fact"), `"fact" is no value of "reads". Did you mean "facts"?`, "reads: [document, fact]"},
		{"unknown result", change("result: findings", "result: finding"), `Did you mean "findings"?`, "result: finding"},
		{"result for programs", change("result: findings", "result: graph"), "needs a program", "result: graph"},
		{"kind of another", change("result: findings", "result: block\nkind: recap"), "leave the kind out", "kind: recap"},
		{"unknown template field", change("{{if .System}}", "{{if .Sytem}}"), `Did you mean "System"?`, "Sytem"},
		{"broken template", change("{{end}}", ""), "no valid template", ""},
		{"unknown passage", change(`"grounds"`, `"ground"`), "cannot be filled in", ""},
		{"loop", change("Find personal data", "{{range 9}}x{{end}}"), "no loops", "{{range 9}}"},
		{"function", change("Find personal data", `{{printf "%999d" 1}}`), "no loops", ""},
		{"no body", teamPrompt[:strings.Index(teamPrompt, "Find")], "nothing to ask", "title: Check privacy"},
	}
	for _, test := range tests {
		_, problems := Parse(test.content, Taken())
		if len(problems) == 0 {
			t.Errorf("%s: nothing is wrong", test.name)
			continue
		}
		p := problems[0]
		if !strings.Contains(p.Message, test.message) {
			t.Errorf("%s: %q, want %q", test.name, p.Message, test.message)
		}
		if at := p.Span.Of(test.content); test.at != "" && at != test.at {
			t.Errorf("%s: at %q, want %q", test.name, at, test.at)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(teamPrompt)
	f.Add("---\nid: [\n---\n{{")
	f.Fuzz(func(t *testing.T, content string) {
		_, problems := Parse(content, Taken())
		for _, p := range problems {
			if p.Span.Start < 0 || p.Span.End < p.Span.Start || p.Span.End > len(content) {
				t.Errorf("%q: the problem %q is at %v", content, p.Message, p.Span)
			}
		}
	})
}
