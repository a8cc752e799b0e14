package rules

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// badWords finds every "bad", and says nothing about anything else.
var badWords = Rule{ID: "words", Severity: finding.Warning, Section: func(s *Scope) (found []finding.Finding) {
	for _, m := range newLexicon("bad").find(s.Lower()) {
		found = append(found, finding.Finding{Span: m.Span, Message: "bad", Why: "because", Options: []string{"mend"}})
	}
	return found
}}

// goals finds a document without a section "Goals".
var goals = Rule{ID: "goals", Severity: finding.Warning, Document: func(s *Scope) []Placed {
	for _, item := range s.Outline() {
		if item.Title == "Goals" {
			return nil
		}
	}
	return []Placed{{Section: 1, FixSection: len(s.Outline()), Finding: finding.Finding{
		Span: s.Outline()[1].Heading, Message: "no goals", Fixes: []finding.Fix{{Title: "add", Edits: []text.Edit{{New: s.Gap(len(s.Outline())) + "## Goals"}}}},
	}}}
}}

// versions checks one version of a document after another.
type versions struct {
	checker *Checker
	doc     *document.Document
	env     Environment
}

func newVersions(rules ...Rule) *versions { return &versions{checker: NewChecker(rules)} }

// next returns what the version costs: how often a rule was run on a section.
func (v *versions) next(content string) (report *Report, computed int) {
	before := v.checker.Stats()
	v.doc = document.Parse(text.NewMapper(content), v.doc)
	report = v.checker.Check(v.doc, v.env)
	return report, v.checker.Stats().Computed - before.Computed
}

// long is a document of so many sections, of which every tenth links to another.
func long(sections int) string {
	var b strings.Builder
	b.WriteString("# Title\n\nIntroduction.\n")
	for i := range sections {
		fmt.Fprintf(&b, "\n## Part %d\n\nThe part stores %d rows and answers within %d ms.\n", i, i, i)
		if i%10 == 0 {
			fmt.Fprintf(&b, "It follows [the other](#part-%d).\n", (i+5)%sections)
		}
	}
	return b.String()
}

// TestKeystrokeCostsOneSection is the promise of the package: an edit costs the
// rules of its section and of those that refer to what the edit changed.
func TestKeystrokeCostsOneSection(t *testing.T) {
	v := newVersions(placeholder, danglingReference, badWords, goals)
	const section = 3 // rules that look at a section
	steps := []struct {
		name     string
		old, new string
		want     int
	}{
		{"nothing", "", "", 0},
		{"a word of one section", "stores 7 rows", "stores 8 rows", section},
		{"undone", "stores 8 rows answers", "stores 7 rows answers", 0},
		{"a heading nobody links to", "## Part 7\n", "## Section 7\n", section + 1},              // and the rule that reads the outline
		{"a heading that one links to", "## Part 5\n", "## Section 5\n", section + 2},            // and the link
		{"a new section", "\n## Part 100\n", "\n## Goals\n\nFew.\n\n## Part 100\n", section + 2}, // the outline, and the link that looks for its heading
		{"the introduction", "Introduction.", "An introduction.", section},
	}
	content := long(200)
	if _, computed := v.next(content); computed != 201*section+1 {
		t.Errorf("the first version cost %d, want %d", computed, 201*section+1)
	}
	for _, step := range steps {
		content = strings.Replace(content, step.old, step.new, 1)
		if _, computed := v.next(content); computed != step.want {
			t.Errorf("%s cost %d, want %d", step.name, computed, step.want)
		}
	}
}

func TestSectionIsCheckedAgainWhenAnAnswerChanges(t *testing.T) {
	v := newVersions(danglingReference)
	steps := []struct {
		content string
		want    int
	}{
		{"# A\n\n[x](#b)\n\n# B\n", 0},
		{"# A\n\n[x](#b)\n\n# C\n", 1},
		{"# A\n\n[x](#b)\n\n# B\n", 0},
	}
	for _, step := range steps {
		if report, _ := v.next(step.content); len(report.Findings) != step.want {
			t.Errorf("%q: got %+v, want %d", step.content, report.Findings, step.want)
		}
	}
}

