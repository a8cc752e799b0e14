package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/diagram/mermaid"
)

const brief = "# Photo feed\n\nUsers post photos and read a feed of the people they follow.\n\n## Goals\n\nReads answer within 50 ms at p99.\n"

// detailed has something for every action to work on.
const detailed = brief + `
There are 10 million photo writes per month, of 100 KB per photo, and 400 reads per second.

| step | p99 |
|---|---|
| gateway | 10 ms |
| feed cache | 5 ms |

## Reading

1. The **client** sends the feed request to the **API server**.
2. The **API server** reads the feed from the **feed cache**, which is Redis.

We have to choose between fan-out on write, which makes reads cheap, and fan-out on read, which makes writes cheap.

A photo is in one of these states: ` + "`uploaded`, `visible` or `gone`. It moves from `uploaded` to `visible` when its thumbnail is made, and from `visible` to `gone`" + ` when its owner deletes it.

` + "```sql\nCREATE TABLE photos (id bigint PRIMARY KEY);\n```\n\n```mermaid\nflowchart LR\n  client[Client (web)] --> api[API server]\n```\n"

// told is what an action has to be told on the command line.
var told = map[string][]string{
	"apply-change": {"--option", "change=Reads answer within 30 ms at p99."},
	"deep-dive":    {"--option", "topic=feed cache"},
}

func TestRunPrintsMarkdownAndChangesNothing(t *testing.T) {
	inFolder(t, map[string]string{"a.md": detailed})
	for _, a := range actions.Table() {
		if a.ID == "fix-diagram" && !mermaid.HasEmbedded() {
			continue
		}
		got := run(t, "", append([]string{"run", a.ID, "a.md"}, told[a.ID]...)...)
		if got.code != exitClean || strings.TrimSpace(got.out) == "" || strings.Contains(got.out, "<!-- designls:") {
			t.Errorf("%s: exit %d\n%s%s", a.ID, got.code, got.out, got.err)
		}
	}
	if content := readFile(t, "a.md"); content != detailed {
		t.Errorf("the document changed to\n%s", content)
	}
}

