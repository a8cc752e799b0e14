package actions

import (
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/reviewer"
)

const limiter = `# Limiter

## Goals

1. A decision takes at most 5 ms at p99.
2. It is 99.9% available.

## Estimates

There are 2 million daily active users. They make 20,000 requests per second.

## Counting

Counters are kept in Redis, since 5 ms allow no disk. Failing goal 2 means that requests pass.

## Failures

When Redis is away, requests pass.

## Colours

They are blue.
`

func TestAChangeNamesWhatDependsOnIt(t *testing.T) {
	tests := []struct {
		change  string
		touched []string // rows, in order
		says    []string
	}{
		{"It is 99.99% available.", []string{"Goals", "Counting", "Failures"}, []string{"at most 52.6 minutes of downtime a year instead of 8.76 hours", "refers to that goal"}},
		{"There are 6 million daily active users.", []string{"Estimates"}, []string{"the new number is 3 times that"}},
		{"Redis is replaced by Memcached.", []string{"Counting", "Failures"}, []string{"names Redis"}},
	}
	for _, test := range tests {
		after, result := apply(t, "apply-change", limiter, prompts.OptionChange, test.change)
		block := parse(after).Block(result.Block)
		if block == nil {
			t.Fatalf("%s: %s", test.change, result.Summary)
		}
		written := block.Markdown(after)
		var rows []string
		for line := range strings.Lines(written) {
			if name, ok := strings.CutPrefix(line, "| ["); ok {
				name, _, _ = strings.Cut(name, "]")
				rows = append(rows, name)
			}
		}
		if strings.Join(rows, ",") != strings.Join(test.touched, ",") {
			t.Errorf("%s: touches %v, want %v\n%s", test.change, rows, test.touched, written)
		}
		for _, want := range test.says {
			if !strings.Contains(written, want) {
				t.Errorf("%s: lacks %q in\n%s", test.change, want, written)
			}
		}
	}
}

func TestAChangeIsReadFromItsHeadingOrRefused(t *testing.T) {
	after, result := apply(t, "apply-change", limiter+"\n## New requirement\n\nIt is 99.99% available.\n")
	if result.Block != "change" || !strings.Contains(after, "([New requirement](#new-requirement))") {
		t.Errorf("%s", result.Summary)
	}
	for change, want := range map[string]string{"": "say what is to change", "The font is Arial.": "nothing in the document states or cites"} {
		if same, result := apply(t, "apply-change", limiter, prompts.OptionChange, change); same != limiter || !strings.Contains(result.Summary, want) {
			t.Errorf("%q: %s", change, result.Summary)
		}
	}
}

func TestAChangeOfWhatWasAnsweredNamesTheAnswer(t *testing.T) {
	content := "# Design Spotify\n\n" + "<!-- designls:begin questions kind=questions -->\n\n## Clarifying questions\n\n**Q1.** How many users are there? (`facts/users`, critical)\n*Decides:* x\n\nAnswer: 300 million active on a day\n\n*Assumed if unanswered:* y\n\n<!-- designls:end questions -->\n"
	after, result := apply(t, "apply-change", content, prompts.OptionChange, "It has to serve 600 million daily users.")
	if !strings.Contains(after, "To be answered again") || !strings.Contains(after, "*300 million active on a day* (Q1)") || !strings.Contains(result.Summary, "1 answer") {
		t.Errorf("%s\n%s", result.Summary, after)
	}
}

// The document names the file of its brief, and says little itself.
func TestABriefOfAnotherFileSaysWhatIsToBeDesigned(t *testing.T) {
	in := Input{Doc: parse("# A plan\n"), Path: "plan.md", Options: map[string]string{}, Extra: []reviewer.Extra{{Name: "brief.md", Text: "Design a rate limiter for a public API.\n"}}}
	action, err := Find("ask-questions")
	if err != nil {
		t.Fatal(err)
	}
	result, err := action.Run(t.Context(), in)
	if err != nil || len(result.Edits) != 1 || !strings.Contains(result.Edits[0].New, "rate limiter leaves open") {
		t.Errorf("%+v, %v", result, err)
	}
}
