package actions

import (
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// say writes into the open turn of a conversation.
func say(t *testing.T, content, kind, words string) string {
	t.Helper()
	d := parse(content)
	turn, open := questions.OpenTurn(d, d.Block(kind))
	if !open {
		t.Fatalf("it is not the author's turn in\n%s", content)
	}
	said, err := text.ApplyEdits(content, []text.Edit{{Span: text.Span{Start: turn.TextSpan.End, End: turn.TextSpan.End}, New: " " + words}})
	if err != nil {
		t.Fatal(err)
	}
	return said
}

func lastTurn(t *testing.T, content, kind string) questions.Turn {
	t.Helper()
	d := parse(content)
	turns := questions.Turns(d, d.Block(kind))
	for i := len(turns) - 1; i >= 0; i-- {
		if turns[i].Speaker == questions.Reviewer {
			return turns[i]
		}
	}
	t.Fatal("the reviewer has said nothing")
	return questions.Turn{}
}

func TestAnInterviewGoesThroughItsTimeBoxesAndCloses(t *testing.T) {
	content, _ := apply(t, interviewerKind, "# Design a rate limiter\n")
	if first := lastTurn(t, content, interviewerKind); !strings.Contains(first.Text, "Design a rate limiter") || first.Note != "feature expectations, minutes 0-5" {
		t.Errorf("begins with %+v", first)
	}
	if again, result := apply(t, interviewerKind, content); again != content || result.Summary != itIsYourTurn {
		t.Errorf("went on without an answer: %s", result.Summary)
	}
	answers := []string{
		"Users can call the API; I would support limits per key. Out of scope: billing.",
		"Many people.", // asks for a number
		"2 million daily active users.",
		"20,000 requests a second, 60,000 at the peak.",
	}
	var boxes []string
	for i := 0; i < 30; i++ {
		words := "We shard by key because 3 replicas then fail over in 5 ms."
		if i < len(answers) {
			words = answers[i]
		}
		content = say(t, content, interviewerKind, words)
		content, _ = apply(t, interviewerKind, content)
		last := lastTurn(t, content, interviewerKind)
		if i == 1 && last.Text != putANumber {
			t.Errorf("after an answer without a number: %q", last.Text)
		}
		if box, _, _ := strings.Cut(last.Note, ","); len(boxes) == 0 || boxes[len(boxes)-1] != box {
			boxes = append(boxes, box)
		}
		if last.Note == "debrief" {
			break
		}
	}
	want := "feature expectations, estimations, design goals, high-level design, deep dive, justify, debrief"
	if got := strings.Join(boxes, ", "); got != want {
		t.Errorf("boxes %s", got)
	}
	debrief := lastTurn(t, content, interviewerKind).Text
	for _, want := range []string{"| Feature expectations: what is left out | yes |", "| Estimations: memory | no | – |", "“2 million daily active users", "a model would score"} {
		if !strings.Contains(debrief, want) {
			t.Errorf("the debrief lacks %q:\n%s", want, debrief)
		}
	}
	for _, said := range answers {
		if !strings.Contains(content, said) {
			t.Errorf("lost the answer %q", said)
		}
	}
	if after, _ := apply(t, interviewerKind, content); after != content {
		t.Error("went on after the end")
	}
}

func TestAnInterviewKeepsTheTime(t *testing.T) {
	content, _ := apply(t, interviewerKind, "# Design a rate limiter\n")
	content = say(t, content, interviewerKind, "I begin with 3 questions.")
	late, _ := apply(t, interviewerKind, content, prompts.OptionMinutes, "31")
	if got := lastTurn(t, late, interviewerKind).Note; got != "deep dive, minutes 30-50" {
		t.Errorf("after 31 minutes: %s", got)
	}
	done, _ := apply(t, interviewerKind, content, prompts.OptionFinish, "true")
	if got := lastTurn(t, done, interviewerKind).Note; got != "debrief" {
		t.Errorf("when finished: %s", got)
	}
}

func TestACandidateAsksAndThenNeedsAModel(t *testing.T) {
	content, _ := apply(t, candidateKind, "# Notes\n", prompts.OptionProblem, "Design Uber")
	first := lastTurn(t, content, candidateKind)
	if !strings.Contains(first.Text, "design Uber, a ride dispatch") || !strings.Contains(first.Text, "\n2. ") {
		t.Errorf("asks %q", first.Text)
	}
	answered := say(t, content, candidateKind, "One city, 10,000 drivers.")
	after, result := apply(t, candidateKind, answered)
	if after != answered || !strings.Contains(result.Summary, "takes a model") {
		t.Errorf("answered: %s", result.Summary)
	}
}

func TestPractiseNeedsAProblem(t *testing.T) {
	for _, id := range []string{candidateKind, interviewerKind, "walkthrough"} {
		content, result := apply(t, id, "# RFC 7: rename a field\n\n## Motivation\n\nThe name `foo` of the field is misleading to everyone who reads the code for the first time.\n")
		if strings.Contains(content, "designls:begin") || !strings.Contains(result.Summary, "no problem of a known kind") {
			t.Errorf("%s: %s", id, result.Summary)
		}
	}
}

// TestADebriefKeepsAcronymsInCapitals: what follows a colon is written small, APIs are not.
func TestADebriefKeepsAcronymsInCapitals(t *testing.T) {
	now := time.Date(2030, 1, 1, 20, 0, 0, 0, time.UTC)
	asked, _ := interviewAt(t, "# Design a rate limiter\n", now, nil, nil)
	closed, _ := interviewAt(t, asked, now, map[string]string{prompts.OptionFinish: "true"}, nil)
	for _, row := range []string{"| High-level design: APIs |", "| High-level design: schema |"} {
		if !strings.Contains(closed, row) {
			t.Errorf("no row %q in:\n%s", row, closed)
		}
	}
}
