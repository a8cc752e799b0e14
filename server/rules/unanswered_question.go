package rules

import (
	"cmp"
	"fmt"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var unansweredQuestion = Rule{
	ID:       "unanswered-question",
	Title:    "A critical question without an answer",
	Severity: finding.Information,
	What: "A question in a questions block that is marked critical, because a decision flips on it, and under which nothing is written after `Answer:`. " +
		"Open questions that the author lists in the document's own words are left alone: naming them is good practice.",
	Why: "Until it is answered the design rests on an assumption. Whoever knows the answer should see that it is asked for, and reviewers should see what is assumed.",
	Bad: `# Notifications

<!-- designls:begin questions kind=questions -->

**Q1.** How many notifications are sent at peak? (` + "`notifications/peak`" + `, critical)
*Decides:* whether one queue is enough.

Answer:

*Assumed if unanswered:* 2,000 a second, as in the launch of last year.

<!-- designls:end questions -->
`,
	Good: `# Notifications

<!-- designls:begin questions kind=questions -->

**Q1.** How many notifications are sent at peak? (` + "`notifications/peak`" + `, critical)
*Decides:* whether one queue is enough.

Answer: 3,500 a second, measured in March.

*Assumed if unanswered:* 2,000 a second, as in the launch of last year.

<!-- designls:end questions -->
`,
	Fixes:    []string{"accept the assumption as the answer"},
	Document: findUnanswered,
}

func findUnanswered(s *Scope) []Placed {
	var found []Placed
	for _, q := range s.questions() {
		if !q.Critical || q.Answered() {
			continue
		}
		found = append(found, Placed{Section: q.section, FixSection: q.section, Finding: unanswered(q)})
	}
	return found
}

func unanswered(q placedQuestion) finding.Finding {
	f := finding.Finding{
		Span:    q.AskSpan,
		Message: fmt.Sprintf("Q%d is critical and has no answer yet.", q.Number),
		Why:     "It decides " + squeezeTo(cmp.Or(q.Decides, "a choice that the design depends on"), 200),
		Options: []string{"Write the answer after \"Answer:\"."},
	}
	if q.Assumed == "" {
		return f
	}
	f.Message = fmt.Sprintf("Q%d is critical and has no answer yet; the design rests on an assumption.", q.Number)
	f.Options = append(f.Options, "Accept what is assumed: "+squeezeTo(q.Assumption(), 200))
	f.Fixes = []finding.Fix{{Title: "Accept the assumption as the answer", Edits: []text.Edit{{Span: q.AnswerSpan, New: " " + q.Assumption()}}}}
	return f
}
