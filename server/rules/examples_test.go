package rules

import (
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func check(t testing.TB, content string) *Report {
	t.Helper()
	return checkIn(t, content, Environment{})
}

func checkIn(t testing.TB, content string, env Environment) *Report {
	t.Helper()
	env.OnPanic = func(rule string, value any, stack []byte) { t.Errorf("rule %s panicked: %v\n%s", rule, value, stack) }
	return NewChecker(Table()).Check(document.Parse(text.NewMapper(content), nil), env)
}

// TestExamples runs the examples of the reference pages.
func TestExamples(t *testing.T) {
	for _, rule := range Table() {
		t.Run(rule.ID, func(t *testing.T) {
			bad := check(t, rule.Bad)
			if len(bad.Findings) == 0 {
				t.Error("the bad example has no finding")
			}
			for _, f := range bad.Findings {
				if f.Rule != rule.ID {
					t.Errorf("the bad example has a finding of another rule: %s: %s", f.Rule, f.Message)
				}
				checkFinding(t, rule.Bad, f)
			}
			for _, f := range check(t, rule.Good).Findings {
				t.Errorf("the good example has a finding: %s %q: %s", f.Rule, f.Quote, f.Message)
			}
		})
	}
}

// TestRulesAreComplete checks what the reference page and the lists need.
func TestRulesAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range Table() {
		if seen[rule.ID] {
			t.Errorf("two rules are called %s", rule.ID)
		}
		seen[rule.ID] = true
		if rule.Title == "" || rule.What == "" || rule.Why == "" || rule.Severity == 0 || len(rule.Fixes) == 0 {
			t.Errorf("rule %s lacks a title, a severity, fixes or a description", rule.ID)
		}
		if (rule.Section == nil) == (rule.Document == nil) {
			t.Errorf("rule %s must have exactly one of Section and Document", rule.ID)
		}
	}
}
