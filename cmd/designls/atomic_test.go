package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func writeFile(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestReplaceFileKeepsModeAndLink(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "real.md"), filepath.Join(dir, "link.md")
	writeFile(t, file, "before")
	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.md", link); err != nil {
		t.Skip("symbolic links cannot be made here")
	}
	if err := replaceFile(link, "before", "after"); err != nil {
		t.Fatal(err)
	}
	if got := readFile(t, file); got != "after" {
		t.Errorf("the file holds %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v %v", info.Mode(), err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("permissions are %v, want 0640 (%v)", info.Mode().Perm(), err)
	}
}

func TestReplaceFileRefusesWhatIsReadOnly(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.md")
	writeFile(t, file, "before")
	if err := os.Chmod(file, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := replaceFile(file, "before", "after"); err == nil || !strings.Contains(err.Error(), "left unchanged: it is read-only") {
		t.Errorf("error: %v", err)
	}
	if got := readFile(t, file); got != "before" {
		t.Errorf("the file holds %q", got)
	}
}

func TestReplaceFileRefusesWhatChangedMeanwhile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	writeFile(t, file, "typed in the meantime")
	err := replaceFile(file, "before", "after")
	if err == nil || !strings.Contains(err.Error(), "left unchanged: it changed in the meantime") {
		t.Errorf("error: %v", err)
	}
	if got := readFile(t, file); got != "typed in the meantime" {
		t.Errorf("the file holds %q", got)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

func TestWhatMayNotBeWrittenIsSaidWithWhatToDo(t *testing.T) {
	err := unwritten("a.md", &os.PathError{Op: "open", Path: "/docs/.a.md.1", Err: os.ErrPermission})
	want := "a.md was left unchanged: you may not write it, or no new file beside it; check the permissions of the file and its folder"
	if err.Error() != want {
		t.Errorf("error: %v, want %s", err, want)
	}
}
