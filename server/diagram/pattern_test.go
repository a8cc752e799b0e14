package diagram

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var ofPackage = regexp.MustCompile(`(?m)^(var |\t)\w+\s*=\s*regexp\.MustCompile`)

// TestPatternsAreCompiledOnUse keeps regular expressions out of the start of the
// program: only text.Pattern compiles them.
func TestPatternsAreCompiledOnUse(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source: %v", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if ofPackage.Match(source) {
			t.Errorf("%s compiles a regular expression itself: use text.Pattern", file)
		}
	}
}
