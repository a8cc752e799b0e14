package server_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
)

func TestADamagedFileOfConsentsIsWrittenAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "consent.json")
	if err := os.WriteFile(path, []byte(`[{"workspace":"/a","ho`), 0o600); err != nil {
		t.Fatal(err)
	}
	c := server.OpenConsents(path)
	if c.Given("/a", "h") {
		t.Error("half a file agrees")
	}
	if err := c.Give("/b", "h", time.Now()); err != nil || !server.OpenConsents(path).Given("/b", "h") {
		t.Errorf("the consent is lost: %v", err)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); len(files) != 1 || err != nil {
		t.Errorf("left behind: %v, %v", files, err)
	}
}

// TestAConsentIsForOneWorkspaceAndHost, also for the next session.
func TestAConsentIsForOneWorkspaceAndHost(t *testing.T) {
	path := filepath.Join(t.TempDir(), "consent.json")
	if err := server.OpenConsents(path).Give("/a", "h", time.Now()); err != nil {
		t.Fatal(err)
	}
	c := server.OpenConsents(path)
	if !c.Given("/a", "h") || c.Given("/b", "h") || c.Given("/a", "other") {
		t.Errorf("given: /a h %v, /b h %v, /a other %v", c.Given("/a", "h"), c.Given("/b", "h"), c.Given("/a", "other"))
	}
}

func TestTheQuestionReadsWell(t *testing.T) {
	prices := workspace.Model{PromptPrice: 2, ReplyPrice: 8}
	for name, test := range map[string]struct {
		notice reviewer.Notice
		model  workspace.Model
		want   string
	}{
		"without prices":  {reviewer.Notice{Tokens: 900}, workspace.Model{}, "about 900 tokens, for the model m."},
		"with prices":     {reviewer.Notice{Tokens: 10_500, Reserve: 1000}, prices, "for the model m, at a cost of at most about 0.03 by the prices you have set."},
		"a round sum":     {reviewer.Notice{Tokens: 35_000}, prices, "at most about 0.07 by the prices you have set."},
		"next to nothing": {reviewer.Notice{Tokens: 1}, prices, "at a cost of at most about 0.01 by the prices you have set."},
		"a secret":        {reviewer.Notice{Secrets: 1}, workspace.Model{}, "for the model m; 1 text that looks like a secret is taken out."},
		"secrets":         {reviewer.Notice{Secrets: 2}, prices, "for the model m; 2 texts that look like secrets are taken out."},
	} {
		test.notice.Host, test.notice.Model, test.notice.Path = "h", "m", "d.md"
		if q := server.ConsentQuestion(test.notice, test.model); !strings.HasSuffix(q, test.want) {
			t.Errorf("%s: %s", name, q)
		}
	}
}

func TestTheQuestionNamesOtherFiles(t *testing.T) {
	q := server.ConsentQuestion(reviewer.Notice{Host: "h", Model: "m", Path: "d.md", Sections: []string{"D"}, Files: []string{"brief.md"}}, workspace.Model{})
	if !strings.Contains(q, "brief.md") {
		t.Error(q)
	}
}
