package diagram

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPatternsAreCompiledOnUse keeps regular expressions out of the start of the
// program: only pattern compiles them.
func TestPatternsAreCompiledOnUse(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source: %v", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || file == "pattern.go" {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(source), "regexp.MustCompile") {
			t.Errorf("%s compiles a regular expression itself: use pattern", file)
		}
	}
}
