package limit_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/llm/limit"
)

// askTogether sends n requests at the same time and returns how long all took.
func askTogether(t *testing.T, m llm.Model, n int) time.Duration {
	t.Helper()
	started := time.Now()
	var all sync.WaitGroup
	for range n {
		all.Go(func() {
			if _, err := m.Complete(t.Context(), llm.Request{}, nil); err != nil && llm.KindOf(err) != llm.RateLimit {
				t.Error(err)
			}
		})
	}
	all.Wait()
	return time.Since(started)
}

func TestOnlySoManyAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := fake.New(fake.Step{Text: "x", Delay: time.Second, Always: true})
		took := askTogether(t, limit.New(limit.Options{Concurrent: 3}).Model(slow), 12)
		if slow.Most() != 3 || took != 4*time.Second {
			t.Errorf("%d at a time, in %s", slow.Most(), took)
		}
	})
}

func TestOnlySoManyInAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := limit.New(limit.Options{Concurrent: 2, PerMinute: 60}).Model(fake.New(fake.Step{Text: "x", Always: true}))
		if took := askTogether(t, m, 10); took != 8*time.Second {
			t.Errorf("ten requests took %s, want 8s: two at once, then one a second", took)
		}
	})
}

func TestAllWaitWhenOneIsToldTo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := fake.New(fake.Step{Err: &llm.Error{Kind: llm.RateLimit, RetryAfter: 9 * time.Second}}, fake.Step{Text: "x", Always: true})
		l := limit.New(limit.Options{Concurrent: 1}).Model(m)
		if took := askTogether(t, l, 5); took != 9*time.Second {
			t.Errorf("took %s", took)
		}
	})
}

func TestWaitingEndsWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := limit.New(limit.Options{Concurrent: 1}).Model(fake.New(fake.Step{Text: "x", Delay: time.Hour, Always: true}))
		var holder, waiting sync.WaitGroup
		holder.Go(func() {
			if _, err := m.Complete(t.Context(), llm.Request{}, nil); err != nil {
				t.Error(err)
			}
		})
		synctest.Wait() // it has the only place
		ctx, cancel := context.WithCancel(t.Context())
		for range 3 {
			waiting.Go(func() {
				if _, err := m.Complete(ctx, llm.Request{}, nil); !errors.Is(err, context.Canceled) {
					t.Error(err)
				}
			})
		}
		synctest.Wait()
		cancelled := time.Now()
		cancel()
		waiting.Wait()
		if took := time.Since(cancelled); took != 0 {
			t.Errorf("they waited %s longer, for the place", took)
		}
		holder.Wait()
	})
}

func TestModelsOfOneServerShareItsLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shared := limit.New(limit.Options{Concurrent: 2})
		var all sync.WaitGroup
		started := time.Now()
		for range 3 {
			all.Go(func() {
				askTogether(t, shared.Model(fake.New(fake.Step{Text: "x", Delay: time.Second, Always: true})), 2)
			})
		}
		all.Wait()
		if took := time.Since(started); took != 3*time.Second {
			t.Errorf("six requests to three models took %s, two at a time", took)
		}
	})
}
