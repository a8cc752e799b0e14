package server

import (
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func TestIgnoreInFile(t *testing.T) {
	for _, tt := range []struct{ name, before, after string }{
		{"no front matter", "# A\n", "---\ndesignls:\n  rules:\n    placeholder: off\n---\n\n# A\n"},
		{"byte order mark", "\ufeff# A\n", "\ufeff---\ndesignls:\n  rules:\n    placeholder: off\n---\n\n# A\n"},
		{"other keys", "---\ntitle: x\n---\n# A\n", "---\ndesignls:\n  rules:\n    placeholder: off\ntitle: x\n---\n# A\n"},
		{"true", "---\ntitle: x\ndesignls: true\n---\n", "---\ntitle: x\ndesignls:\n  rules:\n    placeholder: off\n---\n"},
		{"group", "---\ndesignls:\n  template: rfc\n---\n", "---\ndesignls:\n  rules:\n    placeholder: off\n  template: rfc\n---\n"},
		{"other rule", "---\ndesignls:\n    template: rfc\n    rules:\n        unit: off\n---\n", "---\ndesignls:\n    template: rfc\n    rules:\n        placeholder: off\n        unit: off\n---\n"},
		{"this rule", "---\ndesignls:\n  rules:\n    unit: off\n    placeholder: error # really\n---\n", "---\ndesignls:\n  rules:\n    unit: off\n    placeholder: off # really\n---\n"},
		{"flow group", "---\ndesignls: {template: rfc}\n---\n", "---\ndesignls: {rules: {placeholder: off}, template: rfc}\n---\n"},
		{"flow rules", "---\ndesignls: {rules: {unit: off}}\n---\n", "---\ndesignls: {rules: {placeholder: off, unit: off}}\n---\n"},
		{"flow rule", "---\ndesignls: {rules: {placeholder: error}}\n---\n", "---\ndesignls: {rules: {placeholder: off}}\n---\n"},
		{"toml", "+++\ntitle = \"x\"\n+++\n", "+++\ntitle = \"x\"\n[designls.rules]\nplaceholder = \"off\"\n+++\n"},
		{"toml group", "+++\n[designls.rules]\nunit = \"off\"\n+++\n", "+++\n[designls.rules]\nplaceholder = \"off\"\nunit = \"off\"\n+++\n"},
		{"toml rule", "+++\n[designls.rules]\nplaceholder = \"error\"\n+++\n", "+++\n[designls.rules]\nplaceholder = \"off\"\n+++\n"},
		{"unreadable", "---\ndesignls: [\n---\n", ""},
		{"false", "---\ndesignls: false\n---\n", ""},
		{"empty flow group", "---\ndesignls: {}\n---\n", ""},
		{"toml, true", "+++\ndesignls = true\n+++\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			edit, err := ignoreInFile(document.Parse(text.NewMapper(tt.before), nil), "placeholder")
			if (err == nil) != (tt.after != "") {
				t.Fatalf("error %v", err)
			}
			if err != nil {
				return
			}
			if after := mustApply(t, tt.before, edit); after != tt.after {
				t.Errorf("got %q, want %q", after, tt.after)
			}
		})
	}
}