func TestRunPrintsADiff(t *testing.T) {
	inFolder(t, map[string]string{"docs/a.md": brief})
	got := run(t, "", "run", "insert-recap", "docs/a.md", "--diff")
	if got.code != exitClean || !strings.HasPrefix(got.out, "--- a/docs/a.md\n+++ b/docs/a.md\n@@ ") || !strings.Contains(got.out, "\n+<!-- designls:begin recap ") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

func TestRunSaysWhyItPrintsNothing(t *testing.T) {
	inFolder(t, map[string]string{"a.md": detailed})
	got := run(t, "", "run", "critique", "a.md", "--diff")
	if got.code != exitClean || got.out != "" || !strings.HasPrefix(got.err, "designls: a.md: ") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

func TestAShortListAsksWhatIsLeft(t *testing.T) {
	t.Chdir("../..") // what is hard about a feed is answered there, and other facts are not
	got := run(t, "", "run", "ask-questions", "examples/feed-design.md", "--mode", "short")
	if n := strings.Count(got.out, "\n**Q"); n == 0 || n > 3 {
		t.Errorf("%d questions\n%s%s", n, got.out, got.err)
	}
}

func TestRunWritesAndReplacesItsOwnBlock(t *testing.T) {
	for name, eol := range map[string]string{"LF": "\n", "CRLF": "\r\n"} {
		inFolder(t, map[string]string{"a.md": strings.ReplaceAll(brief, "\n", eol)})
		for range 2 {
			if got := run(t, "", "run", "insert-recap", "a.md", "--write"); got.code != exitClean || !strings.HasPrefix(got.out, "a.md: ") {
				t.Errorf("%s: exit %d\n%s%s", name, got.code, got.out, got.err)
			}
		}
		content := readFile(t, "a.md")
		if n := strings.Count(content, "<!-- designls:begin recap "); n != 1 {
			t.Errorf("%s: %d blocks, want 1:\n%s", name, n, content)
		}
		if !strings.HasPrefix(content, strings.ReplaceAll(brief, "\n", eol)) {
			t.Errorf("%s: the author's text changed:\n%q", name, content)
		}
		if mixed := strings.Count(content, "\n") - strings.Count(content, eol); mixed != 0 {
			t.Errorf("%s: %d line endings are of the other kind:\n%q", name, mixed, content)
		}
	}
}

func TestRunAsksBeforeItReplacesAnEditedBlock(t *testing.T) {
	inFolder(t, map[string]string{"a.md": brief})
	run(t, "", "run", "insert-recap", "a.md", "--write")
	edited := strings.Replace(readFile(t, "a.md"), "<!-- designls:end recap", "My own words.\n\n<!-- designls:end recap", 1)
	writeFile(t, "a.md", edited)

	got := run(t, "", "run", "insert-recap", "a.md", "--write")
	if got.code != exitFailure || !strings.Contains(got.err, "--overwrite replace") || readFile(t, "a.md") != edited {
		t.Errorf("exit %d: %s\n%s", got.code, got.err, readFile(t, "a.md"))
	}
	got = run(t, "", "run", "insert-recap", "a.md", "--diff", "--overwrite", "beside")
	if got.code != exitClean || strings.Contains(got.out, "\n-") || !strings.Contains(got.out, "\n+<!-- designls:begin recap-2 ") {
		t.Errorf("beside: exit %d: %s\n%s", got.code, got.err, got.out)
	}
	got = run(t, "", "run", "insert-recap", "a.md", "--diff", "--overwrite", "replace")
	if got.code != exitClean || !strings.Contains(got.out, "\n-My own words.") {
		t.Errorf("replace: exit %d: %s\n%s", got.code, got.err, got.out)
	}
}

func TestRunReadsStandardInputAndPrintsJSON(t *testing.T) {
	inFolder(t, nil)
	got := run(t, brief, "run", "summarize", "-", "--format", "json")
	var product struct {
		Version                       int
		Action, Block, Markdown, Diff string
		Edits                         []struct {
			Range   struct{ Start struct{ Line int } }
			NewText string
		}
	}
	if err := json.Unmarshal([]byte(got.out), &product); err != nil {
		t.Fatalf("%v\n%s%s", err, got.out, got.err)
	}
	if product.Version != 1 || product.Action != "summarize" || len(product.Edits) == 0 || product.Edits[0].NewText == "" ||
		!strings.Contains(product.Markdown, "## Feature expectations") || !strings.HasPrefix(product.Diff, "--- a/") {
		t.Errorf("product: %+v", product)
	}
}

func TestRunOnASection(t *testing.T) {
	inFolder(t, map[string]string{"a.md": brief})
	if got := run(t, "", "run", "summarize", "a.md", "--section", "Goals", "--diff"); got.code != exitClean || !strings.Contains(got.out, "section=goals") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

func TestRunSaysWhatIsWrong(t *testing.T) {
	inFolder(t, map[string]string{
		"a.md":           brief,
		".designls.yaml": "prompts:\n  disable: [insert-overview]\n",
		"folder/":        "",
	})
	for _, c := range []struct{ args, want string }{
		{"run summarise a.md", `there is no action "summarise"; did you mean "summarize"?`},
		{"run summarize missing.md", "missing.md was not read: there is no such file; check the path"},
		{"run summarize folder", "folder was not read: it is a directory; name a file in it"},
		{"run summarize a.md --section Goal", "Goals"},
		{"run insert-recap a.md --section Goals", `"insert-recap" works on the whole document; leave --section out`},
		{"run summarize a.md --mode long", `there is no mode "long"; choose one of short, full`},
		{"run summarize a.md --overwrite all", `there is no choice for --overwrite "all"; choose one of replace, beside`},
		{"run summarize - --write", "standard input cannot be written to; leave --write out, or name a file"},
		{"run summarize a.md --write --diff", "--diff and --write exclude each other"},
		{"run insert-overview a.md", `the action "insert-overview" is turned off in .designls.yaml (prompts.disable)`},
		{"run summarize", `"designls run" takes ACTION and FILE, but was given 1; see "designls run --help"`},
	} {
		got := run(t, "", strings.Fields(c.args)...)
		if got.code != exitFailure || !strings.Contains(got.err, c.want) || got.out != "" || strings.Count(got.err, "\n") != 1 {
			t.Errorf("%s: exit %d\nstderr %q\n  want %q\nstdout %q", c.args, got.code, got.err, c.want, got.out)
		}
	}
}

func TestActionsRulesAndExplain(t *testing.T) {
	inFolder(t, nil)
	listed := run(t, "", "actions").out
	for _, a := range actions.Table() {
		if !strings.Contains(listed, a.ID+" ") || !strings.Contains(listed, a.Title) {
			t.Errorf("actions does not list %s:\n%s", a.ID, listed)
		}
		if page := run(t, "", "explain", a.ID).out; !strings.Contains(page, a.Summary) {
			t.Errorf("explain %s prints:\n%s", a.ID, page)
		}
	}
	listed = run(t, "", "rules").out
	for _, id := range known().Rules {
		if !strings.Contains(listed, id+" ") {
			t.Errorf("rules does not list %s:\n%s", id, listed)
		}
		if page := run(t, "", "explain", id).out; !strings.HasPrefix(page, "# "+id+"\n") {
			t.Errorf("explain %s prints:\n%s", id, page)
		}
	}
}

func TestDoctorTellsHowAFolderIsConfigured(t *testing.T) {
	inFolder(t, map[string]string{"docs/design/a.md": brief, ".designls.yaml": "template: rfc\n"})
	if got := run(t, "", "doctor"); got.code != exitClean || !strings.Contains(got.out, ".designls.yaml") || !strings.Contains(got.out, "docs/design/a.md") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	writeFile(t, ".designls.yaml", "templat: rfc\n")
	if got := run(t, "", "doctor"); got.code != exitFailure || !strings.Contains(got.out, "! .designls.yaml:1:1: ") {
		t.Errorf("with a wrong setting: exit %d\n%s%s", got.code, got.out, got.err)
	}
}
