package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const unfinished = "# Store\n\n## Context\n\nRetention is TBD.\n"

// findingsOf reads what review --format json printed: "file:line rule".
func findingsOf(t *testing.T, out string) []string {
	t.Helper()
	var review struct {
		Findings []struct {
			File, Rule string
			Range      struct{ Start struct{ Line int } }
		}
		Decided []struct{ Rule, Decision string }
	}
	if err := json.Unmarshal([]byte(out), &review); err != nil {
		t.Fatalf("%v in\n%s", err, out)
	}
	list := []string{}
	for _, f := range review.Findings {
		list = append(list, fmt.Sprintf("%s:%d %s", f.File, f.Range.Start.Line, f.Rule))
	}
	for _, d := range review.Decided {
		list = append(list, d.Decision+" "+d.Rule)
	}
	return list
}

func TestReviewExitCodes(t *testing.T) {
	inFolder(t, map[string]string{"a.md": unfinished, "clean.md": "# Store\n\nIt stores.\n"})
	for _, c := range []struct {
		args string
		want int
	}{
		{"review a.md", exitClean}, // a placeholder is a warning, and --fail-on is error
		{"review --fail-on warning a.md", exitFindings},
		{"review --fail-on hint a.md", exitFindings},
		{"review --fail-on never a.md", exitClean},
		{"review --fail-on hint clean.md", exitClean},
		{"review --fail-on never a.md missing.md", exitFailure},
	} {
		if got := run(t, "", strings.Fields(c.args)...); got.code != c.want {
			t.Errorf("%s: exit %d, want %d\n%s%s", c.args, got.code, c.want, got.out, got.err)
		}
	}
}

func TestReviewWalksFoldersAndTakesNamedFiles(t *testing.T) {
	inFolder(t, map[string]string{
		"docs/design/a.md":        unfinished,
		"docs/design/nested/b.md": unfinished,
		"README.md":               unfinished,
		"notes.md":                unfinished,
		"opted/in.md":             "---\ndesignls: true\n---\n" + unfinished,
		"docs/design/out.md":      "---\ndesignls: false\n---\n" + unfinished,
	})
	for _, c := range []struct {
		args string
		want []string
	}{
		{"", []string{"docs/design/a.md:4 placeholder", "docs/design/nested/b.md:4 placeholder", "opted/in.md:7 placeholder"}},
		{"docs", []string{"docs/design/a.md:4 placeholder", "docs/design/nested/b.md:4 placeholder"}},
		{"README.md ./docs/design/a.md docs/design", []string{"README.md:4 placeholder", "docs/design/a.md:4 placeholder", "docs/design/nested/b.md:4 placeholder"}},
	} {
		got := run(t, "", append([]string{"review", "--format", "json"}, strings.Fields(c.args)...)...)
		if diff := cmp.Diff(c.want, findingsOf(t, got.out)); diff != "" || got.code != exitClean {
			t.Errorf("review %s: exit %d (-want +got):\n%s%s", c.args, got.code, diff, got.err)
		}
	}
}

func TestReviewReadsStandardInput(t *testing.T) {
	inFolder(t, nil)
	got := run(t, unfinished, "review", "--format", "json", "-")
	if diff := cmp.Diff([]string{"<stdin>:4 placeholder"}, findingsOf(t, got.out)); diff != "" || got.code != exitClean {
		t.Errorf("exit %d (-want +got):\n%s%s", got.code, diff, got.err)
	}
}

func TestReviewGoesOnPastWhatItCannotRead(t *testing.T) {
	inFolder(t, map[string]string{
		"a.md": unfinished, "binary.md": "a\x00b", "latin1.md": "caf\xe9\n", "empty/": "",
		"huge.md": strings.Repeat("x", 50<<20),
	})
	got := run(t, "", "review", "--format", "json", "missing.md", "binary.md", "latin1.md", "empty", "huge.md", "a.md")
	if diff := cmp.Diff([]string{"a.md:4 placeholder"}, findingsOf(t, got.out)); diff != "" || got.code != exitFailure {
		t.Errorf("exit %d (-want +got):\n%s", got.code, diff)
	}
	for _, want := range []string{"missing.md was not read", "binary.md was not read", "latin1.md was not read", "empty has no design documents", "huge.md was not read"} {
		if !strings.Contains(got.err, want) {
			t.Errorf("stderr lacks %q:\n%s", want, got.err)
		}
	}
	if lines := strings.Count(got.err, "\n"); lines != 5 {
		t.Errorf("%d lines on stderr, want 5:\n%s", lines, got.err)
	}
}

