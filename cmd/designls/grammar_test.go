package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
)

// unlabelled is a diagram of which only mermaid's grammar says that it is wrong.
const unlabelled = "# Flow\n\n```mermaid\nsequenceDiagram\n  A->>B\n```\n"

func TestReviewAsksTheGrammar(t *testing.T) {
	if !mermaid.HasEmbedded() {
		t.Skip("built without mermaid's grammar; run make grammar")
	}
	built, err := filepath.Abs("../../server/diagram/mermaid/grammar")
	if err != nil {
		t.Fatal(err)
	}
	inFolder(t, map[string]string{"design.md": unlabelled, "not-one.js": "nonsense("})
	for _, name := range []string{"mermaid.js.gz", "mermaid.qjs.gz"} {
		bundle, err := os.ReadFile(filepath.Join(built, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, bundle, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		file              string // in DESIGNLS_MERMAID
		code, doctor      int
		out, err, doctors string
	}{
		{"", exitFindings, exitClean, "[diagram-syntax]", "", "built in"},
		{"mermaid.js.gz", exitFindings, exitClean, "[diagram-syntax]", "", "from mermaid.js.gz"},
		{"mermaid.qjs.gz", exitClean, exitFailure, "0 findings", "it is no script; name the file mermaid.js.gz", "only a small check"},
		{"missing.js", exitClean, exitFailure, "0 findings", "DESIGNLS_MERMAID: open missing.js", "only a small check"},
		{"not-one.js", exitClean, exitFailure, "0 findings", "mermaid's grammar does not load", "only a small check"},
	} {
		t.Setenv(grammarVariable, c.file)
		got := run(t, "", "review", "design.md")
		if got.code != c.code || !strings.Contains(got.out, c.out) || !strings.Contains(got.err, c.err) || strings.Count(got.err, "\n") > 1 {
			t.Errorf("%q: review exits with %d\n%s%s", c.file, got.code, got.out, got.err)
		}
		if got := run(t, "", "doctor"); got.code != c.doctor || !strings.Contains(got.out, c.doctors) {
			t.Errorf("%q: doctor exits with %d\n%s%s", c.file, got.code, got.out, got.err)
		}
	}
}

func TestWhatOneSeesNeedsNoGrammar(t *testing.T) {
	inFolder(t, map[string]string{"design.md": strings.Replace(unlabelled, "sequenceDiagram\n  A->>B", "flowchart LR\n  A[Web (React)] --> B", 1)})
	t.Setenv(grammarVariable, filepath.Join(t.TempDir(), "missing"))
	if got := run(t, "", "review", "design.md"); got.code != exitFindings {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}
