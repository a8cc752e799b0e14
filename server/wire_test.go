package server_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/reviewer"
)

// statusTold is what a client reads of the last designls/status.
type statusTold struct {
	Design    bool
	Phase     string
	Step      string
	Version   *int32
	Counts    map[string]int
	Interview *struct {
		Block, Began, Box, Deadline, Ends string
		SecondsLeft                       int
		Boxes                             []struct{ Title, Deadline string }
	}
	Usage *struct {
		Run               *spentTold
		Document, Session spentTold
		Month             *struct {
			spentTold
			Budget int
		}
	}
	Tokens int
}

type spentTold struct {
	Prompt, Completion int
	Cost               float64
}

func lastStatus(t *testing.T, e *lsptest.Editor) (last statusTold) {
	t.Helper()
	all := e.Statuses()
	if len(all) == 0 {
		t.Fatal("no status was told")
	}
	if err := json.Unmarshal([]byte(all[len(all)-1]), &last); err != nil {
		t.Fatal(err)
	}
	return last
}

func decodeAll[T any](t *testing.T, told []string) (all []T) {
	t.Helper()
	for _, one := range told {
		var v T
		if err := json.Unmarshal([]byte(one), &v); err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

// TestTheClockOfAnInterviewStandsInTheDocument closes and opens the document on the
// way: the clock goes on.
func TestTheClockOfAnInterviewStandsInTheDocument(t *testing.T) {
	bubble(t, files{doc: "# Design a feed\n\nA feed for 10 million readers.\n"}, lsptest.Config{}, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		if now := lastStatus(t, e); now.Interview != nil || !now.Design || now.Step != "P1" {
			t.Errorf("before: %+v", now)
		}
		began := time.Now().UTC().Format(time.RFC3339)
		e.Run("mock-interviewer", doc, "")
		e.Settle()
		if text := e.Text(doc); !strings.Contains(text, " began="+began+" ") {
			t.Fatalf("the block does not say when it began:\n%s", text)
		}
		clock := lastStatus(t, e).Interview
		if clock == nil || clock.Block != "mock-interviewer" || clock.Began != began || clock.Box != "feature expectations" || clock.SecondsLeft != 300 || len(clock.Boxes) != 6 {
			t.Fatalf("clock %+v", clock)
		}
		told := len(e.Statuses())
		elapse(17 * time.Minute)
		e.Replace(doc, "**You:**", "**You:** 10 million readers; posts and search.")
		e.Settle()
		if len(e.Statuses()) != told {
			t.Error("a status was told because time has passed")
		}
		e.Save(doc)
		e.Close(doc)
		e.Settle()
		e.Open(doc)
		e.Settle()
		if clock = lastStatus(t, e).Interview; clock == nil || clock.Began != began || clock.SecondsLeft != -12*60 {
			t.Fatalf("after opening it again: %+v", clock)
		}
		e.Run("mock-interviewer", doc, "")
		e.Settle()
		clock = lastStatus(t, e).Interview
		if clock == nil || clock.Box != "design goals" || clock.SecondsLeft != 180 || clock.Deadline != "2000-01-01T00:20:00Z" || clock.Ends != "2000-01-01T00:55:00Z" {
			t.Errorf("after 17 minutes: %+v", clock)
		}
		runWith(t, e, "mock-interviewer", `{"finish":"true"}`)
		e.Settle()
		if now := lastStatus(t, e); now.Interview != nil {
			t.Errorf("after the debrief: %+v", now.Interview)
		}
	})
}

// runWith runs an action with options, a JSON object.
func runWith(t *testing.T, e *lsptest.Editor, action, options string) {
	t.Helper()
	if _, err := e.Execute("designls.run", protocol.LSPAny(`{"action":"`+action+`","uri":"`+string(e.URI(doc))+`","options":`+options+`}`)); err != nil {
		t.Error(err)
	}
}

func TestADocumentThatIsNoDesignAnyMoreHasNoStatus(t *testing.T) {
	bubble(t, files{doc: "# Store\n\nx\n", "README.md": "# Read me\n"}, echoes(), func(t *testing.T, e *lsptest.Editor) {
		e.Open("README.md")
		e.Settle()
		if told := e.Statuses(); len(told) > 0 {
			t.Errorf("of a document that never was a design: %q", told)
		}
		e.Open(doc)
		e.Settle()
		e.Replace(doc, "# Store", "---\ndesignls: false\n---\n# Store")
		e.Settle()
		if now := lastStatus(t, e); now.Design || now.Phase != "" || now.Step != "" || len(now.Counts) > 0 || *now.Version != 2 {
			t.Errorf("told %+v", now)
		}
		told := len(e.Statuses())
		e.Replace(doc, "x\n", "y\n")
		e.Settle()
		if len(e.Statuses()) != told {
			t.Error("it was told twice that there is nothing to tell")
		}
		e.Replace(doc, "designls: false", "designls: true")
		e.Settle()
		if now := lastStatus(t, e); !now.Design {
			t.Errorf("it is a design again: %+v", now)
		}
	})
}

type runTold struct {
	Run, Action, Engine, Model, State, Began, Doing, Part, Summary, Block string
	Usage                                                                 *spentTold
}

type textTold struct {
	Run, Part, Text string
	Reply           int
}

// watching is an editor that follows the runs of a model, with prices.
func watching(m *fake.Model) lsptest.Config {
	config := asking(m)
	config.Capabilities = []lsptest.Capability{lsptest.Watching}
	config.Settings = `{"review":{"secondLook":false},"budget":{"promptPrice":2,"replyPrice":8,"monthlyTokens":100000}}`
	config.Options.Month = func(string) (llm.Usage, error) { return llm.Usage{Prompt: 5000, Completion: 1000}, nil }
	return config
}

func TestARunAndItsProseAreShownAsTheyGo(t *testing.T) {
	m := fake.New(fake.Step{Chunks: strings.SplitAfter(recap, " "), Gap: 10 * time.Millisecond, Usage: llm.Usage{Prompt: 1000, Completion: 100}})
	bubble(t, files{doc: design}, watching(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := e.Run("insert-recap", doc, "")
		elapse(10 * time.Second)
		e.Settle()
		runs := decodeAll[runTold](t, e.Runs())
		first, last := runs[0], runs[len(runs)-1]
		if first.State != "working" || first.Run != run || first.Action != "insert-recap" || first.Engine != "openai" || first.Began != "2000-01-01T00:00:00Z" {
			t.Errorf("begins %+v", first)
		}
		if last.State != "done" || last.Model != "fake" || last.Block != "recap" || last.Doing != "" || last.Usage == nil || *last.Usage != (spentTold{1000, 100, 0.0028}) || last.Summary != e.ProgressOf(run).End {
			t.Errorf("ends %+v, usage %+v", last, last.Usage)
		}
		for _, r := range runs[:len(runs)-1] {
			if r.State != "working" {
				t.Errorf("two ends: %+v", r)
			}
		}
		texts := decodeAll[textTold](t, e.Texts())
		whole, parts := "", map[string]bool{}
		for _, text := range texts {
			if text.Run != run || text.Reply != 1 {
				t.Errorf("%+v", text)
			}
			whole += text.Text
			parts[text.Part] = true
		}
		if whole != recap || !parts["Side branches"] || len(texts) < 3 || len(texts) > 8 {
			t.Errorf("%d texts, parts %v: %q", len(texts), parts, whole)
		}
		usage := lastStatus(t, e).Usage
		if usage == nil || usage.Run == nil || usage.Document != (spentTold{1000, 100, 0.0028}) || usage.Session != usage.Document || usage.Month == nil || usage.Month.Prompt != 5000 || usage.Month.Cost != 0.018 || usage.Month.Budget != 100000 {
			t.Errorf("usage %+v", usage)
		}
	})
}

func TestTheStateInWhichARunEnds(t *testing.T) {
	for name, test := range map[string]struct {
		model  *fake.Model
		action string
		cancel bool
		state  string
	}{
		"failed":    {fake.Replies(" "), "insert-recap", false, "failed"},
		"cancelled": {fake.New(fake.Step{Text: recap, Delay: time.Hour}), "insert-recap", true, "cancelled"},
		"refused":   {fake.Replies(), "fix-diagram", false, "refused"},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, files{doc: design}, watching(test.model), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				e.Answer("Leave the document as it is")
				run := e.Run(test.action, doc, "")
				e.Settle()
				if test.cancel {
					e.Notify("window/workDoneProgress/cancel", `{"token":"`+run+`"}`)
					e.Settle()
				}
				runs := decodeAll[runTold](t, e.Runs())
				if last := runs[len(runs)-1]; last.State != test.state || last.Summary != e.ProgressOf(run).End || last.Block != "" || e.Text(doc) != design {
					t.Errorf("ends %+v", last)
				}
			})
		})
	}
}

