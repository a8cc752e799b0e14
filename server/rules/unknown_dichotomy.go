package rules

import (
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

var (
	twoOnly = []string{"only two options", "only two choices", "only two alternatives", "only two possibilities", "only two approaches", "only two paths forward", "only two ways forward",
		"either we", "no third option", "no third way", "no third choice", "no third alternative", "no middle ground", "no in between", "no in-between", "nothing in between"}
	counting = setOf("two third middle between in-between either")
	reasoned = setOf("because since ?")
	havers   = setOf("we us our is are")
)

// unknownDichotomy finds sentences that say outright that there are two options,
// about something the knowledge base has nothing on.
func unknownDichotomy(s *Scope, sentence int, ws tokens) (finding.Finding, bool) {
	if !ws.has(0, len(ws), counting) || ws.has(0, len(ws), reasoned) {
		return finding.Finding{}, false
	}
	said := joined(ws)
	for _, claim := range twoOnly {
		at := strings.Index(said, claim)
		if at < 0 || !ws.has(0, len(ws), havers) || claim == "either we" && !strings.Contains(said, " or we ") {
			continue
		}
		first := len(strings.Fields(said[:at]))
		span := text.Span{Start: ws[first].span.Start, End: ws[min(len(ws), first+len(strings.Fields(claim)))-1].span.End}
		if considersMore(s, knowledge.Dichotomy{}, span) || optionsListed(s.Content(), sentence) > 2 {
			return finding.Finding{}, false
		}
		return finding.Finding{
			Span: span, Severity: finding.Hint,
			Message: "This says that there are two options and no more; name at least one other, or say why none can work.",
			Why:     "Between two options there is mostly a third: a blend, a choice per kind of request or data, a step on the way, or leaving things as they are.",
			Options: []string{"Split the decision: by data, by operation, by tenant or by phase.", "Look for a blend that takes part of each.", "Add doing nothing for now, with what that costs.", "Say in a sentence why nothing else can work."},
		}, true
	}
	return finding.Finding{}, false
}
