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

func TestTheQuestionNamesOtherFiles(t *testing.T) {
	q := server.ConsentQuestion(reviewer.Notice{Host: "h", Model: "m", Path: "d.md", Sections: []string{"D"}, Files: []string{"brief.md"}}, workspace.Model{})
	if !strings.Contains(q, "brief.md") {
		t.Error(q)
	}
}
