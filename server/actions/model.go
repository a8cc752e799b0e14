package actions

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/reviewer"
)

// assignment is what a model is asked to do for an action.
type assignment struct {
	*material
	prompt prompts.Prompt
	base   draft // what is made of it offline; it says where the block belongs
}

// modelRuns are the actions that need more with a model than the result of their
// prompt says.
var modelRuns = map[string]func(context.Context, *assignment) (draft, error){
	"ask-questions": modelQuestions,
	"summarize":     modelSummary,
	"fix-diagram":   modelFix,
	"apply-change":  modelChange,

	"propose-design": modelDesign,
	"deep-dive":      modelDive,

	"diagram-latency":  byProgram(diagramLatency),
	"diagram-capacity": byProgram(diagramCapacity),
}

// modelResults are what is done with a model by the result of a prompt.
var modelResults = map[string]func(context.Context, *assignment) (draft, error){
	prompts.Block:    modelBlock,
	prompts.Findings: modelFindings,
	prompts.Graph:    modelGraph,
	prompts.Edit:     modelChange,
	prompts.Turn:     modelTurn,
}

// byModel makes the draft of an action with the reviewer of the input. What the
// program makes offline tells where it belongs.
func byModel(p prompts.Prompt, offline run) run {
	make, ok := modelRuns[p.ID]
	if !ok {
		make = modelResults[p.Result]
	}
	return func(ctx context.Context, m *material) (draft, error) {
		base, err := offline(ctx, m)
		var refusal *Refusal
		if err != nil && !errors.As(err, &refusal) {
			return draft{}, err
		}
		return make(ctx, &assignment{m, p, base})
	}
}

// task is what the reviewer gets to know.
func (a *assignment) task() reviewer.Task {
	t := reviewer.Task{
		Prompt: a.prompt, Doc: a.doc, Path: a.in.Path, Section: a.in.Section, Selection: a.in.Selection,
		Report: a.in.Report, Decided: a.in.Decided, Extra: a.in.Extra, Options: a.in.Options,
	}
	if a.prompt.DoesRead(prompts.ReadGraph) {
		t.Graph = func() *diagram.Graph { return a.graph() }
	}
	if a.prompt.DoesRead(prompts.ReadEstimates) {
		for _, lines := range [][]string{a.throughput(), a.ratio(), a.traffic(), a.storage(), a.memory()} {
			t.Derived = append(t.Derived, lines...)
		}
	}
	if block := a.earlier(); block != nil {
		t.Earlier = strings.TrimSpace(block.Markdown(a.doc.Text.Content()))
	}
	return t
}

// earlier is the block that the action wrote before.
func (a *assignment) earlier() *document.Block {
	if a.base.id != "" {
		return a.doc.Block(a.base.id)
	}
	return a.doc.Block(blockID(a.in, a.prompt.Kind))
}

// report tells how far the reviewer is.
func (a *assignment) report(p reviewer.Progress) { a.in.report(p) }

// placed is a draft by the model, at the place of the one that was made offline.
func (a *assignment) placedLike(body, summary string) draft {
	d := a.base
	d.body, d.kept, d.merged, d.findings, d.edits, d.text = body, "", false, nil, nil, ""
	d.summary, d.author = summary, a.in.Reviewer.Name()
	return d
}

// modelBlock has the model write a block.
func modelBlock(ctx context.Context, a *assignment) (draft, error) {
	p, err := a.in.Reviewer.Prose(ctx, a.task(), a.report)
	if err != nil {
		return draft{}, err
	}
	return a.placedLike(p.Markdown, a.wrote(p)), nil
}

// wrote says what has come of a request for prose.
func (a *assignment) wrote(p reviewer.Prose) string {
	said := fmt.Sprintf("%s: written by %s%s.", a.prompt.Title, a.in.Reviewer.Name(), tokens(p.Usage))
	if len(p.Lacks) > 0 {
		said += fmt.Sprintf(" It left out %s, though it was asked twice.", strings.Join(p.Lacks, ", "))
	}
	if doubts := doubtful(p.Markdown); len(doubts) > 0 {
		said += " Check its numbers: " + strings.Join(doubts, " ")
	}
	return said
}

func tokens(u llm.Usage) string {
	if u.Total() == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d tokens read, %d written)", u.Prompt, u.Completion)
}

// word makes a name fit for an attribute of a marker.
func word(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '.' || r == '_' || r == '/' || r == ':' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '-'
	}, strings.ReplaceAll(name, "--", "-"))
}

// ForPrompt makes an action of a prompt of a team, which only a model can carry out.
func ForPrompt(p prompts.Prompt) Action {
	return newAction(p, func(context.Context, *material) (draft, error) {
		return draft{}, &Refusal{Reason: fmt.Sprintf("%q is a prompt of your team's and needs a model: set the engine to openai or editor", p.ID)}
	})
}
