package gitdiff

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParsePatchTellsNewLines(t *testing.T) {
	patch := strings.Join([]string{
		"diff --git a/a.md b/a.md",
		"--- a/a.md",
		"+++ b/a.md",
		"@@ -3 +3 @@",
		"-old",
		"+new",
		"@@ -10,2 +9,0 @@ heading",
		"-gone",
		"-++ b/not-a-name",
		"@@ -20,0 +20,3 @@",
		"+one",
		"++++ b/also-no-name",
		"+three",
		`\ No newline at end of file`,
		"diff --git a/with blank.md b/with blank.md",
		"+++ b/with blank.md\t",
		"@@ -0,0 +1 @@",
		"+x",
		`+++ "b/tab\there.md"`,
		"@@ -0,0 +1,2 @@",
		"+x",
		"+y",
		"",
	}, "\n")
	want := map[string][]Lines{
		"a.md":          {{2, 2}, {19, 21}},
		"with blank.md": {{0, 0}},
		"tab\there.md":  {{0, 1}},
	}
	if diff := cmp.Diff(want, parsePatch(patch)); diff != "" {
		t.Errorf("parsePatch (-want +got):\n%s", diff)
	}
}

func TestSinceSeesCommittedUncommittedAndUntracked(t *testing.T) {
	dir := t.TempDir()
	run := func(args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "git", append([]string{"-C", dir, "-c", "user.name=n", "-c", "user.email=e@example.org"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run("init", "-q")
	write("größe.md", "1\n2\n3\n4\n5\n")
	write("same.md", "1\n")
	run("add", ".")
	run("commit", "-qm", "first")
	write("größe.md", "1\nzwei\n3\n4\n5\n")
	run("commit", "-qam", "second")
	write("größe.md", "1\nzwei\n3\n4\nfünf\n")
	write("new.md", "1\n")

	changes, err := Since(t.Context(), dir, "HEAD~1")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file        string
		first, last int
		want        bool
	}{
		{"größe.md", 1, 1, true},
		{"größe.md", 4, 4, true},
		{"größe.md", 2, 3, false},
		{"größe.md", 3, 9, true},
		{"same.md", 0, 0, false},
		{"new.md", 0, 0, true},
		{"../outside.md", 0, 0, false},
	} {
		if got := changes.Touch(filepath.Join(dir, c.file), c.first, c.last); got != c.want {
			t.Errorf("Touch(%s, %d, %d) = %v, want %v", c.file, c.first, c.last, got, c.want)
		}
	}
}

func TestSinceExplainsWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	if _, err := Since(t.Context(), dir, "HEAD"); err == nil || !strings.Contains(err.Error(), "not a git repository") || !strings.Contains(err.Error(), "leave --since out") {
		t.Errorf("outside a repository: %v", err)
	}
	if out, err := exec.CommandContext(t.Context(), "git", "-C", dir, "init", "-q").CombinedOutput(); err != nil {
		t.Fatalf("git init: %v\n%s", err, out)
	}
	for _, revision := range []string{"nowhere", "--output=x"} {
		if _, err := Since(t.Context(), dir, revision); err == nil || !strings.Contains(err.Error(), "knows no revision") {
			t.Errorf("revision %q: %v", revision, err)
		}
	}
}
