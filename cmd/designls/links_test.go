package main

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestLinksOfOurDocumentationLead has the product check the project's own pages.
func TestLinksOfOurDocumentationLead(t *testing.T) {
	t.Chdir("../..")
	pages := []string{"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "extension/README.md"}
	err := filepath.WalkDir("docs", func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".md") && path != filepath.Join("docs", "rules", "dangling-reference.md") { // which shows some
			pages = append(pages, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range findingsOf(t, run(t, "", append([]string{"review", "--format", "json"}, pages...)...).out) {
		if strings.HasSuffix(finding, " dangling-reference") {
			t.Error(finding)
		}
	}
}
