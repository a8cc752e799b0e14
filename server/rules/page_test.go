package rules

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write docs/rules anew")

// TestReferencePagesAreFresh compares docs/rules with the rules. Run it with
// -update after changing a rule.
func TestReferencePagesAreFresh(t *testing.T) {
	folder := filepath.Join("..", "..", "docs", "rules")
	pages := map[string]string{"README.md": Overview(Table())}
	for _, rule := range Table() {
		pages[rule.ID+".md"] = rule.Page()
	}
	for _, kind := range ByModels() {
		pages[kind.ID+".md"] = kind.Page()
	}
	if *update {
		writePages(t, folder, pages)
	}
	for name, want := range pages {
		have, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Errorf("%v; run this test with -update", err)
		} else if diff := cmp.Diff(want, string(have)); diff != "" {
			t.Errorf("docs/rules/%s is stale; run this test with -update:\n%s", name, diff)
		}
	}
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		if pages[entry.Name()] == "" {
			t.Errorf("docs/rules/%s belongs to no rule; remove it", entry.Name())
		}
	}
}

func writePages(t *testing.T, folder string, pages map[string]string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, page := range pages {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
