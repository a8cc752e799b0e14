package workspace

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWalkFindsDesignDocuments(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"README.md":                   "# Read me\n",
		"design/a.md":                 "# A\n",
		"design/b.md":                 "---\ndesignls: false\n---\n# B\n",
		"docs/c.md":                   "# C\n",
		"docs/d.md":                   "---\ntitle: D\ndesignls: true\n---\n# D\n",
		"docs/e.markdown":             "\ufeff+++\ndesignls = true\n+++\n# E\n",
		"docs/f.md":                   "---\n\nThis is about designls: true\n",
		"docs/g.md":                   "---\ndesignls: {template: rfc}\n---\n",
		"docs/h.txt":                  "---\ndesignls: true\n---\n",
		"node_modules/x/design/z.md":  "# Z\n",
		".git/design/z.md":            "# Z\n",
		"keps/sig/12-thing/README.md": "# KEP\n",
		"docs/empty.md":               "",
	} {
		write(t, dir, name, content)
	}
	if err := os.Symlink(filepath.Join(dir, "design/a.md"), filepath.Join(dir, "design/link.md")); err != nil {
		t.Logf("no links here: %v", err)
	}
	f := openFolder(t, dir)
	got, err := f.Walk(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"design/a.md", "docs/d.md", "docs/e.markdown", "docs/g.md", "keps/sig/12-thing/README.md"}
	for i := range want {
		want[i] = filepath.Join(dir, filepath.FromSlash(want[i]))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	inside, err := f.Walk(t.Context(), filepath.Join(dir, "design"))
	if err != nil || len(inside) != 1 {
		t.Errorf("in a folder of the folder: %v, %v", inside, err)
	}
}

func TestWalkStopsWhenAsked(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "design/a.md", "")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := openFolder(t, dir).Walk(ctx, dir); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestWalkTellsWhatItCouldNotRead(t *testing.T) {
	dir := t.TempDir()
	var fault *FileError
	if _, err := openFolder(t, dir).Walk(t.Context(), filepath.Join(dir, "none")); !errors.As(err, &fault) || fault.Fault != Missing {
		t.Errorf("a directory that is not there: %v", err)
	}
	write(t, dir, "design/a.md", "")
	closed := filepath.Dir(write(t, dir, "rfcs/b.md", ""))
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(closed, 0o755) })
	if _, err := os.ReadDir(closed); err == nil {
		t.Skip("skipped: this user may read every directory")
	}
	found, err := openFolder(t, dir).Walk(t.Context(), dir)
	if len(found) != 1 || !errors.As(err, &fault) || fault.Fault != Unreadable {
		t.Errorf("got %v, %v", found, err)
	}
}

func TestWalkFindsTheWholeCorpus(t *testing.T) {
	dir, err := filepath.Abs("../../../shared/corpus")
	if err != nil {
		t.Fatal(err)
	}
	all, err := filepath.Glob(filepath.Join(dir, "*", "*.md"))
	if err != nil || len(all) == 0 {
		t.Skip("skipped: there are no documents beside the repository")
	}
	found, err := openFolder(t, dir).Walk(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(all, found); diff != "" {
		t.Errorf("(-all +found):\n%s", diff)
	}
}

func TestFindRoot(t *testing.T) {
	dir := t.TempDir()
	file := write(t, dir, "repo/docs/design/x.md", "")
	for _, mark := range []string{"repo/" + LedgerName, "repo/docs/" + ConfigName} {
		root := filepath.Join(dir, "repo")
		if mark != "repo/"+LedgerName {
			root = filepath.Join(root, "docs")
		}
		write(t, dir, mark, "")
		for _, start := range []string{file, filepath.Dir(file), filepath.Join(filepath.Dir(file), "new.md")} {
			if got, err := FindRoot(start); err != nil || got != root {
				t.Errorf("the root of %s is %s, %v; want %s", start, got, err, root)
			}
		}
	}
}
