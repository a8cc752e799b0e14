package reviewer

import (
	"slices"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// arithmetic are the rules that check numbers; they hold for what a model writes as
// for what an author does.
var arithmetic = []string{"estimate", "unit", "contradiction", "latency-budget", "availability"}

// doubts are what the rules say of the numbers in a draft.
func doubts(markdown string) []string {
	var table []rules.Rule
	for _, rule := range rules.Table() {
		if slices.Contains(arithmetic, rule.ID) {
			table = append(table, rule)
		}
	}
	if len(table) == 0 {
		return nil
	}
	var said []string
	doc := document.Parse(text.NewMapper(markdown), nil)
	for _, f := range rules.NewChecker(table).Check(doc, rules.Environment{Path: "reply.md"}).Findings {
		said = append(said, f.Message)
	}
	return said
}
