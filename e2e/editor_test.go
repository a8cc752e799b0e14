package e2e

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// document is what the editors open: a placeholder that has a quick fix, behind
// characters that count differently in each encoding.
const document = `# Größe 🚀: design of the store

## Context

Users store 設計 files. 🚀 TODO: say for how long.

## Goals

- Reads answer within 50 ms at p99.
`

// What the drivers take from the menu, as patterns that Lua and Emacs Lisp both
// understand: a quick fix of the placeholder, and an action.
const (
	fixTitle    = "open question"
	actionTitle = "Insert overview"
)

// seen is what a driver script reports about a session in an editor.
type seen struct {
	Findings  []string `json:"findings"`  // "line:character rule" of the diagnostics, from zero
	Fixed     string   `json:"fixed"`     // the buffer after a quick fix
	Unfixed   string   `json:"unfixed"`   // after undoing it
	Inserted  string   `json:"inserted"`  // the buffer after an action
	Restored  string   `json:"restored"`  // after undoing that
	Remaining []string `json:"remaining"` // the diagnostics in the end
}

// newWorkspace is a folder with a design document, a folder for the editor's own
// files, and nothing of the user's.
func newWorkspace(t *testing.T) (folder, file string) {
	t.Helper()
	folder = t.TempDir()
	file = filepath.Join(folder, "docs", "design", "store.md")
	write(t, file, document)
	if err := os.Mkdir(filepath.Join(folder, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	return folder, file
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// drive runs an editor until its driver script ends it, and reads what the
// script reports.
func drive(t *testing.T, folder string, command ...string) seen {
	t.Helper()
	report := filepath.Join(t.TempDir(), "report.json")
	home := t.TempDir()
	cmd := exec.CommandContext(t.Context(), command[0], command[1:]...)
	cmd.Dir = folder
	cmd.WaitDelay = 5 * time.Second
	cmd.Env = append(os.Environ(), "DESIGNLS_TEST_REPORT="+report,
		"DESIGNLS_TEST_FIX="+fixTitle, "DESIGNLS_TEST_ACTION="+actionTitle, "HOME="+home, "TERM=dumb", "LC_ALL=C.UTF-8",
		"XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "XDG_STATE_HOME="+home, "XDG_CACHE_HOME="+home, "NO_COLOR=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command[0], err, out)
	}
	data, err := os.ReadFile(report)
	if err != nil {
		t.Fatalf("%s did not report: %v\n%s", command[0], err, out)
	}
	var s seen
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatalf("report: %v\n%s", err, data)
	}
	return s
}

// check holds what an editor showed against what every editor has to show.
func check(t *testing.T, s seen) {
	t.Helper()
	const placeholder = "4:25 placeholder" // behind 設計 and an emoji
	if !contains(s.Findings, placeholder) {
		t.Errorf("findings are %q, want %q among them", s.Findings, placeholder)
	}
	if s.Fixed != strings.Replace(document, "TODO: say", "Open question: say", 1) {
		t.Errorf("after the quick fix the buffer is\n%s", s.Fixed)
	}
	if s.Unfixed != document {
		t.Errorf("undo does not take the quick fix back:\n%s", s.Unfixed)
	}
	if !strings.Contains(s.Inserted, "<!-- designls:begin ") || !strings.Contains(s.Inserted, "<!-- designls:end ") {
		t.Errorf("after the action there is no block in the buffer:\n%s", s.Inserted)
	}
	if s.Restored != document {
		t.Errorf("undo does not restore the document:\n%s", s.Restored)
	}
	if !contains(s.Remaining, placeholder) {
		t.Errorf("in the end the findings are %q, want %q among them", s.Remaining, placeholder)
	}
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}

// setUp extracts from docs/editors.md the code that follows the marker of an
// editor, so that what is tested is what people paste.
func setUp(t *testing.T, editor string) string {
	t.Helper()
	page, err := os.ReadFile("../docs/editors.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(page), "<!-- tested: "+editor+" -->\n```")
	if !found {
		t.Fatalf("docs/editors.md has no set-up that is marked as tested for %s", editor)
	}
	_, code, _ := strings.Cut(rest, "\n")
	code, _, found = strings.Cut(code, "\n```")
	if !found {
		t.Fatalf("the set-up for %s has no end", editor)
	}
	return code + "\n"
}
