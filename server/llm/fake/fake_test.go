package fake_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
)

var _ llm.Model = (*fake.Model)(nil)

func ask(text string) llm.Request {
	return llm.Request{Messages: []llm.Message{{Role: llm.User, Content: text}}}
}

func TestScriptIsFollowedInOrder(t *testing.T) {
	m := fake.Replies("one", "two")
	for _, want := range []string{"one", "two"} {
		reply, err := m.Complete(t.Context(), ask(want), nil)
		if err != nil || reply.Text != want {
			t.Fatalf("got %q, %v; want %q", reply.Text, err, want)
		}
	}
	if _, err := m.Complete(t.Context(), ask("three"), nil); err == nil {
		t.Error("a request beyond the script got a reply")
	}
	if n := len(m.Requests()); n != 3 {
		t.Errorf("%d requests recorded, want 3", n)
	}
}

func TestStepIsForItsRequests(t *testing.T) {
	says := func(word string) func(llm.Request) bool {
		return func(r llm.Request) bool { return strings.Contains(r.Messages[0].Content, word) }
	}
	m := fake.New(
		fake.Step{When: says("a"), Text: "A"},
		fake.Step{When: says("b"), Text: "B"},
	)
	for _, word := range []string{"b", "a"} {
		reply, err := m.Complete(t.Context(), ask(word), nil)
		if err != nil || reply.Text != strings.ToUpper(word) {
			t.Errorf("asked %q, got %q, %v", word, reply.Text, err)
		}
	}
	if m.Left() != 0 {
		t.Errorf("%d steps left", m.Left())
	}
}

func TestChunksAreWrittenBeforeTheFailure(t *testing.T) {
	broken := &llm.Error{Kind: llm.CutOff}
	m := fake.New(fake.Step{Chunks: []string{"half", " a reply"}, Err: broken})
	var got []string
	reply, err := m.Complete(t.Context(), ask("x"), func(c string) { got = append(got, c) })
	if !errors.Is(err, broken) || reply.Text != "half a reply" || len(got) != 2 {
		t.Errorf("got %q in %d chunks, %v", reply.Text, len(got), err)
	}
}

func TestDelayPassesInFakeTimeAndEndsWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		m := fake.New(fake.Step{Text: "late", Delay: time.Hour})
		started := time.Now()
		_, err := m.Complete(ctx, ask("x"), nil)
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(started) != 10*time.Second {
			t.Errorf("after %s: %v", time.Since(started), err)
		}
	})
}
