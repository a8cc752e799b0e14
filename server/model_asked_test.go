package server_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
)

func TestConsent(t *testing.T) {
	for answer, sent := range map[string]int{"Allow for this workspace": 2, "Once": 1, "No": 0} {
		t.Run(answer, func(t *testing.T) {
			m := fake.New(fake.Step{Text: recap, Always: true})
			m.ModelHost = "api.example.com"
			bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				e.Answer(answer, "No")
				e.Run("insert-recap", doc, "")
				e.Settle()
				e.Run("insert-recap", doc, "")
				e.Settle()
				asked := e.Questions()
				if len(m.Requests()) != sent || !strings.Contains(asked[0], "api.example.com") || !strings.Contains(asked[0], "“Feed > Storage”") || !strings.Contains(asked[0], "tokens") {
					t.Errorf("%d requests, asked %q", len(m.Requests()), asked)
				}
				if sent == 0 && e.Text(doc) != design {
					t.Error("the document has changed")
				}
			})
		})
	}
}

func TestNothingIsSentUnasked(t *testing.T) {
	m := fake.New()
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		for range 3 {
			e.Replace(doc, "Later.", "Later. More.")
			e.Settle()
		}
		at := e.Range(doc, "the only copy of the data")
		e.CodeActions(doc, at)
		for _, method := range []string{"textDocument/hover", "textDocument/completion"} {
			params, _ := json.Marshal(map[string]any{"textDocument": map[string]any{"uri": e.URI(doc)}, "position": at.Start})
			if _, err := e.Call(context.Background(), method, string(params)); err != nil {
				t.Error(err)
			}
		}
		params, _ := json.Marshal(map[string]any{"textDocument": map[string]any{"uri": e.URI(doc)}})
		if _, err := e.Call(context.Background(), "textDocument/codeLens", string(params)); err != nil {
			t.Error(err)
		}
		e.Save(doc)
		e.Close(doc)
		e.Settle()
		if n := len(m.Requests()); n != 0 {
			t.Errorf("%d requests", n)
		}
	})
}

func TestADocumentThatStaysLocalIsNotSent(t *testing.T) {
	local := "---\ndesignls:\n  local-only: true\n---\n" + design
	m := fake.New()
	bubble(t, files{doc: local}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Answer("Do it without a model")
		run := e.Run("insert-recap", doc, "")
		e.Settle()
		if len(m.Requests()) != 0 || !strings.Contains(e.Questions()[0], "local-only") {
			t.Errorf("%d requests, asked %q", len(m.Requests()), e.Questions())
		}
		if end := e.ProgressOf(run).End; !strings.Contains(end, "without a model") || !strings.Contains(e.Text(doc), "designls:begin recap") {
			t.Errorf("ended %q", end)
		}
	})
}

func TestWhenAModelFailsTheBuiltinResultIsOffered(t *testing.T) {
	m := fake.Fails(&llm.Error{Kind: llm.Quota, Host: "api.example.com"})
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Answer("Do it without a model")
		run := e.Run("insert-recap", doc, "")
		e.Settle()
		if asked := e.Questions(); len(asked) != 1 || !strings.Contains(asked[0], "quota") {
			t.Errorf("asked %q", asked)
		}
		if !strings.Contains(e.Text(doc), "designls:begin recap") || !strings.Contains(e.ProgressOf(run).End, "without a model") {
			t.Errorf("ended %q", e.ProgressOf(run).End)
		}
	})
}
