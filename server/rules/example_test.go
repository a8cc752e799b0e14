package rules_test

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// A rule of one's own is a value; it runs beside those of the table.
func ExampleRule() {
	synergy := rules.Rule{
		ID: "synergy", Title: "A word that says nothing", Severity: finding.Hint,
		Section: func(s *rules.Scope) (found []finding.Finding) {
			if at := strings.Index(s.Lower(), "synergy"); at >= 0 {
				found = append(found, finding.Finding{
					Span:    text.Span{Start: at, End: at + len("synergy")},
					Message: "\"Synergy\" does not say what works together, and how.",
				})
			}
			return found
		},
	}
	doc := document.Parse(text.NewMapper("# Feed\n\nTBD\n\n## Caching\n\nThe synergy of both caches. `synergy` is a flag.\n"), nil)
	checker := rules.NewChecker(append(rules.Table(), synergy))
	for _, f := range checker.Check(doc, rules.Environment{}).Findings {
		fmt.Println(f.Rule, f.Severity, f.Section, f.Quote)
	}
	// Output:
	// placeholder warning Feed TBD
	// synergy hint Feed > Caching synergy
}
