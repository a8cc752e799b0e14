package server_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
)

func TestCancellingARunEndsItsRequestAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ended := make(chan time.Time, 1)
		m := fake.New(fake.Step{Reply: func(ctx context.Context, _ llm.Request) (string, error) {
			<-ctx.Done()
			ended <- time.Now()
			return "", context.Cause(ctx)
		}})
		e := start(t, files{doc: design}, asking(m))
		e.Open(doc)
		run := e.Run("insert-recap", doc, "")
		time.Sleep(time.Second)
		cancelled := time.Now()
		e.Notify("window/workDoneProgress/cancel", `{"token":"`+run+`"}`)
		e.Settle()
		if took := (<-ended).Sub(cancelled); took != 0 {
			t.Errorf("it took %s", took)
		}
		if p := e.ProgressOf(run); !strings.HasPrefix(p.End, "Cancelled") || e.Text(doc) != design {
			t.Errorf("ended %q", p.End)
		}
	})
}

func TestRunsOfAModelFollowOneAnother(t *testing.T) {
	m := fake.New(fake.Step{Text: recap, Delay: time.Minute, Always: true})
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("insert-recap", doc, "")
		e.Run("insert-recap", doc, "")
		time.Sleep(5 * time.Minute)
		e.Settle()
		if n := strings.Count(e.Text(doc), "designls:begin recap"); n != 1 || m.Most() != 1 {
			t.Errorf("%d blocks, %d requests at a time", n, m.Most())
		}
	})
}

// recapAsSettingsCome has a client take its time to tell that a model is to be asked,
// and begins a recap before it has.
func recapAsSettingsCome(e *lsptest.Editor) {
	e.SlowSettings(2 * time.Second)
	e.Configure(`{"engine":"openai","review":{"secondLook":false}}`)
	e.Run("insert-recap", doc, "")
	elapse(5 * time.Second)
}

// TestTheFirstRunAfterAChangeOfTheEngineUsesTheNewOne has a client that takes its time
// to tell its settings.
func TestTheFirstRunAfterAChangeOfTheEngineUsesTheNewOne(t *testing.T) {
	m := fake.Replies(recap)
	config := asking(m)
	config.Settings = `{"engine":"builtin"}`
	bubble(t, files{doc: design}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		recapAsSettingsCome(e)
		e.Settle()
		if m.Left() != 0 || !strings.Contains(e.Text(doc), "by=fake") {
			t.Errorf("the model was not asked:\n%s", e.Text(doc))
		}
		e.SlowSettings(time.Hour) // a client that never answers
		e.Configure(`{"engine":"openai"}`)
		run := e.Run("insert-overview", doc, "")
		e.Answer("Leave the document as it is")
		elapse(time.Minute)
		e.Settle()
		if p := e.ProgressOf(run); !p.Ended {
			t.Error("the run waits for a client that does not answer")
		}
	})
}

// TestSettingsThatComeWhileARunBeginsHoldForIt: the run has looked at the document before
// they came, and asks for them after that.
func TestSettingsThatComeWhileARunBeginsHoldForIt(t *testing.T) {
	m := fake.Replies(recap)
	config := asking(m)
	config.Settings = `{"engine":"builtin"}`
	bubble(t, files{doc: design}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		shown := make(chan struct{})
		e.BeforeProgress(func() { <-shown })
		recapAsSettingsCome(e)
		close(shown)
		e.Settle()
		if m.Left() != 0 || !strings.Contains(e.Text(doc), "by=fake") {
			t.Errorf("the model was not asked:\n%s", e.Text(doc))
		}
	})
}

// TestAnEngineThatThereIsNotSendsNothing: it is one of the environment, and may mean none.
func TestAnEngineThatThereIsNotSendsNothing(t *testing.T) {
	m := fake.Replies(recap)
	config := asking(m)
	config.Settings, config.Options.Engine = `{}`, "offline"
	bubble(t, files{doc: design}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Answer("Leave the document as it is")
		run := e.Run("insert-recap", doc, "")
		e.Settle()
		if end := e.ProgressOf(run).End; !strings.Contains(end, `there is no engine "offline", so nothing was sent`) || m.Left() != 1 || e.Text(doc) != design {
			t.Errorf("ended %q", end)
		}
	})
}

// What the author writes elsewhere can change how the place of an edit is read.
func TestABlockIsNotPutWhereItWouldNotBeOne(t *testing.T) {
	const other = "<!-- designls:begin recap kind=recap -->\n\nMine.\n\n<!-- designls:end recap -->\n"
	for name, write := range map[string]func(*lsptest.Editor){
		"a code block begins above": func(e *lsptest.Editor) { e.Replace(doc, "## Storage\n", "## Storage\n\n```\n") },
		"such a block is pasted":    func(e *lsptest.Editor) { e.Replace(doc, "## Storage\n", other+"\n## Storage\n") },
	} {
		t.Run(name, func(t *testing.T) {
			m := fake.New(fake.Step{Text: recap, Delay: time.Minute})
			bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				e.Run("insert-recap", doc, "")
				e.Settle()
				write(e)
				written := e.Text(doc)
				e.Answer("Discard")
				elapse(2 * time.Minute)
				e.Settle()
				if asked := e.Questions(); len(asked) != 1 || !strings.Contains(asked[0], "nothing was changed") || e.Text(doc) != written {
					t.Errorf("asked %q\n%s", asked, e.Text(doc))
				}
			})
		})
	}
}

// Who goes on writing a turn that was sent already has it sent again, whole.
func TestATurnThatIsWrittenOnIsSentAgain(t *testing.T) {
	m := fake.New(fake.Step{Text: "How many readers?"}, fake.Step{Text: "Fine.", Delay: time.Minute}, fake.Step{Text: "Which of the two?", Delay: time.Minute})
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("mock-candidate", doc, "")
		e.Settle()
		e.Replace(doc, "**You:**", "**You:** Ten million")
		e.Run("mock-candidate", doc, "")
		e.Settle()
		e.Replace(doc, "Ten million", "Ten million, or eleven")
		e.Answer("Run again")
		elapse(time.Hour)
		e.Settle()
		text := e.Text(doc)
		for _, want := range []string{"**You:** Ten million, or eleven\n", "**Reviewer:** Which of the two?"} {
			if strings.Count(text, want) != 1 {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
		if asked := e.Questions(); len(asked) != 1 || strings.Contains(asked[0], "at the end") || strings.Contains(text, "Fine.") {
			t.Errorf("asked %q\n%s", asked, text)
		}
		if last := m.Requests()[2].Messages; !strings.Contains(last[len(last)-1].Content, "or eleven") {
			t.Errorf("sent %+v", last)
		}
	})
}
