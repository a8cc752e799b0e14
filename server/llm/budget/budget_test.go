package budget_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/budget"
	"github.com/designls/designls/server/llm/fake"
)

var request = llm.Request{Messages: []llm.Message{{Role: llm.User, Content: "0123456789"}}}

// spending uses so many tokens for each request.
func spending(tokens int) *fake.Model {
	return fake.New(fake.Step{Text: "x", Usage: llm.Usage{Prompt: 10, Completion: tokens - 10}, Always: true})
}

func ask(t *testing.T, m llm.Model) error {
	t.Helper()
	_, err := m.Complete(t.Context(), request, nil)
	return err
}

func TestBudgetWarnsThenStops(t *testing.T) {
	var warnings []budget.Warning
	book := budget.Open(budget.Options{
		Dir: t.TempDir(), Workspace: "/w", Monthly: 100,
		Count: func(s string) int { return len(s) },
		Warn:  func(w budget.Warning) { warnings = append(warnings, w) },
	})
	model := spending(42)
	run := book.Run(model)
	for i, wantWarnings := range []int{0, 1} {
		if err := ask(t, run); err != nil || len(warnings) != wantWarnings {
			t.Fatalf("request %d: %v, %d warnings", i+1, err, len(warnings))
		}
	}
	for range 2 {
		if err := ask(t, run); err != nil && llm.KindOf(err) != llm.Budget {
			t.Fatal(err)
		}
	}
	err := ask(t, run)
	if llm.KindOf(err) != llm.Budget || !strings.Contains(err.Error(), "126 of 100 tokens of this month are used") {
		t.Errorf("got %v", err)
	}
	if len(model.Requests()) != 3 || len(warnings) != 1 || run.Spent().Total() != 126 {
		t.Errorf("%d requests, %v, spent %v", len(model.Requests()), warnings, run.Spent())
	}
	if warnings[0] != (budget.Warning{Used: 84, Monthly: 100}) {
		t.Errorf("warned of %v", warnings[0])
	}
}

func TestUsageIsSharedByProcessesAndNotByWorkspaces(t *testing.T) {
	dir := t.TempDir()
	open := func(workspace string) *budget.Book {
		return budget.Open(budget.Options{Dir: dir, Workspace: workspace})
	}
	one, two, other := open("/w"), open("/w/"), open("/v")
	var all sync.WaitGroup
	for _, book := range []*budget.Book{one, two} {
		all.Go(func() {
			run := book.Run(spending(20))
			for range 50 {
				if err := ask(t, run); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	for name, b := range map[string]*budget.Book{"one": one, "two": two, "new": open("/w")} {
		if n, err := b.Month(); n.Total() != 2000 || err != nil {
			t.Errorf("%s counts %d, %v", name, n.Total(), err)
		}
	}
	if n, err := other.Month(); n.Total() != 0 || err != nil {
		t.Errorf("another workspace counts %d, %v", n.Total(), err)
	}
}

func TestAMonthBeginsByItself(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		book := budget.Open(budget.Options{Dir: dir, Monthly: 50})
		run := book.Run(spending(45))
		if err := ask(t, run); err != nil {
			t.Fatal(err)
		}
		if n, err := book.Month(); n.Total() < 45 || err != nil {
			t.Fatalf("the month has %d, %v", n.Total(), err)
		}
		if err := ask(t, run); err != nil && llm.KindOf(err) != llm.Budget {
			t.Fatal(err)
		}
		if err := ask(t, run); llm.KindOf(err) != llm.Budget {
			t.Fatalf("the month has no end: %v", err)
		}
		time.Sleep(32 * 24 * time.Hour)
		if n, err := book.Month(); n.Total() != 0 || err != nil {
			t.Errorf("the new month begins with %d, %v", n.Total(), err)
		}
		if err := ask(t, run); err != nil {
			t.Error(err)
		}
	})
}

func TestRequestsAtTheSameTimeDoNotShareWhatIsLeft(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		book := budget.Open(budget.Options{Dir: dir, Monthly: 25, Count: func(s string) int { return len(s) }})
		model := fake.New(fake.Step{Text: "x", Usage: llm.Usage{Prompt: 10}, Delay: time.Second, Always: true})
		run := book.Run(model)
		var all sync.WaitGroup
		for range 5 {
			all.Go(func() {
				if err := ask(t, run); err != nil && llm.KindOf(err) != llm.Budget {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if n := len(model.Requests()); n != 2 {
			t.Errorf("%d requests were sent, want 2", n)
		}
	})
}

func TestWhatIsCachedIsNotCounted(t *testing.T) {
	book := budget.Open(budget.Options{Dir: t.TempDir()})
	run := book.Run(known{spending(30)})
	if err := ask(t, run); err != nil || run.Spent().Total() != 0 {
		t.Errorf("spent %v, %v", run.Spent(), err)
	}
}

type known struct{ llm.Model }

func (known) Complete(ctx context.Context, _ llm.Request, _ func(string)) (llm.Reply, error) {
	return llm.Reply{Text: "x", Usage: llm.Usage{Prompt: 10}, Cached: true}, ctx.Err()
}

func TestLinesThatWereCutAreLeftOut(t *testing.T) {
	dir := t.TempDir()
	book := budget.Open(budget.Options{Dir: dir})
	if err := ask(t, book.Run(spending(30))); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if len(files) != 1 {
		t.Fatalf("files: %v", files)
	}
	f, err := os.OpenFile(files[0], os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteString("{\"model\":\"x\",\"usa\n{\"model\":\"x\",\"usage\":{\"Prompt\":5}}\n{\"model\":\"half")
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	for _, b := range []*budget.Book{book, budget.Open(budget.Options{Dir: dir})} {
		if n, err := b.Month(); n.Total() != 35 || err != nil {
			t.Errorf("counts %d, %v", n.Total(), err)
		}
	}
}

func TestUsageThatCannotBeWrittenIsToldOnce(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var told []error
	book := budget.Open(budget.Options{Dir: filepath.Join(blocked, "usage"), Note: func(err error) { told = append(told, err) }})
	run := book.Run(spending(30))
	for range 3 {
		if err := ask(t, run); err != nil {
			t.Error(err)
		}
	}
	if len(told) != 1 || run.Spent().Total() != 90 {
		t.Errorf("told %v, spent %v", told, run.Spent())
	}
}