func TestFileThatAppearsIsNoticed(t *testing.T) {
	v := newVersions(danglingReference)
	const content = "# A\n\n[x](a.md) [y](b.md)\n"
	for _, step := range []struct {
		env  Environment
		want int
	}{{files("a.md"), 1}, {files("a.md", "b.md"), 0}, {files("b.md"), 1}} {
		v.env = step.env
		if report, _ := v.next(content); len(report.Findings) != step.want {
			t.Errorf("got %+v, want %d", report.Findings, step.want)
		}
	}
}

// TestTwinsAreToldApart has two sections with the same text in different places.
func TestTwinsAreToldApart(t *testing.T) {
	v := newVersions(placeholder)
	const content = "# Same\n\n## Part\n\n## Part\n\n### Below\n\nText.\n"
	for range 3 {
		report, _ := v.next(content)
		if len(report.Findings) != 1 || report.Findings[0].Span.Start != strings.Index(content, "Part") {
			t.Errorf("got %+v, want the first Part", report.Findings)
		}
	}
	if computed := v.checker.Stats().Computed; computed > 4 {
		t.Errorf("rules were run %d times on 4 sections", computed)
	}
}

func TestFindingsAreCompletedAndSorted(t *testing.T) {
	const content = "# Title\n\n## Part\n\nSome bad text, bad again.\n"
	report, _ := newVersions(goals, badWords).next(content)
	var got []string
	for _, f := range report.Findings {
		got = append(got, fmt.Sprint(f.Span.Start, " ", f.Rule, " ", f.Severity, " ", f.Source, " ", f.Section, " ", f.Quote))
	}
	want := []string{"0 goals warning rules Title # Title", "23 words warning rules Title > Part bad", "33 words warning rules Title > Part bad"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	fixed, err := text.ApplyEdits(content, report.Findings[0].Fixes[0].Edits)
	if err != nil || fixed != content+"\n## Goals" {
		t.Errorf("the fix made %q, %v", fixed, err)
	}
}

func TestPanicTakesNothingElseDown(t *testing.T) {
	broken := Rule{ID: "broken", Severity: finding.Warning, Section: func(s *Scope) []finding.Finding {
		return []finding.Finding{{Message: s.Heading()[:100]}}
	}}
	whole := Rule{ID: "whole", Severity: finding.Warning, Document: func(s *Scope) []Placed { panic("whole") }}
	v := newVersions(broken, badWords, whole)
	var told []string
	v.env.OnPanic = func(rule string, value any, stack []byte) {
		if !strings.Contains(string(stack), "checker_test.go") {
			t.Errorf("the stack does not show the place:\n%s", stack)
		}
		told = append(told, rule)
	}
	for range 2 {
		if report, _ := v.next("# A\n\nbad\n\n# B\n\nbad\n"); len(report.Findings) != 2 {
			t.Errorf("got %+v", report.Findings)
		}
	}
	if diff := cmp.Diff([]string{"broken", "whole"}, told); diff != "" {
		t.Errorf("each is to be told of once: %s", diff)
	}
}

func TestConcurrentChecks(t *testing.T) {
	checker := NewChecker(Table())
	contents := []string{long(30), strings.ReplaceAll(long(30), "Part 5", "Chapter 5"), long(40) + "\nTBD\n"}
	want := make([]*Report, len(contents))
	for i, content := range contents {
		want[i] = NewChecker(Table()).Check(document.Parse(text.NewMapper(content), nil), Environment{})
	}
	var wait sync.WaitGroup
	for i := range 24 {
		wait.Go(func() {
			which := i % len(contents)
			got := checker.Check(document.Parse(text.NewMapper(contents[which]), nil), Environment{})
			if diff := cmp.Diff(want[which], got, cmp.AllowUnexported(Report{}, choices{})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	wait.Wait()
}

func TestProblemsOfTheDocumentAreKept(t *testing.T) {
	report, _ := newVersions(badWords).next("---\ntitle: [\n---\n\n# A\n\n<!-- designls:begin x kind=recap -->\n")
	if len(report.Problems) != 2 {
		t.Errorf("got %+v", report.Problems)
	}
}
