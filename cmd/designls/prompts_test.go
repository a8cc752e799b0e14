package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPromptsShowPrintsWhatWouldBeSent(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	for name, content := range map[string]string{
		".designls/prompts/privacy.md": "---\nid: check-privacy\ntitle: Check privacy\nresult: findings\n---\nFind personal data.\n",
		".designls/prompts/bad.md":     "---\nid: critique\ntitel: x\n---\nq\n",
		"b.md":                         "Design Spotify.\n",
		"a.md":                         "---\nbrief: b.md\n---\n# A\n\nText with postgres://a:s3cr3tpw@db/x.\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	shown := run(t, "", "prompts", "show", "walkthrough", "a.md")
	for _, want := range []string{"Design Spotify.", "REDACTEDSECRET1X", "secrets replaced: 1", "# system", "# user"} {
		if !strings.Contains(shown.out, want) {
			t.Errorf("it does not print %q", want)
		}
	}
	if strings.Contains(shown.out, "s3cr3tpw") {
		t.Error("a secret is printed as sent")
	}
	if team := run(t, "", "prompts", "show", "check-privacy", "a.md"); !strings.Contains(team.out, "Find personal data.") || strings.Contains(team.out, "Spotify") {
		t.Errorf("the prompt of the team is shown as\n%s", team.out)
	}
	if list := run(t, "", "actions"); !strings.Contains(list.out, "check-privacy") {
		t.Error("the prompt of the team is not listed")
	}
	if bad := run(t, "", "prompts", "check", ".designls/prompts/bad.md"); bad.code != exitFindings || !strings.Contains(bad.err, `Did you mean "title"?`) {
		t.Errorf("%+v", bad)
	}
}
