package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// corpus returns real design documents, where there are some beside the
// repository.
func corpus(t testing.TB) map[string]string {
	root := "../../../shared/corpus"
	documents := map[string]string{}
	filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".md") && filepath.Base(path) != "README.md" {
			if content, err := os.ReadFile(path); err == nil {
				documents[path] = string(content)
			}
		}
		return nil
	})
	if len(documents) == 0 {
		t.Skip("there is no corpus of design documents beside the repository")
	}
	return documents
}

func onDisk(path string) func(string) bool {
	return func(target string) bool {
		_, err := os.Stat(filepath.Join(filepath.Dir(path), filepath.FromSlash(target)))
		return err == nil
	}
}

// TestFindingsOnRealDocumentsAreWellFormed reads what people wrote for others;
// run with -v to read the findings.
func TestFindingsOnRealDocumentsAreWellFormed(t *testing.T) {
	counts := map[string]int{}
	for path, content := range corpus(t) {
		doc := document.Parse(text.NewMapper(content), nil)
		report := NewChecker(Table()).Check(doc, Environment{Path: path, Exists: onDisk(path), OnPanic: func(rule string, value any, stack []byte) {
			t.Errorf("%s: rule %s panicked: %v\n%s", path, rule, value, stack)
		}})
		for _, f := range report.Findings {
			counts[f.Rule+" "+f.Severity.String()]++
			line := doc.Text.LineOf(f.Span.Start) + 1
			t.Logf("%s:%d %s %s %q: %s %v", filepath.Base(path), line, f.Rule, f.Severity, f.Quote, f.Message, titles(f))
			checkFinding(t, content, f)
		}
	}
	t.Log(counts)
}

func titles(f finding.Finding) (all []string) {
	for _, fix := range f.Fixes {
		all = append(all, fix.Title)
	}
	return all
}

func checkFinding(t *testing.T, content string, f finding.Finding) {
	t.Helper()
	if f.Span.Start < 0 || f.Span.End > len(content) || f.Span.Start > f.Span.End {
		t.Fatalf("span %v outside the text: %+v", f.Span, f)
	}
	if f.Message == "" || f.Why == "" || len(f.Options) == 0 {
		t.Errorf("finding says too little: %+v", f)
	}
	for _, fix := range f.Fixes {
		if _, err := text.ApplyEdits(content, fix.Edits); err != nil {
			t.Errorf("fix %q: %v", fix.Title, err)
		}
		if fix.Title == "" || (fix.Action == "") == (len(fix.Edits) == 0) {
			t.Errorf("fix has not exactly one of edits and action: %+v", fix)
		}
	}
}
