package main

import (
	"net/http"
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

// Whatever an action sends: an earlier block, the turns of a conversation, what the
// program has computed.
func TestPromptsShowPrintsTheVeryWordsThatAreSent(t *testing.T) {
	const talk = "# Design a feed\n\n10 million daily users open it 10 times a day.\n\n" +
		"<!-- designls:begin mock-candidate kind=mock-candidate -->\n\n## Mock interview\n\n**Reviewer:** How many?\n\n**You:** Ten million of them.\n\n<!-- designls:end mock-candidate -->\n\n" +
		"<!-- designls:begin summary kind=summary source=0 -->\n\n## Feature expectations [5 min]\n\nAn earlier summary.\n\n<!-- designls:end summary -->\n"
	for _, action := range []string{"mock-candidate", "summarize", "critique", "ask-questions"} {
		t.Run(action, func(t *testing.T) {
			sent := ""
			withModel(t, func(document, _ string) (string, int) {
				if sent == "" {
					sent = document
				}
				return "no", http.StatusBadRequest
			})
			inFolder(t, map[string]string{"feed.md": talk})
			shown := run(t, "", "prompts", "show", action, "feed.md")
			run(t, "", "run", action, "feed.md", "--engine", "openai")
			if sent == "" || !strings.Contains(shown.out, "\n# user\n\n"+sent) || shown.code != exitClean {
				t.Errorf("%s\nshown, and sent is\n%s", shown.out, sent)
			}
			if action == "mock-candidate" && !strings.Contains(shown.out, "# user\n\nTen million of them.") {
				t.Errorf("without the turns:\n%s", shown.out)
			}
		})
	}
	inFolder(t, map[string]string{"feed.md": talk})
	if none := run(t, "", "prompts", "show", "diagram-latency", "feed.md"); none.code != exitFailure || !strings.Contains(none.err, "feed.md: ") {
		t.Errorf("an action that asks no model: %+v", none)
	}
}
