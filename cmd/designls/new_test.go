package main

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/knowledge"
)

func TestNewStartsADocumentAndNeverOverwrites(t *testing.T) {
	inFolder(t, nil)
	got := run(t, "", "new", "adr", "docs/adr/0008-use-a-queue.md")
	if got.code != exitClean || got.out != "docs/adr/0008-use-a-queue.md\n" {
		t.Fatalf("exit %d: %s%s", got.code, got.out, got.err)
	}
	content := readFile(t, "docs/adr/0008-use-a-queue.md")
	if !strings.HasPrefix(content, "# Use a queue\n") || !strings.Contains(content, "## Decision\n") {
		t.Errorf("the document is\n%s", content)
	}
	writeFile(t, "docs/adr/0008-use-a-queue.md", "mine")
	got = run(t, "", "new", "adr", "docs/adr/0008-use-a-queue.md")
	if got.code != exitFailure || !strings.Contains(got.err, "exists already and was left unchanged") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if content := readFile(t, "docs/adr/0008-use-a-queue.md"); content != "mine" {
		t.Errorf("the document was overwritten with\n%s", content)
	}
}

func TestNewKnowsTheTemplatesPromised(t *testing.T) {
	inFolder(t, nil)
	for _, template := range []string{"design-doc", "rfc", "adr", "interview"} {
		if got := run(t, "", "new", template, template+".md", "--title", "A title"); got.code != exitClean {
			t.Errorf("%s: exit %d: %s", template, got.code, got.err)
		} else if content := readFile(t, template+".md"); !strings.HasPrefix(content, "# A title\n") {
			t.Errorf("%s begins with %.40q", template, content)
		}
	}
	help := run(t, "", "new", "--help").out
	for _, template := range knowledge.Templates() {
		if !strings.Contains(help, template) {
			t.Errorf("help does not name the template %s:\n%s", template, help)
		}
	}
}

func TestTitleOfFile(t *testing.T) {
	for file, want := range map[string]string{
		"docs/0008-use-a-queue.md": "Use a queue",
		"übersicht_neu.md":         "Übersicht neu",
		"0001.md":                  "Untitled",
		"Feed.md":                  "Feed",
	} {
		if got := titleOf(file); got != want {
			t.Errorf("titleOf(%q) = %q, want %q", file, got, want)
		}
	}
}
