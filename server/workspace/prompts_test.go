package workspace

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const privacy = "---\nid: check-privacy\ntitle: Check privacy\nresult: findings\n---\nFind personal data.\n"

// promptIDs are the prompts of the only folder, and what is wrong with the others.
func promptIDs(f *Folder) (ids, problems []string) {
	for _, p := range f.Prompts() {
		ids = append(ids, p.ID)
	}
	for _, file := range f.PromptFiles {
		for _, p := range file.Problems {
			problems = append(problems, filepath.Base(file.Path)+": "+p.Message)
		}
	}
	return ids, problems
}

func TestPromptsOfATeamAreRead(t *testing.T) {
	root := t.TempDir()
	write(t, root, PromptsName+"/privacy.md", privacy)
	write(t, root, PromptsName+"/again.md", strings.Replace(privacy, "Check privacy", "Another", 1))
	write(t, root, PromptsName+"/bad.md", "no front matter\n")
	write(t, root, PromptsName+"/huge.md", privacy+strings.Repeat("x", maxPromptSize))
	write(t, root, PromptsName+"/README.md", "# About our prompts\n")
	write(t, root, PromptsName+"/sub/deeper.md", privacy)
	ids, problems := promptIDs(openFolder(t, root))
	if len(ids) != 1 || ids[0] != "check-privacy" {
		t.Errorf("prompts %v", ids)
	}
	all := strings.Join(problems, "\n")
	for _, want := range []string{"privacy.md: The id \"check-privacy\" is taken by again.md", "bad.md: The front matter is missing", "huge.md: This prompt is not offered: it has 64 KB"} {
		if !strings.Contains(all, want) {
			t.Errorf("no problem %q in:\n%s", want, all)
		}
	}
}

func TestALinkIsNoPrompt(t *testing.T) {
	root := t.TempDir()
	elsewhere := write(t, t.TempDir(), "elsewhere.md", privacy)
	if err := os.MkdirAll(filepath.Join(root, filepath.FromSlash(PromptsName)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(root, filepath.FromSlash(PromptsName), "x.md")); err != nil {
		t.Skip("no links here:", err)
	}
	if ids, problems := promptIDs(openFolder(t, root)); len(ids)+len(problems) > 0 {
		t.Errorf("a link is read: %v %v", ids, problems)
	}
}

func TestPromptsCountOnlyInATrustedWorkspace(t *testing.T) {
	root := t.TempDir()
	path := write(t, root, PromptsName+"/privacy.md", privacy)
	s := NewSession(known)
	s.Configure("", map[string]any{"workspace": map[string]any{"trusted": false}})
	s.ChangeFolders([]string{URI(root)}, nil)
	ids, problems := promptIDs(s.Snapshot().Folders()[0])
	if len(ids) > 0 || len(problems) != 1 || !strings.Contains(problems[0], "not trusted") {
		t.Errorf("untrusted: %v %v", ids, problems)
	}
	s.Configure("", map[string]any{"workspace": map[string]any{"trusted": true}})
	if ids, _ = promptIDs(s.Snapshot().Folders()[0]); len(ids) != 1 {
		t.Errorf("trusted: %v", ids)
	}
	write(t, root, PromptsName+"/privacy.md", strings.Replace(privacy, "check-privacy", "find-personal-data", 1))
	s.FilesChanged([]string{URI(path)})
	if ids, _ = promptIDs(s.Snapshot().Folders()[0]); len(ids) != 1 || ids[0] != "find-personal-data" {
		t.Errorf("after a change: %v", ids)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.FilesChanged([]string{URI(path)})
	if ids, _ = promptIDs(s.Snapshot().Folders()[0]); len(ids) != 0 {
		t.Errorf("after it was removed: %v", ids)
	}
}

func TestATeamFileCannotTrustItself(t *testing.T) {
	root := t.TempDir()
	write(t, root, ConfigName, "workspace: {trusted: true}\n")
	folder := openFolder(t, root)
	if folder.File == nil || len(folder.File.Problems) != 1 {
		t.Errorf("trust is taken from a file of the workspace: %+v", folder.File)
	}
}

func TestAPromptOfATeamCanBeDisabled(t *testing.T) {
	root := t.TempDir()
	write(t, root, PromptsName+"/privacy.md", privacy)
	write(t, root, ConfigName, "prompts: {disable: [check-privacy]}\n")
	folder := openFolder(t, root)
	if len(folder.File.Problems) > 0 || len(folder.Config.DisabledActions) != 1 {
		t.Errorf("%+v, disabled %v", folder.File.Problems, folder.Config.DisabledActions)
	}
}
