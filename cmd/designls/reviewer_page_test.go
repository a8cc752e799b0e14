package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
)

// behavior is a line of the specification of the reviewer, and where it is done
// beside the prompts, which say so themselves.
type behavior struct {
	id, what string
	code     []string // what does it without a model, and what checks the replies of one
	tests    []string
}

// behaviors are all of the reviewer: how it is, how a design grows, and the other
// ways of working.
var behaviors = []behavior{
	{"R1", "Talks to staff engineers as one of them; weighs the qualities of a system against each other",
		[]string{"prompts/persona.md", "server/knowledge/dichotomies.yaml"}, []string{"prompts/prompts_test.go"}},
	{"R2", "Says which option is favoured, and why it fits here",
		[]string{"prompts/shared/decisions.md", "prompts/schemas/findings.json", "server/knowledge/facts.yaml"}, []string{"prompts/schema_test.go"}},
	{"R3", "Stands on the books of the field",
		[]string{"prompts/persona.md", "server/knowledge/books.yaml"}, []string{"prompts/prompts_test.go"}},
	{"R4", "Overview first; recap with complicating factors last",
		[]string{"server/actions/overview.go", "server/actions/recap.go", "server/reviewer/parts.go"}, []string{"server/actions/golden_test.go", "server/reviewer/clean_test.go"}},
	{"R5", "Walks the main path, and keeps a list of side branches",
		[]string{"server/questions/branch.go", "server/actions/branches.go", "server/actions/deep_dive.go"}, []string{"server/questions/branch_test.go", "server/actions/deep_dive_test.go"}},
	{"R6", "Justifies a technology by concepts, tradeoffs, the case and the alternatives",
		[]string{"server/knowledge/technology.go", "server/actions/justify_technology.go", "server/reviewer/context_known.go"}, []string{"server/actions/golden_test.go"}},
	{"R7", "Says when an either-or is none, and lays out the further options",
		[]string{"server/rules/false_dichotomy.go", "server/actions/find_dichotomies.go"}, []string{"server/rules/false_dichotomy_test.go"}},
	{"R8", "Draws where a picture helps: mermaid first, SVG where that is too constrained",
		[]string{"server/diagram/draw", "server/diagram/svg", "server/reviewer/graph_build.go", "server/reviewer/grammar.go"}, []string{"server/actions/diagram_test.go"}},
	{"R9", "Recognises the recurring patterns, and shows how to apply them",
		[]string{"server/knowledge/pattern.go", "server/knowledge/patterns.go", "server/actions/match_patterns.go"}, []string{"server/actions/golden_test.go"}},
	{"R10", "Can be challenged on any concept",
		[]string{"server/actions/deep_dive.go", "server/knowledge/patterns.go"}, []string{"server/actions/deep_dive_test.go"}},
	{"P1", "Clarifying questions, ranked by which decision flips; all that matter, or the two or three most pertinent",
		[]string{"server/actions/askquestions.go", "server/actions/model_questions.go", "server/knowledge/systems"}, []string{"server/actions/golden_test.go"}},
	{"P2", "Answers stand under the questions; what stays open has an assumption, its reason and its impact",
		[]string{"server/questions/questions.go", "server/rules/unanswered_question.go"}, []string{"server/questions/questions_test.go"}},
	{"P3", "Feature expectations and estimations, with their time-boxes",
		[]string{"server/actions/summarize.go", "server/actions/derived.go", "server/estimate/derive.go", "server/actions/model_numbers.go"}, []string{"server/estimate/derive_test.go", "server/actions/golden_test.go"}},
	{"P4", "Goals, high-level design, deep dive, justification, with both diagrams",
		[]string{"server/actions/propose_design.go", "server/actions/justify_latency.go", "server/reviewer/parts.go"}, []string{"server/actions/golden_test.go", "server/reviewer/clean_test.go"}},
	{"P5", "The component checklist",
		[]string{"prompts/shared/checklist.md", "server/knowledge/components.yaml", "server/actions/check_components.go"}, []string{"server/actions/catalogue_test.go", "prompts/prompts_test.go"}},
	{"P6", "New requirements update the affected parts only, and say what changed and why",
		[]string{"server/actions/apply_change.go", "server/actions/dependents.go", "server/reviewer/edits.go", "server/rules/stale_block.go"}, []string{"server/actions/apply_change_test.go"}},
	{"M1", "Guided walkthrough in ten steps",
		[]string{"server/actions/walkthrough.go"}, []string{"server/actions/catalogue_test.go"}},
	{"M2", "Mock candidate: asks, waits, presents, iterates",
		[]string{"server/actions/interview.go", "server/actions/model_turn.go", "server/questions/turn.go"}, []string{"server/actions/interview_test.go", "server/actions/model_turn_test.go"}},
	{"M3", "Mock interviewer: asks, follows up, keeps the time, closes with a scored debrief",
		[]string{"server/actions/interview.go", "server/actions/debrief.go", "prompts/schemas/scores.json"}, []string{"server/actions/interview_test.go", "server/actions/model_turn_test.go"}},
	{"M4", "Whiteboard diagram with few boxes, bottlenecks and a legend",
		[]string{"server/actions/diagram_whiteboard.go", "server/diagram/draw/whiteboard.go"}, []string{"server/actions/diagram_test.go"}},
	{"M5", "A diagram told in words",
		[]string{"server/actions/describe_diagram.go", "server/actions/describe_steps.go"}, []string{"server/actions/describe_steps_test.go"}},
	{"M6", "The problem may come from another file: `brief:` in front matter, or the option `brief`",
		[]string{"server/workspace/brief.go", "server/reviewer/context_material.go"}, []string{"server/workspace/brief_test.go"}},
}

