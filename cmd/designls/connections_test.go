package main

import (
	"errors"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/workspace"
)

func settings(root, model string) server.Connection {
	return server.Connection{Model: workspace.Model{Model: model}, Workspace: root, Warn: func(string) {}}
}

// clientsOf are the models that there are connections to, with how many workspaces use
// each.
func (o *connections) clientsOf() map[string]int {
	used := map[string]int{}
	for key, c := range o.clients {
		used[key.settings.Model] += len(c.users)
	}
	return used
}

func TestWorkspacesWithTheSameSettingsShareAConnection(t *testing.T) {
	withModel(t, reviewed)
	var o connections
	defer o.close()
	connect := func(root, model string) {
		t.Helper()
		if _, _, err := o.connect(settings(root, model)); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(want map[string]int) {
		t.Helper()
		got := o.clientsOf()
		for model, n := range want {
			if got[model] != n || len(got) != len(want) {
				t.Fatalf("connections are %v, want %v", got, want)
			}
		}
	}
	connect("/a", "m")
	first := o.replies
	connect("/b", "m")
	connect("/b", "m")
	expect(map[string]int{"m": 2})
	connect("/a", "other")
	expect(map[string]int{"m": 1, "other": 1})
	connect("/b", "other")
	expect(map[string]int{"other": 2})
	budgeted := settings("/a", "other")
	budgeted.Monthly, budgeted.PromptPrice = 9, 2
	if _, _, err := o.connect(budgeted); err != nil {
		t.Fatal(err)
	}
	expect(map[string]int{"other": 2})
	t.Setenv(keyVariable, "sk-other")
	connect("/b", "other")
	if len(o.clients) != 2 || len(o.limits) != 1 || o.replies != first || first == nil {
		t.Errorf("%d clients, %d limits", len(o.clients), len(o.limits))
	}
	o.close()
	if len(o.clients) != 0 || o.replies != nil {
		t.Error("something is open after the end")
	}
}

// TestAllModelsOfAHostShareItsLimit asks two models of one server for more than it is
// asked for at a time.
func TestAllModelsOfAHostShareItsLimit(t *testing.T) {
	var running, most atomic.Int32
	var first sync.Once
	full, letGo := make(chan struct{}), make(chan struct{})
	withModel(t, func(string, string) (string, int) {
		n := running.Add(1)
		defer running.Add(-1)
		for was := most.Load(); n > was && !most.CompareAndSwap(was, n); was = most.Load() {
		}
		if n == atATime {
			first.Do(func() { close(full) })
		}
		<-letGo
		return "reply", http.StatusOK
	})
	var o connections
	defer o.close()
	var all sync.WaitGroup
	for _, name := range []string{"one", "two"} {
		m, _, err := o.connect(settings("/"+name, name))
		if err != nil {
			t.Fatal(err)
		}
		for i := range atATime {
			r := llm.Request{System: "s", Messages: []llm.Message{{Role: llm.User, Content: strings.Repeat("x", i+1)}}}
			all.Go(func() {
				if _, err := m.Complete(t.Context(), r, nil); err != nil {
					t.Error(err)
				}
			})
		}
	}
	<-full
	for range 10_000 { // one more would come now
		runtime.Gosched()
	}
	close(letGo)
	all.Wait()
	if n := most.Load(); n != atATime {
		t.Errorf("%d requests at a time, want %d", n, atATime)
	}
}

func TestTheCacheTellsWhoHasConnectedLast(t *testing.T) {
	withModel(t, reviewed)
	t.Setenv(cacheVariable, "http://x")
	var o connections
	defer o.close()
	told := map[string]int{}
	for _, root := range []string{"/a", "/b"} {
		c := settings(root, "m")
		c.Warn = func(string) { told[root]++ }
		if _, _, err := o.connect(c); err != nil {
			t.Fatal(err)
		}
	}
	o.note(errors.New("full"))
	if told["/a"] != 1 || told["/b"] != 1 { // the wrong address once, when it was tried
		t.Errorf("told %v", told)
	}
}

// TestTheEditorsModelCountsForTheMonth as that of a server does, under the same budget.
func TestTheEditorsModelCountsForTheMonth(t *testing.T) {
	withModel(t, reviewed)
	t.Setenv(monthlyVariable, "1500")
	editors := fake.New(fake.Step{Text: "x", Usage: llm.Usage{Prompt: 1400, Completion: 90}, Always: true})
	m, err := counted(settings("/w", ""), editors)
	if err != nil {
		t.Fatal(err)
	}
	long := llm.Request{Messages: []llm.Message{{Role: llm.User, Content: strings.Repeat("one more word ", 20)}}}
	if _, err := m.Complete(t.Context(), long, nil); err != nil {
		t.Fatal(err)
	}
	used, err := usedThisMonth("/w")
	if err != nil || used.Total() != 1490 {
		t.Errorf("used %+v, %v", used, err)
	}
	if _, err := m.Complete(t.Context(), long, nil); llm.KindOf(err) != llm.Budget || len(editors.Requests()) != 1 {
		t.Errorf("%d requests, %v", len(editors.Requests()), err)
	}
}
