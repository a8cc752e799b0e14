package workspace

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func parse(content string) *document.Document { return document.Parse(text.NewMapper(content), nil) }

func TestEnabled(t *testing.T) {
	for front, want := range map[string][2]bool{
		"designls: true":                         {true, true},
		"designls: false":                        {false, true},
		"designls: {enabled: false}":             {false, true},
		"designls: {template: rfc}":              {true, true},
		"designls: {enabled: maybe}":             {true, true},
		"designls: maybe":                        {false, false},
		"designls:":                              {false, false},
		"title: x":                               {false, false},
		"designls:\n  rules: {placeholder: off}": {true, true},
	} {
		enabled, said := Enabled(parse("---\n" + front + "\n---\n").FrontMatter)
		if got := [2]bool{enabled, said}; got != want {
			t.Errorf("%q: enabled and said are %v, want %v", front, got, want)
		}
	}
	if _, said := Enabled(nil); said {
		t.Error("no front matter says something")
	}
}

func TestFrontMatterProblems(t *testing.T) {
	for _, tt := range []struct{ front, at, message string }{
		{"title: x\ndesignls: maybe", "designls: maybe", `designls is "maybe" in the front matter`},
		{"designls: [a]", "designls: [a]", "designls is a list"},
		{"designls:\n  enabled: soon", "enabled: soon", `designls.enabled is "soon"`},
		{"designls:\n  template: 7", "template: 7", "designls.template is the number 7"},
		{"designls:\n  template: rcf", "template: rcf", `Did you mean "rfc"?`},
		{"designls:\n  tempalte: rfc", "tempalte: rfc", `Did you mean "template"?`},
	} {
		doc := parse("---\n" + tt.front + "\n---\n# T\n")
		problems := FrontMatterProblems(doc, known)
		if len(problems) != 1 || !strings.Contains(problems[0].Message, tt.message) || problems[0].Span.Of(doc.Text.Content()) != tt.at {
			t.Errorf("%q: %v", tt.front, problems)
		}
	}
	for _, front := range []string{"title: x", "designls: true", "designls:", "designls: {enabled: true, template: rfc, rules: 7}"} {
		if problems := FrontMatterProblems(parse("---\n"+front+"\n---\n"), known); len(problems) != 0 {
			t.Errorf("%q: %v", front, problems)
		}
	}
	if problems := FrontMatterProblems(parse("# T\n"), known); len(problems) != 0 {
		t.Errorf("no front matter: %v", problems)
	}
}

func TestSetEnabled(t *testing.T) {
	for _, tt := range []struct{ name, before, off string }{
		{"none", "# T\n", "---\ndesignls: false\n---\n\n# T\n"},
		{"none, blank first", "\n# T\n", "---\ndesignls: false\n---\n\n# T\n"},
		{"empty", "", "---\ndesignls: false\n---\n"},
		{"BOM", "\ufeff# T\n", "\ufeff---\ndesignls: false\n---\n\n# T\n"},
		{"yaml", "---\ntitle: x\n---\n# T\n", "---\ndesignls: false\ntitle: x\n---\n# T\n"},
		{"yaml said", "---\ntitle: x\ndesignls: true # yes\n---\n", "---\ntitle: x\ndesignls: false # yes\n---\n"},
		{"yaml group", "---\ndesignls: # ours\n  template: rfc\n---\n", "---\ndesignls: # ours\n  enabled: false\n  template: rfc\n---\n"},
		{"yaml group said", "---\ndesignls:\n  template: rfc\n  enabled: true\nx: y\n---\n", "---\ndesignls:\n  template: rfc\n  enabled: false\nx: y\n---\n"},
		{"yaml flow", "---\ndesignls: {template: rfc}\n---\n", "---\ndesignls: {enabled: false, template: rfc}\n---\n"},
		{"yaml flow said", "---\ndesignls: {template: rfc, enabled: true}\n---\n", "---\ndesignls: {template: rfc, enabled: false}\n---\n"},
		{"yaml empty", "---\ndesignls:\n---\n", "---\ndesignls: false\n---\n"},
		{"yaml wrong", "---\ndesignls: maybe\n---\n", "---\ndesignls: false\n---\n"},
		{"toml", "+++\ntitle = 'x'\n[a]\nb = 1\n+++\n", "+++\ndesignls = false\ntitle = 'x'\n[a]\nb = 1\n+++\n"},
		{"toml said", "+++\ndesignls = true\n+++\n", "+++\ndesignls = false\n+++\n"},
		{"toml group", "+++\n[designls]\ntemplate = 'rfc'\n+++\n", "+++\n[designls]\nenabled = false\ntemplate = 'rfc'\n+++\n"},
		{"toml group said", "+++\n[designls]\ntemplate = 'rfc'\nenabled = true\n+++\n", "+++\n[designls]\ntemplate = 'rfc'\nenabled = false\n+++\n"},
	} {
		for _, eol := range []string{"\n", "\r\n"} {
			before, want := strings.ReplaceAll(tt.before, "\n", eol), strings.ReplaceAll(tt.off, "\n", eol)
			if tt.before == "" {
				want = tt.off
			}
			edits, err := SetEnabled(parse(before), false)
			if err != nil {
				t.Errorf("%s: %v", tt.name, err)
				continue
			}
			if got, err := text.ApplyEdits(before, edits); err != nil || got != want {
				t.Errorf("%s: got %q, %v; want %q", tt.name, got, err, want)
			}
			if again, err := SetEnabled(parse(want), false); err != nil || len(again) != 0 {
				t.Errorf("%s: what is said already is said again: %v, %v", tt.name, again, err)
			}
			back, err := SetEnabled(parse(want), true)
			after, _ := text.ApplyEdits(want, back)
			if on, said := Enabled(parse(after).FrontMatter); err != nil || !on || !said {
				t.Errorf("%s: included again as %q, %v", tt.name, after, err)
			}
		}
	}
}

func TestSetEnabledLeavesWhatItCannotChangeSafely(t *testing.T) {
	for content, says := range map[string]string{
		"---\na: [\n---\n":                           "repair it first",
		"---\n\"designls\": {template: rfc}\n---\n":  "write \"designls: false\" there yourself",
		"---\na: &x {designls: true}\n<<: *x\n---\n": "",
	} {
		edits, err := SetEnabled(parse(content), false)
		if err != nil && !strings.Contains(err.Error(), says) || err == nil && says != "" {
			t.Errorf("%q: %v, %v", content, edits, err)
		}
	}
}
