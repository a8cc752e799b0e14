package server

import (
	"sync"
	"testing"

	"github.com/designls/designls/server/llm"
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
