package actions

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/reviewer"
)

// words counts a word as a token.
type words struct{}

func (words) Count(s string) int { return len(strings.Fields(s)) }

// send runs an action with a model and returns the document that comes of it.
func send(t *testing.T, model llm.Model, id, content string, options ...string) (string, Result) {
	t.Helper()
	in := Input{Path: "design.md", Options: map[string]string{}, Reviewer: reviewer.New(reviewer.Options{Model: model, Counter: words{}})}
	for i := 0; i+1 < len(options); i += 2 {
		in.Options[options[i]] = options[i+1]
	}
	return carriedOut(t, id, content, in)
}

func TestAModelSaysOneTurnAtATime(t *testing.T) {
	model := fake.Replies("Two questions: how many users, and where?", "**Reviewer:** I would shard.\n\n## Why\n\nIt fits.\n\n**You:** I agree with everything.", "To sum up: it shards.")
	content, _ := send(t, model, candidateKind, "# Design a rate limiter\n")
	if first := lastTurn(t, content, candidateKind); first.Text != "Two questions: how many users, and where?" {
		t.Errorf("opens with %q", first.Text)
	}
	if same, result := send(t, model, candidateKind, content); same != content || result.Summary != itIsYourTurn {
		t.Errorf("went on: %s", result.Summary)
	}
	content = say(t, content, candidateKind, "2 million, in one region.")
	content, _ = send(t, model, candidateKind, content)
	second := lastTurn(t, content, candidateKind)
	if !strings.HasPrefix(second.Text, "I would shard.\n\n### Why") || strings.Contains(content, "I agree with everything") {
		t.Errorf("goes on with %q", second.Text)
	}
	asked := model.Requests()[1].Messages
	if last := asked[len(asked)-1]; last.Role != llm.User || !strings.Contains(last.Content, "2 million, in one region.") {
		t.Errorf("sent %+v", last)
	}
	content = say(t, content, candidateKind, "Thanks.")
	content, _ = send(t, model, candidateKind, content, prompts.OptionFinish, "true")
	if _, open := questions.OpenTurn(parse(content), parse(content).Block(candidateKind)); open {
		t.Error("it is still somebody's turn")
	}
	for _, said := range []string{"2 million, in one region.", "Thanks.", "how many users"} {
		if !strings.Contains(content, said) {
			t.Errorf("lost %q", said)
		}
	}
}

func TestADebriefQuotesOnlyWhatWasSaid(t *testing.T) {
	debrief := map[string]any{
		"scores": []map[string]any{
			{"id": "R2", "score": 3, "evidence": "because reads outnumber writes", "advice": "Name the number."},
			{"id": "R8", "score": 4, "evidence": "drew a fine diagram", "advice": "None."},
		},
		"phases":    []map[string]any{{"name": "estimations", "planned": 10, "used": -1, "comment": "Short."}},
		"strengths": []string{"Clear."}, "improvements": []string{"Failover <b>."}, "verdict": "lean yes", "summary": "It went well.",
	}
	reply, err := json.Marshal(debrief)
	if err != nil {
		t.Fatal(err)
	}
	content, _ := apply(t, interviewerKind, "# Design a rate limiter\n")
	content = say(t, content, interviewerKind, "I cache because reads outnumber writes.")
	content, result := send(t, fake.Replies(string(reply)), interviewerKind, content, prompts.OptionFinish, "true")
	got := lastTurn(t, content, interviewerKind)
	for _, want := range []string{"| R2 | 3 of 4 | “because reads outnumber writes” |", "| R8 | 4 of 4 | – |", "estimations (time unknown): Short.", "Failover &lt;b>.", "**Verdict: lean yes**"} {
		if !strings.Contains(got.Text, want) {
			t.Errorf("lacks %q:\n%s", want, got.Text)
		}
	}
	if got.Note != debriefNote || !strings.Contains(result.Summary, "lean yes") {
		t.Errorf("%+v %s", got.Note, result.Summary)
	}
}
