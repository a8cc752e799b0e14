package actions

import (
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
)

// summed is a summary with every part that is promised, and a mark.
func summed(mark string) string {
	return "## Feature expectations [5 min]\n\n- **Use cases**: " + mark + "\n- **Scenarios not covered**: none.\n- **Who will use it**: shops.\n- **How many**: 10.\n- **Usage patterns**: even.\n\n" +
		"## Estimations [10 min]\n\n- **Throughput**: 1.\n- **Latency**: 2.\n- **Read/write ratio**: 3.\n- **Traffic**: 4.\n- **Storage**: 5.\n- **Memory**: 6.\n"
}

// longStore is a document of twenty sections, with two questions.
func longStore() string {
	var b strings.Builder
	b.WriteString("# Store\n\nA store of orders.\n")
	for i := range 20 {
		fmt.Fprintf(&b, "\n## Part %c\n\n", 'A'+i)
		for j := range 12 {
			fmt.Fprintf(&b, "Worker %d%c reads the orders of region %d and writes them to its own table. ", j, 'a'+i, j)
		}
		b.WriteString("\n")
	}
	return b.String() + "\n<!-- designls:begin questions kind=questions -->\n\n## Clarifying questions\n\n" +
		"**Q1.** How many orders? (`a`, critical)\n*Decides:* x\n\nAnswer: ten a second\n\n*Assumed if unanswered:* five\n\n" +
		"**Q2.** How long are they kept? (`b`)\n*Decides:* y\n\nAnswer:\n\n*Assumed if unanswered:* a year\n\n<!-- designls:end questions -->\n"
}

// material is what a model was given to read beside its task.
func materialOf(r llm.Request) string { return r.Messages[0].Content }

func tokensOf(r llm.Request) int { return words{}.Count(r.System) + words{}.Count(materialOf(r)) }

func TestASummaryIsBroughtUpToDateWithWhatHasChanged(t *testing.T) {
	model := fake.Replies(summed("first"), summed("second"), summed("third"))
	model.Limits = llm.Window{Context: 128_000}
	content, _ := send(t, model, "summarize", longStore())
	content = strings.Replace(content, "Worker 7c reads", "Clerk 7c rejects", 1)
	content = strings.Replace(content, "Answer:\n", "Answer: nine years\n", 1)
	content, result := send(t, model, "summarize", content)
	first, again := model.Requests()[0], model.Requests()[1]
	sent := materialOf(again)
	for _, want := range []string{"Clerk 7c rejects", "ANSWERED: nine years", "**Use cases**: first", "## Part T"} {
		if !strings.Contains(sent, want) {
			t.Errorf("%q is not sent:\n%s", want, sent)
		}
	}
	for _, old := range []string{"Worker 7d reads", "A store of orders.", "ten a second"} {
		if strings.Contains(sent, old) {
			t.Errorf("what has not changed is sent: %q", old)
		}
		if !strings.Contains(materialOf(first), old) {
			t.Errorf("the first summary does not know %q", old)
		}
	}
	if !strings.Contains(result.Summary, "Only what has changed was sent: 1 section and 1 answer.") || !strings.Contains(content, "**Use cases**: second") {
		t.Errorf("%s\n%s", result.Summary, content)
	}
	t.Logf("%d tokens for the first summary, %d for the second", tokensOf(first), tokensOf(again))
	if 3*tokensOf(again) > 2*tokensOf(first) {
		t.Errorf("%d tokens after %d", tokensOf(again), tokensOf(first))
	}
	// The section that was read the second time, and those of the first, are known now.
	content = strings.Replace(content, "Worker 2q reads", "Nobody 2q reads", 1)
	_, _ = send(t, model, "summarize", content)
	if third := materialOf(model.Requests()[2]); strings.Contains(third, "Clerk 7c") || !strings.Contains(third, "Nobody 2q") || strings.Contains(third, "nine years") {
		t.Errorf("the third time it is sent\n%s", third)
	}
}

func TestASummaryIsWrittenAnewWhenTooMuchHasChanged(t *testing.T) {
	for name, edit := range map[string]func(string) string{
		"most of it":                func(s string) string { return strings.ReplaceAll(s, "orders", "invoices") },
		"a section is gone":         func(s string) string { return cutFrom(s, "## Part D", "## Part E") },
		"a question is gone":        func(s string) string { return cutFrom(s, "**Q2.**", "<!-- designls:end questions") },
		"the marker says nothing":   func(s string) string { return cutFrom(s, " read=", " -->") },
		"the marker cannot be read": func(s string) string { return strings.Replace(s, " read=", " read=x", 1) + "\n" },
		"a section gone, one new":   func(s string) string { return cutFrom(s, "## Part D", "## Part E") + "\n## New\n\nNews.\n" },
	} {
		t.Run(name, func(t *testing.T) {
			model := fake.Replies(summed("first"), summed("second"))
			model.Limits = llm.Window{Context: 128_000}
			content, _ := send(t, model, "summarize", longStore())
			_, result := send(t, model, "summarize", edit(content))
			if sent := materialOf(model.Requests()[1]); !strings.Contains(sent, "A store of ") || !strings.Contains(sent, "Worker 11t") || strings.Contains(result.Summary, "Only what") {
				t.Errorf("%s\n%s", result.Summary, sent)
			}
		})
	}
}

func TestNothingIsSentWhenNothingHasChanged(t *testing.T) {
	model := fake.Replies(summed("first"))
	content, _ := send(t, model, "summarize", longStore())
	same, result := send(t, model, "summarize", content)
	if same != content || !strings.Contains(result.Summary, "nothing was sent") {
		t.Errorf("%s", result.Summary)
	}
}

func cutFrom(s, from, to string) string {
	i := strings.Index(s, from)
	return s[:i] + s[i+strings.Index(s[i:], to):]
}
