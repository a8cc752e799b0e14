package main

import (
	"os"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/svg"
)

const measured = brief + "\n## Read path\n\n| step | p99 |\n|---|---|\n| gateway | 10 ms |\n| cache | 5 ms |\n"

func skipWithoutGrammar(t *testing.T) {
	t.Helper()
	if !mermaid.HasEmbedded() {
		t.Skip("no diagrams are drawn: this program was built without the grammar")
	}
}

func TestRunDrawsBelowTheMarkdownWhenAsked(t *testing.T) {
	skipWithoutGrammar(t)
	inFolder(t, map[string]string{"a.md": detailed})
	plain := run(t, "", "run", "diagram-whiteboard", "a.md")
	drawn := run(t, "", "run", "diagram-whiteboard", "a.md", "--drawing", "always")
	below, ok := strings.CutPrefix(drawn.out, plain.out)
	if !ok || !strings.Contains(below, "A flowchart of 3 boxes") || !strings.Contains(below, "│ API server │") || strings.Contains(plain.out, "│") {
		t.Errorf("exit %d: %s\n%s", drawn.code, drawn.err, drawn.out)
	}
}

func TestRunWritesAPictureBesideTheDocument(t *testing.T) {
	skipWithoutGrammar(t)
	inFolder(t, map[string]string{"docs/a.md": detailed})
	for range 2 { // the second replaces what the first wrote
		if got := run(t, "", "run", "diagram-whiteboard", "docs/a.md", "--format", "svg"); got.code != exitClean || got.out != "docs/a.whiteboard.svg: drawn\n" {
			t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
		}
	}
	picture := []byte(readFile(t, "docs/a.whiteboard.svg"))
	if err := svg.Check(picture); err != nil || !svg.Ours(picture) || !strings.Contains(string(picture), ">API server<") {
		t.Errorf("%v:\n%s", err, picture)
	}
	if readFile(t, "docs/a.md") != detailed {
		t.Error("the document changed")
	}
}

func TestRunWritesDocumentAndPictureOrNeither(t *testing.T) {
	inFolder(t, map[string]string{"a.md": measured})
	if got := run(t, "", "run", "diagram-latency", "a.md", "--write"); got.code != exitClean {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	if !strings.Contains(readFile(t, "a.md"), "(a.latency.svg)") || !strings.Contains(readFile(t, "a.latency.svg"), "15 ms in all") {
		t.Errorf("written:\n%s", readFile(t, "a.md"))
	}
	if err := os.Remove("a.latency.svg"); err != nil { // comes back, though the document says it all
		t.Fatal(err)
	}
	run(t, "", "run", "diagram-latency", "a.md", "--write")
	if !strings.Contains(readFile(t, "a.latency.svg"), "<svg") {
		t.Error("the picture was not drawn again")
	}

	writeFile(t, "b.md", measured)
	writeFile(t, "b.latency.svg", "mine")
	got := run(t, "", "run", "diagram-latency", "b.md", "--write")
	if got.code != exitFailure || !strings.Contains(got.err, "not written by designls") || readFile(t, "b.md") != measured || readFile(t, "b.latency.svg") != "mine" {
		t.Errorf("exit %d: %s\n%s", got.code, got.err, readFile(t, "b.md"))
	}
}

func TestRunShowsThePictureInADiff(t *testing.T) {
	inFolder(t, map[string]string{"docs/a.md": measured})
	got := run(t, "", "run", "diagram-latency", "docs/a.md", "--diff")
	if got.code != exitClean || !strings.Contains(got.out, "\n--- /dev/null\n+++ b/docs/a.latency.svg\n") || !strings.Contains(got.out, "\n+![Latency: Read path (p99), 15 ms in all](a.latency.svg)") {
		t.Errorf("exit %d: %s\n%s", got.code, got.err, got.out)
	}
}

func TestRunNeverReplacesAPictureOfAnother(t *testing.T) {
	skipWithoutGrammar(t)
	inFolder(t, map[string]string{"a.md": detailed, "mine.svg": "mine"})
	args := []string{"run", "diagram-whiteboard", "a.md", "--format", "svg", "-o", "mine.svg"}
	if got := run(t, "", args...); got.code != exitFailure || !strings.Contains(got.err, "--force") || readFile(t, "mine.svg") != "mine" {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got := run(t, "", append(args, "--force")...); got.code != exitClean || readFile(t, "mine.svg") == "mine" {
		t.Errorf("forced: exit %d: %s", got.code, got.err)
	}
}

func TestRunSaysWhatPicturesNeed(t *testing.T) {
	inFolder(t, map[string]string{"a.md": brief})
	for args, want := range map[string]string{
		"run diagram-latency a.md":                     "add a table with the columns step and p99",
		"run diagram-capacity a.md":                    "does not state enough to compute a capacity from",
		"run summarize a.md --format svg":              "made no diagram, so there is nothing to write as SVG; leave --format svg out",
		"run summarize a.md --force":                   "--output and --force are for --format svg",
		"run summarize a.md --format svg --write":      "leave --write and --diff out",
		"run diagram-context - --format svg":           "give it one with --output",
		"run diagram-context a.md --drawing sometimes": "choose one of auto, always, never",
	} {
		if got := run(t, brief, strings.Fields(args)...); got.code != exitFailure || !strings.Contains(got.err, want) || got.out != "" {
			t.Errorf("%s: exit %d: %s", args, got.code, got.err)
		}
	}
}

func TestChangesAreTakenBackWhenALaterOneFails(t *testing.T) {
	inFolder(t, map[string]string{"a": "old a", "c": "changed meanwhile"})
	before, stale := "old a", "old c"
	err := applyChanges([]change{{"a", &before, "new a"}, {"b", nil, "new b"}, {"c", &stale, "new c"}})
	if err == nil || readFile(t, "a") != "old a" || readFile(t, "c") != "changed meanwhile" {
		t.Errorf("%v: a is %q", err, readFile(t, "a"))
	}
	if _, err := os.Stat("b"); !os.IsNotExist(err) {
		t.Errorf("b is there: %v", err)
	}
}
