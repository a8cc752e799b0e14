package finding

import (
	"testing"

	"github.com/designls/designls/server/text"
)

func TestIdentityStaysWhenOnlyTheLayoutChanges(t *testing.T) {
	f := Finding{Rule: "vague-requirement", Quote: "The API must be fast", Section: "Goals > Latency"}
	for name, g := range map[string]Finding{
		"markup":      {Rule: f.Rule, Quote: "The `API` must be **fast**", Section: f.Section},
		"case":        {Rule: f.Rule, Quote: "the api MUST be fast", Section: f.Section},
		"wrapping":    {Rule: f.Rule, Quote: " The API\r\n  must\tbe fast ", Section: f.Section},
		"heading":     {Rule: f.Rule, Quote: f.Quote, Section: "Goals > *latency*"},
		"place":       {Rule: f.Rule, Quote: f.Quote, Section: f.Section, Span: text.Span{Start: 7, End: 9}},
		"severity":    {Rule: f.Rule, Quote: f.Quote, Section: f.Section, Severity: Error},
		"wording":     {Rule: f.Rule, Quote: f.Quote, Section: f.Section, Message: "How fast?"},
		"no-op shift": f.Shift(3),
	} {
		if g.ID() != f.ID() {
			t.Errorf("%s changes the identity", name)
		}
	}
}

func TestIdentityChangesWithWhatItIsAbout(t *testing.T) {
	f := Finding{Rule: "vague-requirement", Quote: "must be fast", Section: "Goals"}
	seen := map[string]string{f.ID(): "the finding itself"}
	for name, g := range map[string]Finding{
		"rule":                  {Rule: "placeholder", Quote: f.Quote, Section: f.Section},
		"quote":                 {Rule: f.Rule, Quote: "must be faster", Section: f.Section},
		"subject":               {Rule: f.Rule, Quote: f.Quote, Section: f.Section, Subject: "x"},
		"section":               {Rule: f.Rule, Quote: f.Quote, Section: "Non-goals"},
		"words joined":          {Rule: f.Rule, Quote: "must befast", Section: f.Section},
		"where the parts begin": {Rule: f.Rule, Quote: "must be", Subject: "fast", Section: f.Section},
	} {
		if other, ok := seen[g.ID()]; ok {
			t.Errorf("the %s does not count: same identity as %s", name, other)
		}
		seen[g.ID()] = name
	}
}

// A ledger that a team has committed holds identities, so they must not change
// from one version of designls to the next.
func TestIdentityIsTheSameInEveryVersion(t *testing.T) {
	f := Finding{Rule: "placeholder", Quote: "TBD: pick a *queue*", Section: "Design > Storage"}
	if got, want := f.ID(), "1403fa4ea9e2f383"; got != want {
		t.Errorf("the identity is %s, want %s", got, want)
	}
}