// Findings are JSON, which nobody wants to watch; and who has not asked is told
// nothing at all.
func TestOnlyProseIsShownAndOnlyToWhoAsks(t *testing.T) {
	bubble(t, files{doc: design}, watching(fake.Replies(gone)), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("critique", doc, "")
		e.Settle()
		if len(e.Texts()) > 0 || len(e.Runs()) == 0 {
			t.Errorf("texts %q, %d news of the run", e.Texts(), len(e.Runs()))
		}
	})
	bubble(t, files{doc: design}, asking(fake.Replies(recap)), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("insert-recap", doc, "")
		e.Settle()
		if len(e.Texts())+len(e.Runs()) > 0 {
			t.Errorf("told %q %q", e.Texts(), e.Runs())
		}
	})
}

// A request that was paid for counts, whatever becomes of its reply; one that was
// answered from what is known costs nothing.
func TestWhatIsPaidForCounts(t *testing.T) {
	paid := llm.Usage{Prompt: 1000, Completion: 100}
	bubble(t, files{doc: design}, watching(fake.New(fake.Step{Text: " ", Usage: paid})), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Answer("Leave the document as it is")
		e.Run("insert-recap", doc, "")
		e.Settle()
		if now := lastStatus(t, e); now.Tokens != 1100 || now.Usage.Session.Prompt != 1000 {
			t.Errorf("after a failure: %+v", now)
		}
	})
	config := asking(nil)
	config.Options.Connect = func(server.Connection) (llm.Model, reviewer.Counter, error) {
		return known{fake.New(fake.Step{Text: recap, Usage: paid})}, quarter{}, nil
	}
	bubble(t, files{doc: design}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("insert-recap", doc, "")
		e.Settle()
		if now := lastStatus(t, e); now.Tokens != 0 || now.Usage == nil || now.Usage.Run == nil || now.Usage.Run.Prompt != 0 {
			t.Errorf("from the cache: %+v", now)
		}
	})
}

// known is a model whose replies are known.
type known struct{ *fake.Model }

func (k known) Complete(ctx context.Context, r llm.Request, write func(string)) (llm.Reply, error) {
	reply, err := k.Model.Complete(ctx, r, write)
	reply.Cached = true
	return reply, err
}
