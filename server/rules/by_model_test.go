package rules_test

import (
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

func check(markdown string, severities map[string]finding.Severity) *rules.Report {
	doc := document.Parse(text.NewMapper(markdown), nil)
	return rules.NewChecker(rules.Table()).Check(doc, rules.Environment{Severities: severities})
}

func TestWhatOnlyAModelReportsCanBeSilenced(t *testing.T) {
	const body = "# Store\n\n<!-- designls-ignore consistency: known -->\nThe primary is the only copy, with a backup.\n"
	here := finding.Finding{Rule: "consistency", Span: text.Span{Start: strings.Index(body, "The primary"), End: len(body)}}
	if r := check(body, nil); !r.Silenced(here) || len(r.Problems) > 0 {
		t.Errorf("a comment does not silence it: %+v", r.Problems)
	}
	off := "---\ndesignls:\n  rules:\n    consistency: off\n---\n\n# Store\n"
	if r := check(off, nil); !r.Silenced(finding.Finding{Rule: "consistency"}) || len(r.Problems) > 0 {
		t.Errorf("the front matter does not silence it: %+v", r.Problems)
	}
	if r := check("# Store\n", map[string]finding.Severity{"consistency": finding.Off}); !r.Silenced(finding.Finding{Rule: "consistency"}) {
		t.Error("the workspace does not silence it")
	}
	if r := check("# Store\n\n<!-- designls-ignore consistncy: known -->\nText.\n", nil); len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Message, `"consistency"`) {
		t.Errorf("a slip is passed over: %+v", r.Problems)
	}
}

// TestAllThatAModelMayReportHasAPage holds the schema of the reply against the pages.
func TestAllThatAModelMayReportHasAPage(t *testing.T) {
	schema, _ := prompts.Schema("findings")
	_, list, _ := strings.Cut(strings.Join(strings.Fields(string(schema)), ""), `"enum":[`)
	list, _, _ = strings.Cut(list, "]")
	ids := strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune("\", \n", r) })
	if len(ids) < 10 {
		t.Fatalf("the schema has %q", ids)
	}
	for _, id := range ids {
		_, rule := rules.Find(id)
		if _, byModel := rules.FindByModel(id); byModel == rule {
			t.Errorf("%s: by a rule %v, by a model %v", id, rule, byModel)
		}
	}
}
