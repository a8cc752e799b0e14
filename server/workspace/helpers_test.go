package workspace

import (
	"os"
	"path/filepath"
	"testing"
)

var known = Known{
	Rules:     []string{"placeholder", "vague-requirement", "missing-section"},
	Templates: []string{"design-doc", "rfc", "adr"},
	Actions:   []string{"summarize", "propose-design"},
}

// write makes a file with its folders and returns its path.
func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return full
}

func openFolder(t *testing.T, root string) *Folder {
	t.Helper()
	f, err := OpenFolder(root, known)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
