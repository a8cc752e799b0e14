package server

import (
	"sync"
	"testing"
	"time"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/workspace"
)

// TestRepliesAtTheSameTimeAreCountedOneAfterAnother: what a run has taken by now never
// is what it had taken before.
func TestRepliesAtTheSameTimeAreCountedOneAfterAnother(t *testing.T) {
	const replies = 80_000
	s := &session{}
	r := &run{s: s, arguments: &runArguments{URI: "file:///d.md"}}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range replies / 8 {
				before, _ := s.spending.of("file:///d.md")
				r.spend(t.Context(), "m", llm.Usage{Prompt: 1})
				if now, _ := s.spending.of("file:///d.md"); now.run.Prompt <= before.run.Prompt || now.run != now.all {
					t.Errorf("the run has taken %d of %d, after %d", now.run.Prompt, now.all.Prompt, before.run.Prompt)
				}
			}
		})
	}
	all.Wait()
	if now, session := s.spending.of("file:///d.md"); now.run.Prompt != replies || session.Prompt != replies {
		t.Errorf("counted %d, %d", now.run.Prompt, session.Prompt)
	}
}

// TestAnotherMonthIsLookedUp: a session may be open when one begins.
func TestAnotherMonthIsLookedUp(t *testing.T) {
	now, asked := time.Date(2026, time.January, 31, 12, 0, 0, 0, time.UTC), 0
	s := &session{options: Options{Engine: workspace.EngineOpenAI, Now: func() time.Time { return now }, Month: func(string) (llm.Usage, error) {
		asked++
		return llm.Usage{Prompt: asked}, nil
	}}}
	f := &workspace.Folder{Root: "/w"}
	for step, want := range []int{1, 1, 2, 2, 3} {
		switch step {
		case 2:
			now = now.AddDate(0, 0, 1)
		case 4:
			s.spending.countAgain(f)
		}
		if used := s.month(f); used.Prompt != want {
			t.Errorf("step %d: the month has %d, want %d", step, used.Prompt, want)
		}
	}
}
