package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/finding"
)

func TestSeverities(t *testing.T) {
	workspace := map[string]finding.Severity{"words": finding.Hint, "unknown": finding.Error}
	tests := []struct {
		name, front string
		workspace   map[string]finding.Severity
		want        finding.Severity
	}{
		{"default", "", nil, finding.Warning},
		{"workspace", "", workspace, finding.Hint},
		{"workspace off", "", map[string]finding.Severity{"words": finding.Off}, finding.Off},
		{"document", "---\ndesignls:\n  rules:\n    words: error\n---\n", nil, finding.Error},
		{"document over workspace", "---\ndesignls: {rules: {words: error}}\n---\n", workspace, finding.Error},
		{"off", "---\ndesignls: {rules: {words: off}}\n---\n", workspace, finding.Off},
		{"false", "---\ndesignls: {rules: {words: false}}\n---\n", workspace, finding.Off},
		{"true", "---\ndesignls: {rules: {words: true}}\n---\n", map[string]finding.Severity{"words": finding.Off}, finding.Warning},
		{"TOML", "+++\n[designls.rules]\nwords = \"information\"\n+++\n", workspace, finding.Information},
		{"other rule", "---\ndesignls: {rules: {goals: off}}\n---\n", nil, finding.Warning},
		{"switch", "---\ndesignls: true\n---\n", nil, finding.Warning},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := newVersions(badWords, goals)
			v.env.Severities = test.workspace
			report, _ := v.next(test.front + "# Goals\n\nbad\n")
			got := finding.Off
			for _, f := range report.Findings {
				got = f.Severity
			}
			if got != test.want || len(report.Problems) > 0 {
				t.Errorf("got %s and problems %+v, want %s", got, report.Problems, test.want)
			}
		})
	}
}

func TestRuleThatIsOffIsNotRun(t *testing.T) {
	v := newVersions(badWords)
	v.env.Severities = map[string]finding.Severity{"words": finding.Off}
	if _, computed := v.next("# A\n\nbad\n"); computed != 0 {
		t.Errorf("it was run %d times", computed)
	}
	v.env.Severities = nil
	if report, _ := v.next("# A\n\nbad\n"); len(report.Findings) != 1 {
		t.Errorf("after it was turned on there is %+v", report.Findings)
	}
}

func TestWrongSettings(t *testing.T) {
	tests := []struct{ front, quote, want string }{
		{"designls: {rules: {word: off}}", "word: off}}", `designls.rules names "word", and there is no such rule. Did you mean "words"? It is ignored.`},
		{"designls:\n  rules:\n    zzz: off", "zzz: off", `designls.rules names "zzz", and there is no such rule. The rules are words, goals, ` + strings.Join(modelIDs(), ", ") + `. It is ignored.`},
		{"designls:\n  rules:\n    words: loud", "words: loud", `designls.rules sets words to "loud"; use off, hint, information, warning or error. It is ignored.`},
		{"designls:\n  rules:\n    words: [a]", "words: [a]", `designls.rules sets words to a list; use off, hint, information, warning or error. It is ignored.`},
		{"designls:\n  rules: off", "rules: off", `designls.rules is "off"; it should name rules, each with a severity, as in "rules: {placeholder: off}". It is ignored.`},
	}
	for _, test := range tests {
		content := "---\n" + test.front + "\n---\n\n# Goals\n\nbad\n"
		report, _ := newVersions(badWords, goals).next(content)
		if len(report.Problems) != 1 || len(report.Findings) != 1 {
			t.Errorf("%q: got %+v", test.front, report)
			continue
		}
		p := report.Problems[0]
		if diff := cmp.Diff(test.want, p.Message); diff != "" || p.Span.Of(content) != test.quote {
			t.Errorf("%q at %q:\n%s", test.front, p.Span.Of(content), diff)
		}
	}
}

// modelIDs are the rules that only models report by.
func modelIDs() []string {
	var ids []string
	for _, r := range ByModels() {
		ids = append(ids, r.ID)
	}
	return ids
}

func TestSuppression(t *testing.T) {
	const ignore = "<!-- designls-ignore words: it is meant -->"
	tests := map[string]struct {
		content          string
		open, suppressed int
	}{
		"the next block":     {"# A\n\n" + ignore + "\n\nbad bad\n\nbad\n", 1, 2},
		"within a paragraph": {"# A\n\nbad " + ignore + "\nbad\n\nbad\n", 1, 2},
		"a section":          {ignore + "\n\n# A\n\nbad\n\nbad\n\n# B\n\nbad\n", 1, 2},
		"another rule":       {"# A\n\n<!-- designls-ignore goals: no -->\n\nbad\n", 1, 0},
		"two rules":          {"# A\n\n<!-- designls-ignore goals, words: no -->\n\nbad\n", 0, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			report, _ := newVersions(badWords, Rule{ID: "goals", Section: badWords.Section}).next(test.content)
			report.Findings = onlyRule(report.Findings, "words")
			if len(report.Findings) != test.open || len(report.Suppressed) < test.suppressed {
				t.Errorf("got %+v", report)
			}
			for _, s := range report.Suppressed {
				if s.Rule == "words" && !strings.Contains("it is meant, no", s.Reason) {
					t.Errorf("the reason is %q", s.Reason)
				}
			}
		})
	}
}

func onlyRule(all []finding.Finding, id string) (some []finding.Finding) {
	for _, f := range all {
		if f.Rule == id {
			some = append(some, f)
		}
	}
	return some
}

func TestUnknownRuleInAComment(t *testing.T) {
	report, _ := newVersions(badWords).next("# A\n\n<!-- designls-ignore wrods: x -->\n\nbad\n")
	want := `This comment silences nothing: there is no rule "wrods". Did you mean "words"?`
	if len(report.Problems) != 1 || report.Problems[0].Message != want || len(report.Findings) != 1 {
		t.Errorf("got %+v", report)
	}
}
