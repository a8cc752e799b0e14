package reviewer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/cache"
	"github.com/designls/designls/server/llm/fake"
)

// remembering is a reviewer whose model answers from a cache where it can.
func remembering(t *testing.T, m llm.Model) *Reviewer {
	t.Helper()
	c, err := cache.Open(cache.Options{Dir: t.TempDir(), Note: func(err error) { t.Error(err) }})
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Model: c.Model(m), Counter: quarter{}, Grammar: picky{}, SecondLook: true})
}

// thrice runs something three times, and says which succeeded.
func thrice(t *testing.T, run func() error) []bool {
	t.Helper()
	var ok []bool
	for range 3 {
		ok = append(ok, run() == nil)
	}
	return ok
}

// TestTryingAgainAsksAgain goes on from a reply that cannot be used.
func TestTryingAgainAsksAgain(t *testing.T) {
	const bad, good = "```mermaid\ngraph TD\n  a b\n```", "```mermaid\ngraph TD\n  a --> b\n```"
	doc := parse("# Store\n\nThe primary is the only copy.\n")
	drawing := prompts.Prompt{ID: "x", Result: prompts.Block, Reads: []string{prompts.ReadDocument}, Body: "Draw."}
	keep := `{"verdicts":[{"number":1,"verdict":"keep","reason":"r"}]}`
	for name, test := range map[string]struct {
		replies []string
		run     func(*Reviewer) error
		want    []bool // of three runs; the third one sends nothing
	}{
		"schema": {[]string{`{"items":[]}`, `{"items":[]}`, oneFinding("only copy", "m"), keep}, func(r *Reviewer) error {
			_, err := r.Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: doc}, nil)
			return err
		}, []bool{false, true, true}},
		"second look": {[]string{oneFinding("only copy", "m"), "no", keep}, func(r *Reviewer) error {
			_, err := r.Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: doc}, nil)
			return err
		}, []bool{true, true, true}},
		"mermaid": {[]string{bad, bad, bad, good}, func(r *Reviewer) error {
			_, err := r.Prose(t.Context(), Task{Prompt: drawing, Doc: doc}, nil)
			return err
		}, []bool{false, true, true}},
		"missing parts": {[]string{"## Recap\n\na", "## Recap\n\nb", "## Recap\n\na\n\n## Complicating factors still open\n\nb\n\n## Side branches\n\nc"}, func(r *Reviewer) error {
			p, err := r.Prose(t.Context(), Task{Prompt: promptOf(t, "insert-recap"), Doc: doc}, nil)
			if len(p.Lacks) > 0 {
				err = fmt.Errorf("lacks %q", p.Lacks)
			}
			return err
		}, []bool{false, true, true}},
		"graph": {[]string{`{}`, `{}`, `{"people":[],"systems":[],"containers":[],"stores":[],"queues":[],"flows":[],"boundaries":[],"entities":[],"title":"","story":"","bottlenecks":[],"assumed":[]}`}, func(r *Reviewer) error {
			_, err := r.Graph(t.Context(), Task{Prompt: promptOf(t, "diagram-container"), Doc: doc}, nil)
			return err
		}, []bool{false, true, true}},
		"empty": {[]string{" ", oneFinding("only copy", "m"), keep}, func(r *Reviewer) error {
			_, err := r.Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: doc}, nil)
			return err
		}, []bool{false, true, true}},
	} {
		t.Run(name, func(t *testing.T) {
			m := fake.Replies(test.replies...)
			r := remembering(t, m)
			if got := thrice(t, func() error { return test.run(r) }); fmt.Sprint(got) != fmt.Sprint(test.want) || m.Left() != 0 {
				t.Errorf("got %v, want %v; %d replies were not asked for", got, test.want, m.Left())
			}
		})
	}
}

