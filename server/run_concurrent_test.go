package server_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/text"
)

// blockWriter is an action that waits until it is let go and then writes one block,
// over the one that is there.
func blockWriter(letGo <-chan struct{}) actions.Action {
	return actions.Action{ID: "note", Title: "Take a note", Kind: "note", Offline: func(_ context.Context, in actions.Input) (actions.Result, error) {
		at := text.Span{Start: len(in.Doc.Text.Content()), End: len(in.Doc.Text.Content())}
		if b := in.Doc.Block("note"); b != nil {
			at = b.Span
		}
		<-letGo
		block := document.RenderBlock("note", "note", "0", "Noted.")
		return actions.Result{Edits: []text.Edit{{Span: at, New: block}}, Summary: "Noted it."}, nil
	}}
}

func unversioned(c *protocol.ClientCapabilities) { c.Workspace.WorkspaceEdit = nil }

func TestRunsAtTheSameTimeWriteOneBlock(t *testing.T) {
	for name, capabilities := range map[string][]lsptest.Capability{
		"versioned edits": {lsptest.Full}, "edits without versions": {lsptest.Full, unversioned},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				gate := make(chan struct{})
				e := start(t, files{doc: slowBefore}, lsptest.Config{
					Capabilities: capabilities,
					Options:      server.Options{Actions: []actions.Action{blockWriter(gate)}},
				})
				e.Open(doc)
				runs := []string{e.Run("note", doc, ""), e.Run("note", doc, ""), e.Run("note", doc, "")}
				e.Settle()
				close(gate)
				e.Settle()
				if n := strings.Count(e.Text(doc), "designls:begin note"); n != 1 {
					t.Errorf("%d blocks in %q", n, e.Text(doc))
				}
				for _, run := range runs {
					if p := e.ProgressOf(run); p.End != "Noted it." {
						t.Errorf("%s ended with %q", run, p.End)
					}
				}
			})
		})
	}
}

func TestShutdownDoesNotWaitForAnEditThatTheEditorSitsOn(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		never := make(chan struct{})
		defer close(never)
		e.BeforeEdit(func() { <-never })
		e.RefuseEdits("too late")
		letGo()
		if err := e.Server.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

func TestARunIsCancelledBeforeThereIsProgress(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		letGo()
		e.Replace(doc, "The result.\n\n", "")
		answer := make(chan struct{})
		e.BeforeProgress(func() { <-answer })
		run := e.Run("slow", doc, "")
		e.Notify("window/workDoneProgress/cancel", `{"token":"`+run+`"}`)
		e.Settle()
		close(answer)
		e.Settle()
		wantText(t, e, slowBefore)
	})
}

// What an action writes over its earlier block is a few words of it. They make no
// sense anywhere else.
func TestAResultForABlockThatTheAuthorTouchedIsOfferedWhole(t *testing.T) {
	const before = "# Store\n\nOne.\n\n## Next\n\nTwo.\n"
	for _, tt := range []struct{ old, new, answer, want string }{
		{"**Overview.**", "**Ann's overview.**", "Discard", ""},
		{"<!-- designls:end overview -->", "", "Insert at the end", "<!-- designls:end overview -->"},
	} {
		bubble(t, files{doc: before}, lsptest.Config{}, func(t *testing.T, e *lsptest.Editor) {
			e.Open(doc)
			e.Run("insert-overview", doc, "")
			e.Settle()
			e.Replace(doc, "## Next", "## Last")
			var typed string
			e.BeforeEdit(func() { e.Replace(doc, tt.old, tt.new); typed = e.Text(doc) })
			e.Answer(tt.answer)
			e.Run("insert-overview", doc, "")
			e.Settle()
			added, kept := strings.CutPrefix(e.Text(doc), typed)
			if whole := strings.HasPrefix(strings.TrimSpace(added), "<!-- designls:begin overview"); !kept || whole != (tt.want != "") || !strings.Contains(added, tt.want) {
				t.Errorf("%s: the text is %q", tt.answer, e.Text(doc))
			}
		})
	}
}
