package reviewer

import (
	"context"

	"github.com/designls/designls/prompts"
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
	reply, err := t.again(ctx, question, &llm.Schema{Name: schemaVerdicts, JSON: schema})
	var verdicts verdictsReply
	if err == nil {
		err = decodeReply(reply, schema, &verdicts)
	}
	attempt.End(err == nil)
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

// hide takes secrets out of what goes back to the model.
func (t *talk) hide(s string) string { return t.brief.Vault.Hide(s) }
