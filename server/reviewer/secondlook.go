package reviewer

import (
	"context"
	"slices"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
)

// numberedFinding is a finding as the model is shown it once more.
type numberedFinding struct {
	Number                        int
	Severity, Quote, Message, Why string
}

// verdictsReply is the reply of the schema "verdicts".
type verdictsReply struct {
	Verdicts []struct {
		Number  int    `json:"number"`
		Verdict string `json:"verdict"`
	} `json:"verdicts"`
}

func (*verdictsReply) leftOut(int) {} // a finding without a verdict stands

const schemaVerdicts = "verdicts"

// secondLook has the model refute those of its findings that do not hold. When it
// cannot be asked, they stand: they have passed every other check.
func (t *talk) secondLook(ctx context.Context, found []finding.Finding, dropped *Dropped) []finding.Finding {
	schema, ok := prompts.Schema(schemaVerdicts)
	if len(found) == 0 || !ok {
		return found
	}
	var list []numberedFinding
	for i, f := range found {
		list = append(list, numberedFinding{i + 1, f.Severity.String(), t.hide(f.Quote), t.hide(f.Message), t.hide(f.Why)})
	}
	question, err := prompts.FollowUp("second-look", map[string]any{"Findings": list})
	if err != nil {
		return found
	}
	t.tell.doing("Looking at the findings once more")
	ctx, attempt := llm.Begin(ctx)
	reply, err := t.quoted(found).again(ctx, question, &llm.Schema{Name: schemaVerdicts, JSON: schema})
	var verdicts verdictsReply
	if err == nil {
		err = decodeReply(reply, schema, nil, &verdicts)
	}
	attempt.End(err == nil)
	t.settle()
	if err != nil {
		return found
	}
	refuted := map[int]bool{}
	for _, v := range verdicts.Verdicts {
		refuted[v.Number] = v.Verdict == "refute"
	}
	var kept []finding.Finding
	for i, f := range found {
		if refuted[i+1] {
			dropped.Refuted++
			continue
		}
		kept = append(kept, f)
	}
	return kept
}

// quoted is the talk with no more of the document than the findings quote, and what
// refers to that. The talk itself goes on where that would not be less.
func (t *talk) quoted(found []finding.Finding) *talk {
	task := t.task
	task.Only = nil
	for _, f := range found {
		task.Only = append(task.Only, task.Doc.SectionAt(f.Span.Start))
	}
	brief, err := NewBrief(task, t.counter, t.model.Window())
	more := slices.ContainsFunc(brief.Sent(), func(s *document.Section) bool { return !slices.Contains(t.brief.Sent(), s) })
	if err != nil || more || brief.Tokens >= t.brief.Tokens { // nothing goes out that was not agreed to
		return t
	}
	t.reduced = &talk{model: t.model, task: task, brief: brief, tell: t.tell, last: t.last}
	return t.reduced
}

// hide takes secrets out of what goes back to the model.
func (t *talk) hide(s string) string { return t.brief.Vault.Hide(s) }
