package reviewer

import (
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
)

// Addressed finds text of a document that gives orders to a model which reads it.
// Nothing of it is obeyed, since it goes out inside the fence; yet a reviewer says
// that it is there, whatever rules are switched off.
func Addressed(d *document.Document) []finding.Finding {
	rule, ok := rules.Find("addressed-reviewer")
	if !ok {
		return nil
	}
	return rules.NewChecker([]rules.Rule{rule}).Check(d, rules.Environment{}).Findings
}
