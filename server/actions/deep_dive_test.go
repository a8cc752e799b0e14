package actions

import (
	"errors"
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

const shop = `# Shop

## Requirements

- Orders must never be lost.
- 40 orders a second, 200 ms at p99.

## Design

The API server writes orders to the order database, PostgreSQL, because orders need transactions.
The API server puts each order on Kafka. The mail worker reads orders from Kafka and retries.

## Alternatives

We considered MongoDB, which has no joins. Alternatively, Redis could hold the carts.
`

// at runs an action with a selection.
func at(t *testing.T, id, content, selected string, length int) (string, Result, error) {
	t.Helper()
	start := strings.Index(content, selected)
	if start < 0 {
		t.Fatalf("there is no %q", selected)
	}
	in := Input{Doc: parse(content), Options: map[string]string{}, Selection: text.Span{Start: start, End: start + length}}
	if length > 0 {
		in.Section = in.Doc.SectionAt(start)
	}
	action, err := Find(id)
	if err != nil {
		t.Fatal(err)
	}
	result, err := action.Offline(t.Context(), in)
	if err != nil {
		return content, result, err
	}
	after, err := text.ApplyEdits(content, result.Edits)
	if err != nil {
		t.Fatal(err)
	}
	return after, result, nil
}

func TestDivesIntoWhatIsSelected(t *testing.T) {
	tests := []struct {
		selected string
		length   int
		block    string
		contains []string
	}{
		{"Kafka", 5, "deep-dive-kafka", []string{"Deep dive: Kafka", "What Apache Kafka brings", "**API server** puts the order on **Kafka**"}},
		{"order database", 14, "deep-dive-order-database", []string{"| Failover | not stated |", "What PostgreSQL brings"}},
		{"retries", 0, "", nil},
	}
	for _, test := range tests {
		after, result, err := at(t, "deep-dive", shop, test.selected, test.length)
		var refusal *Refusal
		if test.block == "" {
			if !errors.As(err, &refusal) || !strings.Contains(err.Error(), "known in this document: PostgreSQL") {
				t.Errorf("%s: %v", test.selected, err)
			}
			continue
		}
		if err != nil || result.Block != test.block {
			t.Fatalf("%s: block %q, %v", test.selected, result.Block, err)
		}
		for _, want := range test.contains {
			if !strings.Contains(after, want) {
				t.Errorf("%s: lacks %q in\n%s", test.selected, want, after)
			}
		}
	}
}

func TestABranchIsFollowedAndTickedOff(t *testing.T) {
	content, _ := apply(t, "propose-design", shop)
	branches := questions.Branches(parse(content))
	if len(branches) == 0 || branches[len(branches)-1].Text != "PostgreSQL" {
		t.Fatalf("branches %+v", branches)
	}
	mine := strings.Replace(content, questions.RenderBranch(branches[0].Text, false), questions.RenderBranch(branches[0].Text, false)+"\n- [ ] What about the moon?\n\nMy own note.", 1)
	after, result := apply(t, "deep-dive", mine, prompts.OptionTopic, branches[0].Text)
	d := parse(after)
	if !strings.HasPrefix(result.Block, "deep-dive-") || d.Block(result.Block) == nil {
		t.Fatalf("wrote %q", result.Block)
	}
	now := questions.Branches(d)
	if !now[0].Done || now[1].Done || now[1].Text != "What about the moon?" || !strings.Contains(after, "My own note.") {
		t.Errorf("branches %+v in\n%s", now, after)
	}
	again, _ := apply(t, "propose-design", after)
	if got := questions.Branches(parse(again)); !got[0].Done || len(got) != len(now) {
		t.Errorf("proposing again: %+v", got)
	}
	unknown, refused := apply(t, "deep-dive", after, prompts.OptionTopic, "What about the moon?")
	if unknown != after || !strings.Contains(refused.Summary, "takes a model") {
		t.Errorf("an unknown branch: %s", refused.Summary)
	}
}

func TestJustifiesWhatIsChosenAndNotWhatWasRejected(t *testing.T) {
	whole, _ := apply(t, "justify-technology", shop)
	if !strings.Contains(whole, "### PostgreSQL") || !strings.Contains(whole, "### Apache Kafka") || strings.Contains(whole, "### MongoDB") || strings.Contains(whole, "### Redis") {
		t.Errorf("cards for\n%s", whole)
	}
	if !strings.Contains(whole, "| MongoDB |") || strings.Contains(whole, "such as MySQL") {
		t.Error("does not see that MongoDB was weighed")
	}
	given, _ := apply(t, "justify-technology", strings.Replace(shop, ", because orders need transactions", ". PostgreSQL is given", 1))
	if !strings.Contains(given, "It is a constraint, not a choice: “PostgreSQL is given.”") || strings.Contains(given, "Why PostgreSQL, in terms") {
		t.Errorf("asks why it is given\n%s", given)
	}
	if !strings.Contains(whole, "because orders need transactions.” ([Design](#design))") {
		t.Error("does not quote the reason")
	}
	one, result, err := at(t, "justify-technology", shop, "PostgreSQL", 0)
	if err != nil || result.Block != "technology-postgresql" || strings.Contains(one, "Kafka**") || !strings.Contains(one, "## Why PostgreSQL") {
		t.Errorf("at the cursor: %q %v", result.Block, err)
	}
}

func TestPatternsAreMatchedToProblems(t *testing.T) {
	after, _ := apply(t, "match-patterns", shop)
	for _, want := range []string{"| Idempotent writes | “The mail worker reads orders from Kafka and retries.”", "| Durable data | “Orders must never be lost.” ([Requirements](#requirements)) | **none found** |", "### Durable data: how to apply it"} {
		if !strings.Contains(after, want) {
			t.Errorf("lacks %q in\n%s", want, after)
		}
	}
}