func TestReviewSaysWhatIsMalformedAndReviewsTheRest(t *testing.T) {
	inFolder(t, map[string]string{
		".designls.yaml":         "rules:\n  placeholdr: off\n",
		".designls/ledger.jsonl": "{broken\n",
		"a.md":                   "---\nx: [\n---\n" + unfinished,
	})
	got := run(t, "", "review", "--format", "json", "a.md")
	if diff := cmp.Diff([]string{"a.md:7 placeholder"}, findingsOf(t, got.out)); diff != "" || got.code != exitClean {
		t.Errorf("exit %d (-want +got):\n%s", got.code, diff)
	}
	for _, want := range []string{".designls.yaml:2:3: ", ".designls/ledger.jsonl: line 1 ", "a.md:2:1: "} {
		if !strings.Contains(got.err, want) {
			t.Errorf("stderr lacks %q:\n%s", want, got.err)
		}
	}
}

func TestReviewHeedsSettings(t *testing.T) {
	inFolder(t, map[string]string{
		".designls.yaml":         "documents:\n  include: [papers/**]\nrules:\n  placeholder: error\n",
		"papers/a.md":            unfinished,
		"papers/.designls-other": "",
	})
	if got := run(t, "", "review"); got.code != exitFindings || !strings.Contains(got.out, "error: ") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

func TestReviewListsDecidedFindingsApart(t *testing.T) {
	inFolder(t, map[string]string{"a.md": unfinished, ".git/": ""})
	var review struct{ Findings []struct{ ID string } }
	if err := json.Unmarshal([]byte(run(t, "", "review", "--format", "json", "a.md").out), &review); err != nil {
		t.Fatal(err)
	}
	writeFile(t, ".designls/ledger.jsonl", `{"time":"2026-05-01T10:00:00Z","file":"a.md","finding":"`+review.Findings[0].ID+
		`","rule":"placeholder","quote":"TBD","section":"","decision":"dismissed","reason":"legal decides in May","by":"Mara"}`+"\n")

	got := run(t, "", "review", "--fail-on", "hint", "--format", "json", "a.md")
	if diff := cmp.Diff([]string{"dismissed placeholder"}, findingsOf(t, got.out)); diff != "" || got.code != exitClean {
		t.Errorf("exit %d (-want +got):\n%s%s", got.code, diff, got.err)
	}
	text := run(t, "", "review", "a.md").out
	if !strings.Contains(text, "dismissed by Mara: legal decides in May") || !strings.Contains(text, "0 findings in 1 document; 1 decided earlier") {
		t.Errorf("text:\n%s", text)
	}
}

func TestReviewSinceKeepsWhatChanged(t *testing.T) {
	inFolder(t, map[string]string{"a.md": unfinished, "docs/design/b.md": unfinished})
	git := func(args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "git", append([]string{"-c", "user.name=n", "-c", "user.email=e@example.org"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-qm", "first")
	writeFile(t, "a.md", unfinished+"\nThe owner is TBD.\n")

	got := run(t, "", "review", "--format", "json", "--since", "HEAD", "a.md", "docs")
	if diff := cmp.Diff([]string{"a.md:6 placeholder"}, findingsOf(t, got.out)); diff != "" || got.code != exitClean {
		t.Errorf("exit %d (-want +got):\n%s%s", got.code, diff, got.err)
	}
	if got := run(t, "", "review", "--since", "nowhere", "a.md"); got.code != exitFailure || !strings.Contains(got.err, `git knows no revision "nowhere"`) {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

func TestReviewPrintsTheSameEveryTime(t *testing.T) {
	files := map[string]string{}
	for i := range 40 {
		files["docs/design/"+string(rune('a'+i%26))+strings.Repeat("x", i/26)+".md"] = unfinished
	}
	inFolder(t, files)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(8))
	first := run(t, "", "review").out
	for range 5 {
		if again := run(t, "", "review").out; again != first {
			t.Fatalf("the output differs between runs:\n%s", cmp.Diff(first, again))
		}
	}
}