// TestAReplyAtWhichTheProgramBreaksIsForgotten, or it would break at each try: also one
// that was kept before it did.
func TestAReplyAtWhichTheProgramBreaksIsForgotten(t *testing.T) {
	doc := parse("# Store\n\nThe primary is the only copy.\n")
	const graph = `{"people":[],"systems":[],"containers":[],"stores":[],"queues":[],"flows":[],"boundaries":[],"entities":[],"title":"","story":"","bottlenecks":[],"assumed":[]}`
	task := func(id string) Task { return Task{Prompt: promptOf(t, id), Doc: doc} }
	for name, test := range map[string]struct {
		reply string
		run   func(*Reviewer, func(Progress)) error
	}{
		"findings": {`{"findings":[]}`, func(r *Reviewer, report func(Progress)) error {
			_, err := r.Findings(t.Context(), task("critique"), report)
			return err
		}},
		"prose": {"## Overview\n\na", func(r *Reviewer, report func(Progress)) error {
			_, err := r.Prose(t.Context(), task("insert-overview"), report)
			return err
		}},
		"diagram": {"graph TD\n  a --> b", func(r *Reviewer, report func(Progress)) error {
			_, _, err := r.Diagram(t.Context(), task("fix-diagram"), report)
			return err
		}},
		"graph": {graph, func(r *Reviewer, report func(Progress)) error {
			_, err := r.Graph(t.Context(), task("diagram-container"), report)
			return err
		}},
		"changes": {`{"edits":[],"unaffected":[],"summary":"s","open":[]}`, func(r *Reviewer, report func(Progress)) error {
			_, err := r.Changes(t.Context(), task("apply-change"), report)
			return err
		}},
		"structured": {graph, func(r *Reviewer, report func(Progress)) error {
			_, _, err := Structured[map[string]any](t.Context(), r, task("diagram-container"), report)
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			breaking := func(p Progress) {
				if strings.HasPrefix(p.Doing, "Checking") {
					panic("on purpose")
				}
			}
			m := fake.Replies(test.reply, test.reply, test.reply)
			r := remembering(t, m)
			for i, report := range []func(Progress){breaking, nil, breaking, nil, nil} {
				func() {
					defer func() {
						if p := recover(); (p != nil) != (report != nil) {
							t.Errorf("run %d: %v", i, p)
						}
					}()
					if err := test.run(r, report); err != nil {
						t.Errorf("run %d: %v", i, err)
					}
				}()
			}
			if len(m.Requests()) != 3 {
				t.Errorf("%d requests", len(m.Requests()))
			}
		})
	}
}

// TestWhatDoesNotFitIsLeftOutAndTheRestStands has one good finding among others.
func TestWhatDoesNotFitIsLeftOutAndTheRestStands(t *testing.T) {
	doc := parse("# Store\n\nThe primary is the only copy.\n\nReads are fast.\n")
	reply := `{"thoughts":"...","findings":[
		{"rule":"Consistency","severity":"CRITICAL","confidence":0.95,"quote":"The primary is the only copy","subject":"primary","message":"m","why":"w","options":[],"line":3},
		{"rule":"consistency","severity":"warning","confidence":"likely","message":"It quotes nothing.","why":"w","options":[],"subject":""},
		{"rule":"spelling","severity":"warning","confidence":"likely","quote":"Reads are fast","message":"m","why":"w","options":[],"subject":""},
		"Reads are fast",
		{"rule":"consistency","severity":"warning","confidence":"likely","quote":"this is said nowhere","message":"m","why":"w","options":[],"subject":""}]}`
	m := fake.Replies(reply)
	f, err := reviewing(m).Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: doc}, nil)
	if err != nil || len(f.Open) != 1 || f.Open[0].Severity.String() != "error" || f.Open[0].Source != m.Name() {
		t.Fatalf("%+v, %v", f, err)
	}
	const said = "1 finding; 1 was left out because the document does not say what it quotes; 3 were left out because they did not have the form that was asked for."
	if f.String() != said {
		t.Errorf("said %q", f)
	}
	m = fake.Replies(`{"findings":[{"rule":"spelling"}]}`, `{"findings":[{"rule":"spelling"}]}`)
	if _, err := reviewing(m).Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: doc}, nil); err == nil || !strings.Contains(err.Error(), "cannot be used") || m.Left() != 0 {
		t.Errorf("got %v after %d requests", err, len(m.Requests()))
	}
}

func TestTheSecondLookSendsOnlyWhatIsQuoted(t *testing.T) {
	m := fake.Replies(oneFinding("worker 3 reads the orders of region 3", "It races."), `{"verdicts":[{"number":1,"verdict":"keep","reason":"r"}]}`)
	m.Limits = llm.Window{Context: 128_000}
	r := New(Options{Model: m, Counter: quarter{}, SecondLook: true})
	f, err := r.Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: parse(twenty("")), Path: "store.md"}, nil)
	if err != nil || len(f.Open) != 1 || len(m.Requests()) != 2 {
		t.Fatalf("%+v, %v", f, err)
	}
	size := func(q llm.Request) (n int) {
		for _, message := range q.Messages {
			n += quarter{}.Count(message.Content)
		}
		return n + quarter{}.Count(q.System)
	}
	all, second := size(m.Requests()[0]), size(m.Requests()[1])
	t.Logf("%d tokens, then %d: %.1f %%", all, second, 100*float64(second)/float64(all))
	if float64(second) > 0.2*float64(all) || !strings.Contains(m.Requests()[1].Messages[0].Content, "worker 3 reads the orders of region 3") {
		t.Errorf("the second look took %d tokens of %d", second, all)
	}
}

// TestARefusalIsNoFaultOfTheServer, also where JSON was asked for.
func TestARefusalIsNoFaultOfTheServer(t *testing.T) {
	m := fake.New(fake.Step{Text: "I'm sorry, but I can't help with that.", Err: &llm.Error{Kind: llm.BadReply, Host: "api.example.com", Detail: "it is not JSON"}})
	_, err := reviewing(m).Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: parse("# Store\n\nThe primary is the only copy.\n")}, nil)
	if err == nil || !strings.Contains(err.Error(), "only turns the request down") {
		t.Errorf("got %v", err)
	}
}
