package cache_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/alicebob/miniredis/v2"
	"go.uber.org/goleak"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/cache"
	"github.com/designls/designls/server/llm/fake"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func request(text string) llm.Request {
	return llm.Request{System: "s", Messages: []llm.Message{{Role: llm.User, Content: text}}}
}

// echo answers with what it was asked.
func echo() *fake.Model {
	return fake.New(fake.Step{Always: true, Reply: func(_ context.Context, r llm.Request) (string, error) {
		return "re: " + r.Messages[0].Content, nil
	}})
}

func open(t *testing.T, o cache.Options) *cache.Cache {
	t.Helper()
	if o.Note == nil {
		o.Note = func(err error) { t.Errorf("told: %v", err) }
	}
	c, err := cache.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// ask reports the reply, and whether it was written in full.
func ask(t *testing.T, m llm.Model, r llm.Request) llm.Reply {
	t.Helper()
	var written strings.Builder
	reply, err := m.Complete(t.Context(), r, func(c string) { written.WriteString(c) })
	if err != nil || written.String() != reply.Text || reply.Text == "" {
		t.Errorf("got %q, wrote %q, %v", reply.Text, written.String(), err)
	}
	return reply
}

func TestAnIdenticalRequestIsNotSentAgain(t *testing.T) {
	dir, model := t.TempDir(), echo()
	first := ask(t, open(t, cache.Options{Dir: dir}).Model(model), request("q"))
	second := ask(t, open(t, cache.Options{Dir: dir}).Model(model), request("q"))
	if first.Cached || !second.Cached || first.Text != second.Text || len(model.Requests()) != 1 {
		t.Errorf("%+v, then %+v, in %d requests", first, second, len(model.Requests()))
	}
}

func TestWhatDiffersIsSent(t *testing.T) {
	cold, dir := 0.0, t.TempDir()
	base := request("q")
	different := map[string]llm.Request{}
	for name, change := range map[string]func(*llm.Request){
		"text":        func(r *llm.Request) { r.Messages = request("other").Messages },
		"system":      func(r *llm.Request) { r.System = "other" },
		"role":        func(r *llm.Request) { r.Messages = []llm.Message{{Role: llm.Assistant, Content: "q"}} },
		"schema":      func(r *llm.Request) { r.Schema = &llm.Schema{Name: "n", JSON: []byte("{}")} },
		"temperature": func(r *llm.Request) { r.Temperature = &cold },
		"length":      func(r *llm.Request) { r.MaxTokens = 5 },
	} {
		r := base
		change(&r)
		different[name] = r
	}
	model := echo()
	c := open(t, cache.Options{Dir: dir})
	ask(t, c.Model(model), base)
	for name, r := range different {
		if ask(t, c.Model(model), r).Cached {
			t.Errorf("another %s is taken for the same", name)
		}
	}
	for _, name := range []string{"a", "b"} {
		for _, host := range []string{"one", "two"} {
			other := echo()
			other.ModelName, other.ModelHost = name, host
			if ask(t, c.Model(other), base).Cached {
				t.Errorf("the model %s at %s is taken for another", name, host)
			}
		}
	}
}

func TestFailuresAreNotKept(t *testing.T) {
	model := fake.New(fake.Step{Text: "half", Err: &llm.Error{Kind: llm.CutOff}}, fake.Step{Text: "whole"})
	m := open(t, cache.Options{Dir: t.TempDir()}).Model(model)
	if _, err := m.Complete(t.Context(), request("q"), nil); llm.KindOf(err) != llm.CutOff {
		t.Fatal(err)
	}
	if reply := ask(t, m, request("q")); reply.Text != "whole" {
		t.Errorf("got %q", reply.Text)
	}
}

func TestOnlyRepliesOfUseAreKept(t *testing.T) {
	server := miniredis.RunT(t)
	model := fake.Replies("refused", "of use", "again")
	m := open(t, cache.Options{Dir: t.TempDir(), URL: "redis://" + server.Addr() + "/0"}).Model(model)
	for _, step := range []struct {
		keep   bool
		text   string
		cached bool
	}{{false, "refused", false}, {true, "of use", false}, {true, "of use", true}, {false, "of use", true}, {true, "again", false}} {
		ctx, attempt := llm.Begin(t.Context())
		reply, err := m.Complete(ctx, request("q"), nil)
		if err != nil || reply.Text != step.text || reply.Cached != step.cached {
			t.Errorf("got %+v, %v, want %+v", reply, err, step)
		}
		attempt.End(step.keep)
		if (len(server.Keys()) == 1) != step.keep {
			t.Errorf("after %+v the team has %v", step, server.Keys())
		}
	}
}

func TestOldRepliesMakeRoom(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("x", 10_000)
	model := fake.New(fake.Step{Text: long, Always: true})
	m := open(t, cache.Options{Dir: dir, MaxBytes: 200_000}).Model(model)
	for i := range 100 {
		ask(t, m, request(fmt.Sprint(i)))
		if _, bytes := cache.Size(dir); bytes > 200_000 {
			t.Fatalf("%d bytes after %d replies", bytes, i+1)
		}
	}
	if replies, bytes := cache.Size(dir); replies < 5 || bytes < 5_000 {
		t.Errorf("only %d replies and %d bytes are left", replies, bytes)
	}
}

func TestBrokenFilesAreNotReplies(t *testing.T) {
	dir, model := t.TempDir(), echo()
	m := open(t, cache.Options{Dir: dir}).Model(model)
	ask(t, m, request("q"))
	files, _ := filepath.Glob(filepath.Join(dir, "*", "*-d"))
	for _, f := range files {
		if err := os.WriteFile(f, []byte(`{"text":"forged"}`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if reply := ask(t, m, request("q")); len(files) != 1 || reply.Cached {
		t.Errorf("took %q from %d files", reply.Text, len(files))
	}
}

// TestSeveralAtOnce: four programs with one folder get the reply to what they ask,
// never another one nor half of it, while old replies make room; and what fits is paid
// for once.
func TestSeveralAtOnce(t *testing.T) {
	for name, test := range map[string]struct {
		most int64 // bytes
		paid int   // requests at most; 0 for any number
	}{
		"with room":    {1 << 20, 4 * 10},
		"without room": {8_000, 0},
	} {
		t.Run(name, func(t *testing.T) {
			dir, model := t.TempDir(), echo()
			var all sync.WaitGroup
			for range 4 {
				m := open(t, cache.Options{Dir: dir, MaxBytes: test.most}).Model(model)
				all.Go(func() {
					for i := range 50 {
						question := fmt.Sprint(i%10) + strings.Repeat("x", 1000)
						if reply := ask(t, m, request(question)); reply.Text != "re: "+question {
							t.Errorf("asked %.5q, got %.9q", question, reply.Text)
						}
					}
				})
			}
			all.Wait()
			asked := len(model.Requests())
			if asked < 10 || test.paid > 0 && asked > test.paid || test.paid == 0 && asked == 10 {
				t.Errorf("%d requests for 200 questions, ten different ones", asked)
			}
			if _, bytes := cache.Size(dir); bytes > 2*test.most { // each makes room for what it knows of
				t.Errorf("%d bytes are kept, where %d may be", bytes, test.most)
			}
			last := open(t, cache.Options{Dir: dir}).Model(model)
			if reply := ask(t, last, request("9"+strings.Repeat("x", 1000))); test.paid > 0 && !reply.Cached {
				t.Error("a reply is lost")
			}
		})
	}
}

func TestClearRemovesRepliesAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := open(t, cache.Options{Dir: dir}).Model(echo())
	ask(t, m, request("q"))
	ask(t, m, request("r"))
	if replies, bytes, err := cache.Clear(dir); replies != 2 || bytes == 0 || err != nil {
		t.Errorf("cleared %d replies, %d bytes, %v", replies, bytes, err)
	}
	if replies, _ := cache.Size(dir); replies != 0 {
		t.Errorf("%d replies are left", replies)
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
	if ask(t, m, request("q")).Cached {
		t.Error("a cleared reply was found")
	}
}

func TestAFolderThatCannotBeMadeIsToldOnce(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var told []error
	m := open(t, cache.Options{Dir: filepath.Join(blocked, "x"), Note: func(err error) { told = append(told, err) }}).Model(echo())
	for range 3 {
		ask(t, m, request("q"))
	}
	if len(told) != 1 || !strings.Contains(told[0].Error(), "paid for again") {
		t.Errorf("told %v", told)
	}
}

func TestATeamPaysOnce(t *testing.T) {
	server := miniredis.RunT(t)
	server.RequireAuth("s3cret")
	url := "redis://:s3cret@" + server.Addr() + "/0"
	model := echo()
	ask(t, open(t, cache.Options{Dir: t.TempDir(), URL: url}).Model(model), request("q"))
	mine := t.TempDir()
	if reply := ask(t, open(t, cache.Options{Dir: mine, URL: url}).Model(model), request("q")); !reply.Cached {
		t.Error("the other one paid again")
	}
	if keys := server.Keys(); len(keys) != 1 || server.TTL(keys[0]) <= 0 {
		t.Errorf("keys %v", keys)
	}
	server.Close()
	if reply := ask(t, open(t, cache.Options{Dir: mine}).Model(model), request("q")); !reply.Cached {
		t.Error("what the team knew is not kept here")
	}
}

func TestAnUnreachableServerIsToldOnce(t *testing.T) {
	server := miniredis.RunT(t)
	url := "redis://:s3cret@" + server.Addr() + "/0"
	server.Close()
	var told []error
	m := open(t, cache.Options{Dir: t.TempDir(), URL: url, Note: func(err error) { told = append(told, err) }}).Model(echo())
	for i := range 3 {
		ask(t, m, request(fmt.Sprint(i)))
		if !ask(t, m, request(fmt.Sprint(i))).Cached {
			t.Error("it is not kept here either")
		}
	}
	if len(told) != 1 || !strings.Contains(told[0].Error(), "this machine only") || strings.Contains(told[0].Error(), "s3cret") {
		t.Errorf("told %v", told)
	}
}

func TestAnAddressThatCannotBeOne(t *testing.T) {
	_, err := cache.Open(cache.Options{URL: "http://:s3cret@x"})
	if err == nil || !strings.Contains(err.Error(), "DESIGNLS_CACHE_URL") || strings.Contains(err.Error(), "s3cret") {
		t.Errorf("got %v", err)
	}
}
