package reviewer

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
)

// longDesign has so many sections that a small model does not take all of them at once.
func longDesign(sections int) string {
	var b strings.Builder
	b.WriteString("# Store\n\nIt keeps orders.\n")
	for i := range sections {
		fmt.Fprintf(&b, "\n## Part %d\n\nThe secret of part %d is kept in one place. %s\n", i, i, strings.Repeat(fmt.Sprintf("Worker %d must not fail. ", i), 60))
	}
	return b.String()
}

// finder reports one finding in each part that it is shown whole.
func finder(seen func(request string), fail func(request string) error) *fake.Model {
	m := fake.New(fake.Step{Always: true, Reply: func(_ context.Context, r llm.Request) (string, error) {
		if r.Schema.Name == schemaVerdicts {
			return `{"verdicts":[]}`, nil
		}
		sent := r.Messages[0].Content
		seen(sent)
		if err := fail(sent); err != nil {
			return "", err
		}
		var found []string
		for i := range 20 {
			if quote := fmt.Sprintf("The secret of part %d is kept in one place.", i); strings.Contains(sent, quote) && strings.Count(sent, fmt.Sprintf("Worker %d must", i)) >= 60 {
				found = append(found, strings.TrimSuffix(strings.TrimPrefix(oneFinding(quote, "It is lost."), `{"findings":[`), `]}`))
			}
		}
		return `{"findings":[` + strings.Join(found, ",") + `]}`, nil
	}})
	m.Limits = llm.Window{Context: 8_000}
	return m
}

func fine(string) error { return nil }

func TestALongDocumentIsReadInPortions(t *testing.T) {
	const sections = 20
	doc := parse(longDesign(sections))
	var mu sync.Mutex
	whole := make([]int, sections)
	requests := 0
	m := finder(func(sent string) {
		mu.Lock()
		defer mu.Unlock()
		requests++
		for i := range whole {
			if strings.Count(sent, fmt.Sprintf("Worker %d must not fail.", i)) >= 60 {
				whole[i]++
			}
		}
	}, fine)
	var notice Notice
	var told []Progress
	memory := &Memory{}
	r := New(Options{Model: m, Counter: quarter{}, Memory: memory, Consent: func(_ context.Context, n Notice) error {
		notice = n
		return nil
	}})
	task := Task{Prompt: promptOf(t, "critique"), Doc: doc}
	f, err := r.Findings(t.Context(), task, func(p Progress) { told = append(told, p) })
	if err != nil || f.Portions < 3 || len(told) != f.Portions+1 || f.Portions != requests || len(f.Open) != worthReading || f.Dropped.Beyond != sections-worthReading {
		t.Fatalf("%d portions in %d requests: %s %v", f.Portions, requests, f, err)
	}
	for i, n := range whole {
		if n == 0 {
			t.Errorf("nobody has read part %d", i)
		}
	}
	if len(notice.Sections) < sections || notice.Tokens < 10_000 {
		t.Errorf("agreed to %d sections, %d tokens", len(notice.Sections), notice.Tokens)
	}
	if last := told[len(told)-1].String(); last != fmt.Sprintf("Reading the document in portions: %d of %d", requests, requests) {
		t.Errorf("told %q", last)
	}
	first := requests
	task.Doc = parse(strings.Replace(longDesign(sections), "Part 7\n\n", "Part 7\n\nIt is new. ", 1))
	f, err = r.Findings(t.Context(), task, nil)
	if err != nil || !f.Delta || f.Portions != 1 || requests != first+1 || f.Remaining+f.New != worthReading {
		t.Errorf("after an edit %d requests: %s %v", requests-first, f, err)
	}
}

// TestAPortionThatFailsIsPaidForAgainAndNoOther, whatever it fails for, also within an
// action, which then comes to nothing as a whole.
func TestAPortionThatFailsIsPaidForAgainAndNoOther(t *testing.T) {
	for _, kind := range []llm.Kind{llm.Server, llm.Refused, llm.CutOff} {
		t.Run(string(kind), func(t *testing.T) {
			var broken atomic.Bool
			var requests atomic.Int64
			broken.Store(true)
			r := remembering(t, finder(func(string) { requests.Add(1) }, func(sent string) error {
				if broken.Load() && strings.Contains(sent, `Part 19", focus`) { // the last one
					return &llm.Error{Kind: kind}
				}
				return nil
			}))
			task := Task{Prompt: promptOf(t, "critique"), Doc: parse(longDesign(20))}
			ctx, action := llm.Begin(t.Context())
			f, err := r.Findings(ctx, task, nil)
			action.End(OfUse(err))
			if llm.KindOf(err) != kind || len(f.Open) > 0 {
				t.Fatalf("%s %v", f, err)
			}
			broken.Store(false)
			requests.Store(0)
			if f, err = r.Findings(t.Context(), task, nil); err != nil || requests.Load() != 1 || f.Known {
				t.Errorf("%d requests when it is tried again: %s %v", requests.Load(), f, err)
			}
		})
	}
}

// TestNothingIsSentOnceAPortionHasFailed: the review comes to nothing anyway.
func TestNothingIsSentOnceAPortionHasFailed(t *testing.T) {
	var requests atomic.Int64
	m := finder(func(string) { requests.Add(1) }, func(string) error { return &llm.Error{Kind: llm.KeyWrong} })
	_, err := New(Options{Model: m, Counter: quarter{}}).Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: parse(longDesign(40))}, nil)
	if llm.KindOf(err) != llm.KeyWrong || requests.Load() > atATime+1 { // one had been handed out
		t.Errorf("%d requests: %v", requests.Load(), err)
	}
}

// TestAPanicInAPortionReachesWhoCanContainIt, and does not end the program.
func TestAPanicInAPortionReachesWhoCanContainIt(t *testing.T) {
	defer func() {
		if p, _ := recover().(string); !strings.Contains(p, "boom") || !strings.Contains(p, "portions_test.go") {
			t.Errorf("raised %q", p)
		}
	}()
	m := finder(func(string) { panic("boom") }, fine)
	_, err := New(Options{Model: m, Counter: quarter{}}).Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: parse(longDesign(20))}, nil)
	t.Errorf("went on: %v", err)
}

func TestASectionThatIsTooLongIsReadAsFarAsItFits(t *testing.T) {
	doc := parse("# D\n\n## Long\n\n" + strings.Repeat("The store must not lose an order.\n\n", 1500) + "\n## Short\n\nIt is short.\n")
	m := finder(func(string) {}, fine)
	f, err := New(Options{Model: m, Counter: quarter{}}).Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: doc}, nil)
	if err != nil || f.Portions == 0 || f.Portions > 4 {
		t.Errorf("%d portions, %v", f.Portions, err)
	}
}