// checks are what a reply of a model has to pass before anything of it reaches a
// document, and where.
var checks = []behavior{
	{"", "A finding quotes the document, exactly or but for white space and markup; no quote, no finding", []string{"server/reviewer/quote.go"}, []string{"server/reviewer/quote_test.go"}},
	{"", "A diagram parses under mermaid's own grammar; where it can, a model returns a graph that the program draws", []string{"server/reviewer/grammar.go", "server/reviewer/graph_build.go"}, []string{"server/reviewer/clean_test.go"}},
	{"", "A structured reply follows its schema", []string{"server/reviewer/schema.go"}, []string{"server/reviewer/reply_test.go", "prompts/schema_test.go"}},
	{"", "Promised parts are there; what is missing is asked for once, by name", []string{"server/reviewer/parts.go", "prompts/follow-up/missing-parts.md"}, []string{"server/reviewer/clean_test.go"}},
	{"", "Arithmetic goes through the checker of the author's numbers", []string{"server/actions/model_numbers.go"}, []string{"server/actions/model_numbers_test.go"}},
	{"", "Text in a document that addresses the reviewer is a finding, and never an instruction", []string{"server/reviewer/context_message.go", "server/rules/addressed_reviewer.go"}, []string{"server/reviewer/context_test.go", "server/rules/addressed_reviewer_test.go"}},
	{"", "Secrets do not leave the machine", []string{"server/reviewer/secrets.go", "server/reviewer/secrets_find.go"}, []string{"server/reviewer/secrets_test.go"}},
	{"", "A document with `local-only: true` is not sent", []string{"server/reviewer/context.go"}, []string{"server/reviewer/context_test.go"}},
}

// reviewerPage is docs/reviewer.md.
func reviewerPage() string {
	var b strings.Builder
	b.WriteString(reviewerHead)
	for _, part := range []struct{ title, prefix string }{{"Who it is", "R"}, {"How a design grows", "P"}, {"The other ways of working", "M"}} {
		fmt.Fprintf(&b, "## %s\n\n| id | what | asked for by | done and checked in | tests |\n|---|---|---|---|---|\n", part.title)
		for _, x := range behaviors {
			if strings.HasPrefix(x.id, part.prefix) {
				fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", x.id, x.what, listed(askedBy(x.id), actionLink), listed(x.code, fileLink), listed(x.tests, fileLink))
			}
		}
		b.WriteString("\n")
	}
	b.WriteString("## Checked, not hoped\n\n| what | where | tests |\n|---|---|---|\n")
	for _, x := range checks {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", x.what, listed(x.code, fileLink), listed(x.tests, fileLink))
	}
	return b.String()
}

const reviewerHead = `# What the reviewer does, and where

<!-- Generated from the prompts and a table beside them by "make docs". -->

The behaviour of the reviewer is specified in lines that have ids. This page says, for each of
them, which actions ask a model for it, what does it without one and checks what a model
replies, and which tests hold it. What a model would be sent, ` + "`designls prompts show ACTION FILE`" + ` prints.

`

// askedBy are the actions whose prompts stand for a behavior.
func askedBy(id string) []string {
	var ids []string
	for _, p := range prompts.All() {
		if slices.Contains(p.Reviewer, id) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

func listed(names []string, link func(string) string) string {
	var links []string
	for _, n := range names {
		links = append(links, link(n))
	}
	return strings.Join(links, ", ")
}

func actionLink(id string) string { return "[`" + id + "`](../prompts/" + id + ".md)" }

func fileLink(path string) string { return "[`" + path + "`](../" + path + ")" }

func TestEveryBehaviorIsDoneSomewhere(t *testing.T) {
	var ids []string
	for _, x := range slices.Concat(behaviors, checks) {
		ids = append(ids, x.id)
		if x.id != "" && len(askedBy(x.id)) == 0 {
			t.Errorf("no prompt asks for %s", x.id)
		}
		for _, path := range slices.Concat(x.code, x.tests) {
			if _, err := os.Stat(filepath.Join("..", "..", path)); err != nil {
				t.Errorf("%s: %v", x.id, err)
			}
		}
	}
	for prefix, last := range map[string]int{"R": 10, "P": 6, "M": 6} {
		for n := 1; n <= last; n++ {
			if id := fmt.Sprintf("%s%d", prefix, n); !slices.Contains(ids, id) {
				t.Errorf("%s is missing", id)
			}
		}
	}
	for _, p := range prompts.All() {
		for _, id := range p.Reviewer {
			if !slices.Contains(ids, id) {
				t.Errorf("the prompt %s names %s, which there is not", p.ID, id)
			}
		}
	}
}
