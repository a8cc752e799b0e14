package sketch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestThePageShowsARealDrawing: docs/drawings.md has what a hover shows of a diagram in
// an example.
func TestThePageShowsARealDrawing(t *testing.T) {
	g := grammar(t)
	root := filepath.Join("..", "..", "..")
	source := firstFence(t, filepath.Join(root, "examples", "arc42", "notification-hub-design.md"), "mermaid")
	d, err := Text(t.Context(), g, source, Limits{Columns: 80, Rows: 32})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.Text, firstFence(t, filepath.Join(root, "docs", "drawings.md"), "text")); diff != "" {
		t.Errorf("docs/drawings.md shows another drawing (-drawn +shown):\n%s", diff)
	}
}

// firstFence is the content of the first code block in a language.
func firstFence(t *testing.T, path, language string) string {
	t.Helper()
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(strings.ReplaceAll(string(page), "\r\n", "\n"), "```"+language+"\n")
	content, _, closed := strings.Cut(after, "```")
	if !found || !closed {
		t.Fatalf("%s has no code block in %s", path, language)
	}
	return content
}
