package mermaidtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Required is the environment variable that turns a skip of New into a failure.
const Required = "DESIGNLS_REQUIRE_BROWSER"

// New starts a browser for a test, which is skipped when Chromium or the npm
// package mermaid is not on this machine. Root is the repository's.
func New(t testing.TB, root string) *Browser {
	t.Helper()
	b, err := start(t, root)
	if err != nil {
		if os.Getenv(Required) != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

func start(t testing.TB, root string) (*Browser, error) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		return nil, fmt.Errorf("no comparison with real mermaid: Chromium is not installed")
	}
	where, err := exec.CommandContext(t.Context(), filepath.Join(root, "scripts/grammar/ensure"), "where").Output()
	if err != nil {
		return nil, fmt.Errorf("no comparison with real mermaid: scripts/grammar/ensure where: %w", err)
	}
	script, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(where)), "mermaid/dist/mermaid.min.js"))
	if err != nil {
		return nil, fmt.Errorf("no comparison with real mermaid: run make grammar: %w", err)
	}
	return Start(t.Context(), chromium, script)
}
