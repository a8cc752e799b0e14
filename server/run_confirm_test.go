package server_test

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/lsptest"
)

const slowAfter = "# Store\n\nOne.\n\nThe result.\n\n## Next\n\nTwo.\n"

// runConfirmed runs a slow action whose result the author wants to see first.
func runConfirmed(t *testing.T, meanwhile func(e *lsptest.Editor, run string, letGo func()), capabilities ...lsptest.Capability) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		gate := make(chan struct{})
		config := lsptest.Config{
			Options:  server.Options{Actions: []actions.Action{slow(gate)}},
			Settings: `{"edits":{"confirm":true}}`, Capabilities: capabilities,
		}
		e := start(t, files{doc: slowBefore}, config)
		e.Open(doc)
		run := e.Run("slow", doc, "")
		e.Settle()
		meanwhile(e, run, func() { close(gate); e.Settle() })
	})
}

func withoutAnnotations(c *protocol.ClientCapabilities) {
	c.Workspace.WorkspaceEdit.ChangeAnnotationSupport = nil
}

func TestAResultThatIsToBeConfirmedSaysSo(t *testing.T) {
	runConfirmed(t, func(e *lsptest.Editor, _ string, letGo func()) {
		letGo()
		wantText(t, e, slowAfter)
		if got := e.Confirmed(); !slices.Equal(got, []bool{true}) {
			t.Errorf("edits that need confirmation: %v", got)
		}
	})
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		letGo()
		if got := e.Confirmed(); !slices.Equal(got, []bool{false}) {
			t.Errorf("unasked, edits need confirmation: %v", got)
		}
	})
}

func TestADiscardedResultLeavesTheDocumentAndIsNoFailure(t *testing.T) {
	for reason, typed := range map[string]string{"discarded": "", "discarded while typing": "Number one."} {
		runConfirmed(t, func(e *lsptest.Editor, run string, letGo func()) {
			want := slowBefore
			if typed != "" {
				want = strings.Replace(slowBefore, "One.", typed, 1)
				e.BeforeEdit(func() { e.Replace(doc, "One.", typed) })
			}
			e.RefuseEdits(strings.Fields(reason)[0])
			letGo()
			wantText(t, e, want)
			if p := e.ProgressOf(run); !p.Ended || p.End != "Discarded; the document is unchanged." {
				t.Errorf("%s: progress %+v", reason, p)
			}
			if runs := e.Runs(); len(runs) == 0 || !strings.Contains(runs[len(runs)-1], `"state":"discarded"`) {
				t.Errorf("%s: runs %q", reason, runs)
			}
			if said, asked := e.Messages(), e.Questions(); len(said)+len(asked) > 0 {
				t.Errorf("%s: said %q, asked %q", reason, said, asked)
			}
		}, lsptest.Watching)
	}
}

func TestAConfirmedResultMovesWithWhatWasTypedWhileItWasShown(t *testing.T) {
	runConfirmed(t, func(e *lsptest.Editor, _ string, letGo func()) {
		e.BeforeEdit(func() { e.Replace(doc, "One.", "Number one.") })
		letGo()
		wantText(t, e, strings.Replace(slowAfter, "One.", "Number one.", 1))
	})
}

func TestAClientThatCannotShowEditsIsAsked(t *testing.T) {
	for choice, want := range map[string]string{"Apply": slowAfter, "Discard": slowBefore, "": slowBefore} {
		runConfirmed(t, func(e *lsptest.Editor, run string, letGo func()) {
			e.Answer(choice)
			letGo()
			wantText(t, e, want)
			if asked := e.Questions(); len(asked) != 1 || !strings.Contains(asked[0], "would add 1 line and take 0 lines away") {
				t.Errorf("asked %q", asked)
			}
			if p := e.ProgressOf(run); !p.Ended {
				t.Errorf("progress: %+v", p)
			}
		}, lsptest.Full, withoutAnnotations)
	}
}

func TestAnEditThatIsShownKeepsNoOtherWaiting(t *testing.T) {
	runConfirmed(t, func(e *lsptest.Editor, _ string, letGo func()) {
		decided := make(chan struct{})
		e.BeforeEdit(func() { <-decided })
		letGo()
		if _, err := e.Execute("designls.include", protocol.LSPAny(`{"uri":"`+string(e.URI(doc))+`"}`)); err != nil {
			t.Error(err)
		}
		if !strings.Contains(e.Text(doc), "designls: true") {
			t.Errorf("while an edit is shown the text is %q", e.Text(doc))
		}
		close(decided)
		e.Settle()
		if !strings.Contains(e.Text(doc), "The result.") {
			t.Errorf("the edit that was shown is lost: %q", e.Text(doc))
		}
	})
}
