package actions

import (
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/rules"
)

func TestEveryPromptIsAnActionWithoutAModel(t *testing.T) {
	for _, p := range prompts.All() {
		if runs[p.ID] == nil {
			t.Errorf("%s does nothing offline", p.ID)
		}
	}
	for id := range runs {
		if _, err := Find(id); err != nil {
			t.Errorf("%s has no prompt", id)
		}
	}
}

func TestWhatWasSaidIsNeverOutOfDate(t *testing.T) {
	content, _ := apply(t, interviewerKind, "# Design a rate limiter\n\nFor 20,000 requests a second.\n")
	content, _ = apply(t, "apply-change", content+"\n## New requirement\n\n40,000 requests a second.\n")
	content, _ = apply(t, "propose-design", content)
	later := strings.Replace(content, "For 20,000", "For about 20,000", 1)
	d := parse(later)
	if d.Block(interviewerKind) == nil || d.Block("branches") == nil || d.Block("change") == nil {
		t.Fatalf("a block is missing in\n%s", later)
	}
	var stale []string
	for _, f := range rules.NewChecker(rules.Table()).Check(d, rules.Environment{}).Findings {
		if f.Rule == "stale-block" {
			stale = append(stale, f.Quote)
		}
	}
	if !slices.Equal(stale, []string{"design"}) {
		t.Errorf("stale: %q", stale)
	}
}
