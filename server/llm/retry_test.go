package llm_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
)

var (
	limited = &llm.Error{Kind: llm.RateLimit, RetryAfter: 7 * time.Second}
	down    = &llm.Error{Kind: llm.Server}
	wrong   = &llm.Error{Kind: llm.KeyWrong}
	cut     = &llm.Error{Kind: llm.CutOff, Err: llm.ErrBroken}
	long    = &llm.Error{Kind: llm.CutOff}
	distant = &llm.Error{Kind: llm.RateLimit, RetryAfter: time.Hour}
)

func steps(errs ...error) []fake.Step {
	var s []fake.Step
	for _, err := range errs {
		s = append(s, fake.Step{Err: err, Usage: llm.Usage{Prompt: 10}})
	}
	return append(s, fake.Step{Text: "done", Usage: llm.Usage{Prompt: 10, Completion: 5}})
}

func TestRetry(t *testing.T) {
	for _, test := range []struct {
		name     string
		script   []fake.Step
		requests int
		want     error
		least    time.Duration
		most     time.Duration
	}{
		{"at once", steps(), 1, nil, 0, 0},
		{"after a while", steps(down, cut), 3, nil, time.Second, 5 * time.Second},
		{"as long as the server asks for", steps(limited), 2, nil, 7 * time.Second, 7 * time.Second},
		{"not what stays wrong", steps(wrong), 1, wrong, 0, 0},
		{"not what is too long", steps(long), 1, long, 0, 0},
		{"not for an hour", steps(distant), 1, distant, 0, 0},
		{"not for ever", steps(down, down, down, down), 4, down, time.Second, 15 * time.Second},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				m := fake.New(test.script...)
				started := time.Now()
				reply, err := llm.Retry(m, llm.Patience{}).Complete(t.Context(), llm.Request{}, nil)
				took := time.Since(started)
				if !errors.Is(err, test.want) || (test.want == nil && reply.Text != "done") {
					t.Errorf("got %q, %v", reply.Text, err)
				}
				if n := len(m.Requests()); n != test.requests {
					t.Errorf("%d requests, want %d", n, test.requests)
				}
				if took < test.least || took > test.most {
					t.Errorf("took %s", took)
				}
				if want := 10 * test.requests; reply.Usage.Prompt != want {
					t.Errorf("counted %d tokens, want %d", reply.Usage.Prompt, want)
				}
			})
		})
	}
}

func TestRetryNeverRepeatsWhatWasWritten(t *testing.T) {
	m := fake.New(fake.Step{Chunks: []string{"half"}, Err: cut}, fake.Step{Text: "other"})
	var got string
	_, err := llm.Retry(m, llm.Patience{}).Complete(t.Context(), llm.Request{}, func(c string) { got += c })
	if !errors.Is(err, cut) || got != "half" || len(m.Requests()) != 1 {
		t.Errorf("wrote %q in %d requests, %v", got, len(m.Requests()), err)
	}
}

func TestRetryStopsWaitingWhenCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(2*time.Second, cancel)
		started := time.Now()
		var told []time.Duration
		m := llm.Retry(fake.Fails(limited), llm.Patience{Waiting: func(_ error, wait time.Duration) { told = append(told, wait) }})
		_, err := m.Complete(ctx, llm.Request{}, nil)
		if !errors.Is(err, context.Canceled) || time.Since(started) != 2*time.Second {
			t.Errorf("after %s: %v", time.Since(started), err)
		}
		if len(told) != 1 || told[0] != 7*time.Second {
			t.Errorf("told of %v", told)
		}
	})
}
