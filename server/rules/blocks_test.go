package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// withRecap appends a recap of what the text says now.
func withRecap(content, id, section string) string {
	d := document.Parse(text.NewMapper(content), nil)
	var origin *document.Section
	var attrs []string
	if section != "" {
		origin, attrs = d.Anchor(section), []string{"section=" + section}
	}
	return content + "\n" + document.RenderBlock(id, "recap", d.SourceHash(origin), "In short.", attrs...) + "\n"
}

func TestStaleBlock(t *testing.T) {
	whole := withRecap("# A\n\nOne.\n\n## B\n\nTwo.\n", "recap", "")
	part := withRecap("# A\n\nOne.\n\n## B\n\nTwo.\n", "recap", "b")
	tests := map[string]struct {
		content string
		want    []string
	}{
		"fresh":             {whole, nil},
		"other line ends":   {strings.ReplaceAll(whole, "\n", "\r\n"), nil},
		"changed":           {strings.Replace(whole, "One", "Three", 1), []string{`The document changed after the block "recap" was written.`}},
		"part fresh":        {strings.Replace(part, "One", "Three", 1), nil},
		"part changed":      {strings.Replace(part, "Two", "Three", 1), []string{`The section "B" changed after the block "recap" was written.`}},
		"changed, edited":   {strings.NewReplacer("One", "Three", "short", "brief").Replace(whole), []string{`The document changed after the block "recap" was written, which was also edited by hand: writing it again asks before it replaces anything.`}},
		"only edited":       {strings.Replace(whole, "short", "brief", 1), nil},
		"without a source":  {"# A\n\n<!-- designls:begin r kind=recap -->\nText.\n<!-- designls:end r -->\n", nil},
		"section renamed":   {strings.Replace(part, "## B", "## C", 1), []string{`The document changed after the block "recap" was written.`}},
		"questions, hinted": {"# A\n\n<!-- designls:begin q kind=questions source=x -->\nText.\n<!-- designls:end q -->\n", []string{"The document changed after these questions were asked; some may be answered by now, and others may have come up."}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range check(t, test.content).Findings {
				got = append(got, f.Message)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestStaleBlockFixes(t *testing.T) {
	content := strings.Replace(withRecap("# A\n\nOne.\n", "recap", ""), "One", "Two", 1)
	f := check(t, content).Findings[0]
	if f.Fixes[0].Action == "" {
		t.Errorf("the first fix runs no action: %+v", f.Fixes[0])
	}
	if got, want := applyFixes(t, content, "Keep this"), "# A\n\nTwo.\n\n\n\nIn short.\n\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

const ask = "# A\n\n<!-- designls:begin q kind=questions -->\n\n" +
	"**Q1.** How many? (`a/b`, critical)\n*Decides:* shards.\n\nAnswer:\n\n*Assumed if unanswered:* 5 a second.\n\n" +
	"**Q2.** Which? (`a/c`)\n*Decides:* x.\n\nAnswer:\n\n*Assumed if unanswered:* y.\n\n<!-- designls:end q -->\n"

func TestUnansweredQuestion(t *testing.T) {
	f := check(t, ask).Findings
	if len(f) != 1 || f[0].Span.Of(ask) != "How many?" || f[0].Severity != finding.Information {
		t.Fatalf("got %+v, want only the critical question", f)
	}
	if got := f[0].Message + " " + f[0].Why; got != "Q1 is critical and has no answer yet; the design rests on an assumption. It decides shards." {
		t.Error(got)
	}
	fixed := applyFixes(t, ask, "Accept the assumption")
	if !strings.Contains(fixed, "Answer: 5 a second.\n") {
		t.Errorf("the fix made\n%s", fixed)
	}
	if left := check(t, fixed).Findings; len(left) > 0 {
		t.Errorf("after the fix there is %+v", left)
	}
}

func TestUnansweredQuestionElsewhere(t *testing.T) {
	for name, content := range map[string]string{
		"answered":              strings.Replace(ask, "Answer:", "Answer: 9.", 1),
		"the author's question": "# A\n\n## Open questions\n\n**Q1.** How many? (`a/b`, critical)\n\nAnswer:\n",
	} {
		if f := check(t, content).Findings; len(f) > 0 {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

// TestBlocksMoveWithTheText checks that what was found before an edit above it
// is found at its new place, though it isn't computed again.
func TestBlocksMoveWithTheText(t *testing.T) {
	c := NewChecker([]Rule{unansweredQuestion})
	c.Check(document.Parse(text.NewMapper("# A\n\nx\n\n"+ask), nil), Environment{})
	computed := c.Stats().Computed
	longer := "# A\n\nmuch longer than before\n\n" + ask
	f := c.Check(document.Parse(text.NewMapper(longer), nil), Environment{}).Findings
	if len(f) != 1 || f[0].Span.Of(longer) != "How many?" {
		t.Errorf("got %+v", f)
	}
	if c.Stats().Computed != computed {
		t.Error("the rule was run again")
	}
}
