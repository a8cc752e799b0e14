package server_test

import (
	"strings"
	"testing"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
)

func TestWhatAModelFindsIsShownUntilItsWordsAreGone(t *testing.T) {
	m := fake.Replies("Here it is:\n```json\n" + gone + "\n```")
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := e.Run("critique", doc, "")
		e.Settle()
		shown := func() bool { return strings.Contains(messagesOf(e), "Losing the primary") }
		if !shown() || strings.Contains(messagesOf(e), "Invented") {
			t.Fatalf("shown: %s; ended %q", messagesOf(e), e.ProgressOf(run).End)
		}
		if e.Text(doc) != design || !strings.Contains(e.ProgressOf(run).End, "1 was left out because") {
			t.Errorf("ended %q", e.ProgressOf(run).End)
		}
		e.Replace(doc, "# Feed\n", "# Feed\n\nMoved down.\n")
		e.Settle()
		if !shown() {
			t.Fatal("it went when the text moved")
		}
		for _, d := range e.Diagnostics(doc) {
			found := strings.Contains(string(d.Message.(protocol.String)), "Losing")
			if found && e.Quote(doc, d.Range) != "the only copy of the data" {
				t.Errorf("it is shown at %q", e.Quote(doc, d.Range))
			}
			if names := strings.Contains(string(d.Data), `"model":"`); names != found {
				t.Errorf("%v names a model: %s", d.Message, d.Data)
			}
		}
		e.Replace(doc, "only copy", "first copy")
		e.Settle()
		if shown() {
			t.Error("it is shown though its words are gone")
		}
		e.Replace(doc, "first copy", "only copy")
		e.Close(doc)
		e.Settle()
		e.Open(doc)
		e.Settle()
		e.SetText(doc, design)
		e.Settle()
		if !shown() {
			t.Error("it did not come back")
		}
	})
}

func messagesOf(e *lsptest.Editor) string {
	var all []string
	for _, d := range e.Diagnostics(doc) {
		if text, ok := d.Message.(protocol.String); ok {
			all = append(all, string(text))
		}
	}
	return strings.Join(all, "\n")
}

func TestASecondReviewSendsOnlyWhatHasChanged(t *testing.T) {
	m := fake.Replies(gone)
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("critique", doc, "")
		e.Settle()
		run := e.Run("critique", doc, "")
		e.Settle()
		if n := len(m.Requests()); n != 1 {
			t.Errorf("%d requests", n)
		}
		if end := e.ProgressOf(run).End; !strings.Contains(end, "0 resolved, 1 remaining, 0 new") {
			t.Errorf("ended %q", end)
		}
	})
}
