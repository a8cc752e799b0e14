package server_test

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
)

// TestWhatAnEditedBlockGetsIsPaidForOnce: the author is asked when the new text has been
// written, and that is what is put in, also when no reply is kept.
func TestWhatAnEditedBlockGetsIsPaidForOnce(t *testing.T) {
	for choice, mine := range map[string]bool{"Replace my edited text": false, "Keep it, and put the new text after it": true} {
		m := fake.New(fake.Step{Text: recap}, fake.Step{Text: strings.Replace(recap, "Failover", "Fencing", 1)})
		bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
			e.Open(doc)
			e.Run("insert-recap", doc, "")
			e.Settle()
			e.Replace(doc, "Posts live in Postgres.", "Posts live in my Postgres.")
			e.Answer(choice)
			run := e.Run("insert-recap", doc, "")
			e.Settle()
			after := e.Text(doc)
			if !strings.Contains(after, "Fencing") || strings.Contains(after, "my Postgres") != mine {
				t.Errorf("%s: the text is %s", choice, after)
			}
			if n := len(m.Requests()); n != 2 || !strings.Contains(e.ProgressOf(run).End, "written by fake") {
				t.Errorf("%s: the model was asked %d times, and it ends with %q", choice, n, e.ProgressOf(run).End)
			}
		})
	}
}

// TestWhatIsMadeWithoutAModelSaysSo, also over an edited block.
func TestWhatIsMadeWithoutAModelSaysSo(t *testing.T) {
	m := fake.New(fake.Step{Text: recap}, fake.Step{Err: &llm.Error{Kind: llm.KeyWrong}})
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("insert-recap", doc, "")
		e.Settle()
		e.Replace(doc, "Posts live in Postgres.", "Posts live in my Postgres.")
		e.Answer("Do it without a model", "Replace my edited text")
		run := e.Run("insert-recap", doc, "")
		e.Settle()
		if end := e.ProgressOf(run).End; !strings.HasSuffix(end, "(Made without a model.)") || strings.Contains(e.Text(doc), "my Postgres") {
			t.Errorf("it ends with %q, and the text is %s", end, e.Text(doc))
		}
	})
}
