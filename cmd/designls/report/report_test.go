package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// sample is a review of two documents: one has a finding behind characters that
// count differently in each encoding and a decided one, the other has a finding
// that spans two lines.
func sample() Review {
	first := text.NewMapper("# Größe 🚀\n\nDie 設計 must be fast 🚀 and cheap.\n")
	second := text.NewMapper("Use either\r\nRedis or Kafka, 100%.\r\n")
	return Review{
		Version: "v1.2.3",
		Rules: []rules.Rule{
			{ID: "placeholder", Title: "Something was left to write", Severity: finding.Warning},
			{ID: "vague-requirement", Title: "A requirement nobody can test", Severity: finding.Warning, What: "Words without a number."},
		},
		Files: []File{
			{
				Path: "docs/größe: a.md", Text: first,
				Findings: []finding.Finding{{
					Rule: "vague-requirement", Severity: finding.Error, Span: spanOf(first, "fast 🚀"), Quote: "fast 🚀",
					Message: `"fast" has no number`, Why: "Nobody can test it.",
					Options: []string{"Name a percentile.", "Drop it."},
					Section: "Größe", Source: finding.SourceRules, Fixes: []finding.Fix{{Title: "Insert a target"}},
				}},
				Decided: []finding.Decided{{
					Finding: finding.Finding{Rule: "placeholder", Severity: finding.Warning, Span: spanOf(first, "cheap"), Quote: "cheap", Message: "m", Source: finding.SourceRules},
					Entry:   finding.Entry{Decision: finding.AcceptedRisk, Reason: "until autumn", By: "Mara"},
				}},
			},
			{
				Path: "b.md", Text: second,
				Findings: []finding.Finding{{
					Rule: "false-dichotomy", Severity: finding.Hint, Span: spanOf(second, "either\r\nRedis or Kafka"), Quote: "either\r\nRedis or Kafka",
					Message: "50% of two,\nthree: four", Source: finding.SourceRules,
				}},
			},
		},
	}
}

func spanOf(m *text.Mapper, quote string) text.Span {
	start := strings.Index(m.Content(), quote)
	return text.Span{Start: start, End: start + len(quote)}
}

func render(t *testing.T, format Format, options Options) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, format, sample(), options); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextShowsSourceCaretReasonAndAdvice(t *testing.T) {
	want := `docs/größe: a.md:3:16: error: "fast" has no number [vague-requirement]
    3 | Die 設計 must be fast 🚀 and cheap.
      |                  ^^^^^^^
   why  Nobody can test it.
    do  Name a percentile.
    or  Drop it.

b.md:1:5: hint: 50% of two,␊three: four [false-dichotomy]
    1 | Use either
      |     ^^^^^^

Decided earlier
  docs/größe: a.md:3:27 [placeholder] accepted risk by Mara: until autumn

2 findings in 2 documents: 1 error, 1 hint; 1 decided earlier
`
	if diff := cmp.Diff(want, render(t, Text, Options{})); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestTextGivesAReasonOncePerDocument(t *testing.T) {
	review := sample()
	for i := range review.Files {
		f := review.Files[0].Findings[0]
		f.Span = text.Span{}
		review.Files[i].Findings = []finding.Finding{f, f}
	}
	var b strings.Builder
	if err := Write(&b, Text, review, Options{}); err != nil {
		t.Fatal(err)
	}
	for piece, want := range map[string]int{"Nobody can test it.": 2, "Name a percentile.": 4, "Drop it.": 2} {
		if got := strings.Count(b.String(), piece); got != want {
			t.Errorf("%q is printed %d times, want %d:\n%s", piece, got, want, b.String())
		}
	}
}

func TestTextIsColoredOnlyWhenAsked(t *testing.T) {
	if plain := render(t, Text, Options{}); strings.Contains(plain, "\x1b") {
		t.Errorf("escape codes without color:\n%q", plain)
	}
	colored := render(t, Text, Options{Color: true})
	if !strings.Contains(colored, "\x1b[31;1merror") {
		t.Errorf("no red error in %q", colored)
	}
}

func TestJSONKeepsTheContract(t *testing.T) {
	var got map[string]any
	if err := json.Unmarshal([]byte(render(t, JSON, Options{})), &got); err != nil {
		t.Fatal(err)
	}
	findings := got["findings"].([]any)
	if got["version"] != 1.0 || len(findings) != 2 {
		t.Fatalf("version %v with %d findings", got["version"], len(findings))
	}
	first := findings[0].(map[string]any)
	delete(first, "id")
	want := map[string]any{
		"file": "docs/größe: a.md", "rule": "vague-requirement", "severity": "error", "message": `"fast" has no number`,
		"quote": "fast 🚀", "source": "rules", "fixes": []any{"Insert a target"}, "section": "Größe",
		"why": "Nobody can test it.", "options": []any{"Name a percentile.", "Drop it."},
		"range": map[string]any{
			"start": map[string]any{"line": 2.0, "character": 15.0},
			"end":   map[string]any{"line": 2.0, "character": 22.0},
		},
	}
	if diff := cmp.Diff(want, first); diff != "" {
		t.Errorf("finding (-want +got):\n%s", diff)
	}
	second := findings[1].(map[string]any)
	if fixes, ok := second["fixes"].([]any); !ok || len(fixes) != 0 {
		t.Errorf("fixes of a finding without any are %v, want an empty list", second["fixes"])
	}
	if decided := got["decided"].([]any)[0].(map[string]any); decided["decision"] != "accepted-risk" || decided["rule"] != "placeholder" {
		t.Errorf("decided: %v", decided)
	}
}

func TestJSONOfNothingIsAnEmptyList(t *testing.T) {
	var b strings.Builder
	if err := Write(&b, JSON, Review{}, Options{}); err != nil {
		t.Fatal(err)
	}
	if want := "{\n  \"version\": 1,\n  \"findings\": []\n}\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestSARIFPlacesResults(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal([]byte(render(t, SARIF, Options{})), &log); err != nil {
		t.Fatal(err)
	}
	results := log.Runs[0].Results
	if len(results) != 3 {
		t.Fatalf("%d results, want 3", len(results))
	}
	place := results[0].Locations[0].Physical
	if want := (sarifRegion{StartLine: 3, StartColumn: 16, EndLine: 3, EndColumn: 23, Snippet: &sarifMessage{Text: "fast 🚀"}}); !cmp.Equal(want, place.Region) {
		t.Errorf("region: %s", cmp.Diff(want, place.Region))
	}
	if want := "docs/gr%C3%B6%C3%9Fe:%20a.md"; place.Artifact.URI != want {
		t.Errorf("uri %q, want %q", place.Artifact.URI, want)
	}
	if s := results[1].Suppressions; len(s) != 1 || s[0].Justification != "accepted risk by Mara: until autumn" {
		t.Errorf("suppressions of the decided finding: %v", s)
	}
}

func TestGitHubEscapesMessagesAndProperties(t *testing.T) {
	want := `::error file=docs/größe%3A a.md,line=3,endLine=3,col=16,endColumn=21,title=vague-requirement::"fast" has no number%0ANobody can test it.%0A- Name a percentile.%0A- Drop it.
::notice file=b.md,line=1,endLine=2,title=false-dichotomy::50%25 of two,%0Athree: four
`
	if diff := cmp.Diff(want, render(t, GitHub, Options{})); diff != "" {
		t.Errorf("github (-want +got):\n%s", diff)
	}
}
