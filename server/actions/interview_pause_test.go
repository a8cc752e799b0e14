package actions

import (
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/reviewer"
)

// interviewAt goes on with an interview at some time.
func interviewAt(t *testing.T, content string, now time.Time, options map[string]string, who *reviewer.Reviewer) (string, Result) {
	t.Helper()
	return carriedOut(t, interviewerKind, content, Input{Options: options, Now: now, Reviewer: who})
}

// TestAnInterviewThatWasPausedGoesOnWhereItWas: a night between two answers takes no time.
func TestAnInterviewThatWasPausedGoesOnWhereItWas(t *testing.T) {
	began := time.Date(2030, 1, 1, 20, 0, 0, 0, time.UTC)
	stop, morning := began.Add(7*time.Minute), began.Add(12*time.Hour)
	pause, resume := map[string]string{prompts.OptionPause: "true"}, map[string]string{prompts.OptionPause: "false"}
	content, _ := interviewAt(t, "# Design a rate limiter\n", began, nil, nil)
	content = say(t, content, interviewerKind, "Limits per key, for 2 million daily users.")
	running := content

	content, result := interviewAt(t, content, stop, pause, nil)
	if !strings.Contains(content, " began=2030-01-01T20:00:00Z paused=2030-01-01T20:07:00Z ") || !strings.Contains(result.Summary, "stopped in minute 7") {
		t.Fatalf("%s\n%s", result.Summary, content)
	}
	if _, runs := InterviewClock(parse(content), func() time.Time { return morning }); runs {
		t.Error("the clock runs while it is paused")
	}
	if again, r := interviewAt(t, content, morning, pause, nil); again != content || !strings.Contains(r.Summary, "stopped already") {
		t.Errorf("paused twice: %s", r.Summary)
	}
	if again, r := interviewAt(t, running, stop, resume, nil); again != running || !strings.Contains(r.Summary, "running already") {
		t.Errorf("resumed while it runs: %s", r.Summary)
	}

	resumed, result := interviewAt(t, content, morning, resume, nil)
	_, said, _ := strings.Cut(running, "-->")
	if !strings.Contains(resumed, " began=2030-01-02T07:53:00Z -->") || !strings.HasSuffix(resumed, said) || !strings.Contains(result.Summary, "runs again, from minute 7") {
		t.Errorf("%s\n%s", result.Summary, resumed)
	}
	sent, _ := interviewAt(t, content, morning, nil, nil)
	clock, runs := InterviewClock(parse(sent), func() time.Time { return morning })
	if turn := lastTurn(t, sent, interviewerKind); turn.Note != "estimations, minutes 5-15" || !runs || morning.Sub(clock.Began) != 7*time.Minute {
		t.Errorf("went on with %+v, clock %+v", turn, clock)
	}
}

// TestPausingAsksNoModel, and keeps what the model has said.
func TestPausingAsksNoModel(t *testing.T) {
	began := time.Date(2030, 1, 1, 20, 0, 0, 0, time.UTC)
	m := fake.Replies("Design a rate limiter. How would you begin?")
	who := reviewer.New(reviewer.Options{Model: m, Counter: words{}})
	content, _ := interviewAt(t, "# Design a rate limiter\n", began, nil, who)
	paused, _ := interviewAt(t, content, began.Add(time.Minute), map[string]string{prompts.OptionPause: "true"}, who)
	if want := strings.Replace(content, "began=2030-01-01T20:00:00Z", "began=2030-01-01T20:00:00Z paused=2030-01-01T20:01:00Z", 1); paused != want || len(m.Requests()) != 1 {
		t.Errorf("%d requests\n%s", len(m.Requests()), paused)
	}
	if same, r := interviewAt(t, "# Design\n", began, map[string]string{prompts.OptionPause: "true"}, who); same != "# Design\n" || !strings.Contains(r.Summary, "no interview with a clock") {
		t.Errorf("%s\n%s", r.Summary, same)
	}
}

// TestAnInterviewWithEditedMarkersGoesOn holds that no interview begins after now, which
// would stop its clock for good.
func TestAnInterviewWithEditedMarkersGoesOn(t *testing.T) {
	began := time.Date(2030, 1, 1, 20, 0, 0, 0, time.UTC)
	later := began.Add(time.Hour)
	content, _ := interviewAt(t, "# Design a rate limiter\n", began, nil, nil)
	content, _ = interviewAt(t, content, began.Add(time.Minute), map[string]string{prompts.OptionPause: "true"}, nil)
	for _, paused := range []string{"2020-01-01T00:00:00Z", "2040-01-01T00:00:00Z"} {
		edited := strings.Replace(content, "paused=2030-01-01T20:01:00Z", "paused="+paused, 1)
		resumed, _ := interviewAt(t, edited, later, map[string]string{prompts.OptionPause: "false"}, nil)
		if clock, runs := InterviewClock(parse(resumed), func() time.Time { return later }); !runs || clock.Began.After(later) {
			t.Errorf("paused=%s: clock %+v", paused, clock)
		}
	}
}
