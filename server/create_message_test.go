package server_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/budget"
	"github.com/designls/designls/server/lsptest"
)

func editorsModel() lsptest.Config {
	return lsptest.Config{Options: server.Options{Engine: "editor"}, Capabilities: []lsptest.Capability{lsptest.Messages}}
}

func TestTheEditorsModelWritesABlock(t *testing.T) {
	bubble(t, files{doc: design}, editorsModel(), func(t *testing.T, e *lsptest.Editor) {
		e.OnMessage(func(_ context.Context, m lsptest.Message, write func(string)) (any, error) {
			if !strings.Contains(m.Messages[0].Content, "the only copy of the data") || m.System == "" {
				t.Errorf("asked %+v", m)
			}
			write(recap[:9])
			write(recap[9:])
			return map[string]string{"text": recap}, nil
		})
		e.Open(doc)
		run := e.Run("insert-recap", doc, "")
		e.Settle()
		if !strings.Contains(e.Text(doc), "Posts live in Postgres.") || !strings.Contains(strings.Join(e.ProgressOf(run).Reports, "\n"), "Recap") {
			t.Errorf("%s\n%+v", e.Text(doc), e.ProgressOf(run))
		}
	})
}

// TestTheEditorsModelIsCountedLikeAnyOther: what counts it may stop it, too.
func TestTheEditorsModelIsCountedLikeAnyOther(t *testing.T) {
	config, month := editorsModel(), llm.Usage{Prompt: 700}
	book := budget.Options{Dir: t.TempDir(), Monthly: 1 << 20}
	config.Options.Count = func(c server.Connection, m llm.Model) (llm.Model, error) {
		book.Workspace, book.Monthly = c.Workspace, c.Monthly
		return budget.Open(book).Run(m), nil
	}
	config.Options.Month = func(root string) (llm.Usage, error) {
		used, err := budget.Open(budget.Options{Dir: book.Dir, Workspace: root}).Month()
		return used.Add(month), err
	}
	bubble(t, files{doc: design}, config, func(t *testing.T, e *lsptest.Editor) {
		e.OnMessage(func(context.Context, lsptest.Message, func(string)) (any, error) {
			return map[string]any{"text": recap, "promptTokens": 900, "completionTokens": 100}, nil
		})
		e.Open(doc)
		e.Run("insert-recap", doc, "")
		e.Settle()
		if told := lastStatus(t, e).Usage; told == nil || told.Month == nil || told.Month.Prompt != 1600 || told.Month.Completion != 100 {
			t.Errorf("told %+v", told)
		}
		e.Configure(`{"engine":"editor","budget":{"monthlyTokens":1100}}`)
		before := e.Text(doc)
		e.Answer("Leave the document as it is")
		run := e.Run("insert-overview", doc, "")
		e.Settle()
		if end := e.ProgressOf(run).End; !strings.Contains(end, "1000 of 1100 tokens of this month are used") || e.Text(doc) != before {
			t.Errorf("ended %q", end)
		}
	})
}

// silent is a model of the editor that says nothing until it is cancelled, which is told.
func silent(e *lsptest.Editor) (ended chan struct{}) {
	ended = make(chan struct{})
	e.OnMessage(func(ctx context.Context, _ lsptest.Message, _ func(string)) (any, error) {
		<-ctx.Done()
		close(ended)
		return nil, ctx.Err()
	})
	return ended
}

func TestTheEditorsModelIsCancelled(t *testing.T) {
	bubble(t, files{doc: design}, editorsModel(), func(t *testing.T, e *lsptest.Editor) {
		ended := silent(e)
		e.Open(doc)
		run := e.Run("insert-recap", doc, "")
		e.Settle()
		e.Notify("window/workDoneProgress/cancel", `{"token":"`+run+`"}`)
		<-ended
		e.Settle()
		if p := e.ProgressOf(run); !strings.HasPrefix(p.End, "Cancelled") || e.Text(doc) != design {
			t.Errorf("ended %q", p.End)
		}
	})
}

func TestErrorsOfTheEditorsModelAreTold(t *testing.T) {
	bubble(t, files{doc: design}, editorsModel(), func(t *testing.T, e *lsptest.Editor) {
		e.OnMessage(func(context.Context, lsptest.Message, func(string)) (any, error) {
			return nil, &jsonrpc2.Error{Code: -32803, Message: "no more today", Data: jsonrpc2.RawMessage(json.RawMessage(`{"kind":"quota"}`))}
		})
		e.Open(doc)
		e.Answer("Leave the document as it is")
		run := e.Run("insert-recap", doc, "")
		e.Settle()
		if p := e.ProgressOf(run); !strings.Contains(p.End, "quota") || !strings.Contains(p.End, "no more today") || e.Text(doc) != design {
			t.Errorf("ended %q", p.End)
		}
	})
}
