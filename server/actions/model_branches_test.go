package actions

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/questions"
)

func TestSideBranchesAreTakenOutOfADraft(t *testing.T) {
	for name, c := range map[string]struct {
		body, rest string
		branches   []string
	}{
		"a list":         {"## A\n\nx\n\n## Side branches\n\n- [ ] One: why\n- Two\n\n## B\n\ny", "## A\n\nx\n\n## B\n\ny", []string{"One: why", "Two"}},
		"more than that": {"## Side branches\n\nThree come to mind.\n\n- [ ] One\n", "## Side branches\n\nThree come to mind.\n\n- One", []string{"One"}},
		"elsewhere":      {"## Recap\n\n- decided\n- [ ] One\n", "## Recap\n\n- decided\n- One", []string{"One"}},
		"code":           {"```\n- [ ] no\n## Side branches\n```\n\n- plain", "```\n- [ ] no\n## Side branches\n```\n\n- plain", nil},
	} {
		rest, branches := takeBranches(c.body)
		if diff := cmp.Diff([]any{c.rest, c.branches}, []any{rest, branches}); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// A model can follow a branch that the program knows nothing of.
func TestAModelDivesIntoWhatIsNotKnown(t *testing.T) {
	content := "# Feed\n\n## Storage\n\nPosts.\n\n<!-- designls:begin branches kind=branches -->\n\n## Side branches\n\n- [ ] Zorching: how often\n- [ ] Frobs: how many\n\n<!-- designls:end branches -->\n"
	got, _ := send(t, fake.Replies("### Overview\n\nOften.\n\n### Tradeoffs\n\n- [ ] Grue: where\n"), "deep-dive", content, OptionTopic, "Zorching: how often")
	for _, want := range []string{"designls:begin deep-dive-zorching ", "## Deep dive: Zorching\n\n### Overview", "- [x] Zorching: how often\n- [ ] Frobs: how many\n- [ ] Grue: where\n", "### Tradeoffs\n\n- Grue: where"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	if n := len(questions.Branches(parse(got))); n != 3 {
		t.Errorf("%d branches", n)
	}
}
