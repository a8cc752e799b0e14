package server

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/workspace"
)

// A prompt of a team is an action of its folder, and of no other.
func TestAPromptOfATeamIsOffered(t *testing.T) {
	with, without := t.TempDir(), t.TempDir()
	path := filepath.Join(with, filepath.FromSlash(workspace.PromptsName), "privacy.md")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	content := "---\nid: check-privacy\ntitle: Check privacy\nresult: findings\n---\nFind personal data.\n"
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	s := &session{options: Options{}.withDefaults()}
	for root, want := range map[string]bool{with: true, without: false} {
		folder, err := workspace.OpenFolder(root, s.options.known())
		if err != nil {
			t.Fatal(err)
		}
		offered := slices.ContainsFunc(s.actions(folder), func(a actions.Action) bool { return a.ID == "check-privacy" })
		if _, err := s.action(folder, "check-privacy"); offered != want || (err == nil) != want {
			t.Errorf("offered %v (%v), want %v", offered, err, want)
		}
	}
}
