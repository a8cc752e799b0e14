package server_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/lsptest"
)

// runSlow starts a slow run in a bubble; what happens meanwhile is up to the test.
func runSlow(t *testing.T, meanwhile func(t *testing.T, e *lsptest.Editor, run string, letGo func()), capabilities ...lsptest.Capability) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		gate := make(chan struct{})
		config := lsptest.Config{Options: server.Options{Actions: []actions.Action{slow(gate)}}, Capabilities: capabilities}
		e := start(t, files{doc: slowBefore}, config)
		e.Open(doc)
		run := e.Run("slow", doc, "")
		e.Settle()
		meanwhile(t, e, run, func() { close(gate); e.Settle() })
	})
}

func wantText(t *testing.T, e *lsptest.Editor, want string) {
	t.Helper()
	if got := e.Text(doc); got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}

func TestARunIsAnsweredAtOnceAndEndsInAnEdit(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, run string, letGo func()) {
		if p := e.ProgressOf(run); p.Title != "Take your time" || p.Ended || !p.Cancellable || !slices.Equal(p.Reports, []string{"Thinking"}) {
			t.Errorf("progress under way: %+v", p)
		}
		wantText(t, e, slowBefore)
		letGo()
		if p := e.ProgressOf(run); !p.Ended || p.End != "Put in the result." {
			t.Errorf("progress at the end: %+v", p)
		}
		wantText(t, e, "# Store\n\nOne.\n\nThe result.\n\n## Next\n\nTwo.\n")
	})
}

func TestTheResultIsShownToAnAuthorWhoWaits(t *testing.T) {
	show := func(c *protocol.ClientCapabilities) {
		c.Window.ShowDocument = &protocol.ShowDocumentClientCapabilities{Support: true}
	}
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		letGo()
		shown := e.Shown()
		if len(shown) != 1 || shown[0].Selection.Start != (protocol.Position{Line: 4}) {
			t.Errorf("shown %+v, want the line of the result", shown)
		}
	}, lsptest.Full, show)
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		e.Replace(doc, "Two.", "Number two.")
		letGo()
		if shown := e.Shown(); len(shown) != 0 {
			t.Errorf("an author who types is taken to %+v", shown)
		}
	}, lsptest.Full, show)
}

func TestAResultMovesWithWhatTheAuthorTypes(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		e.Replace(doc, "One.", "Number one 😀.")
		e.Replace(doc, "Two.", "Number two.")
		letGo()
		wantText(t, e, "# Store\n\nNumber one 😀.\n\nThe result.\n\n## Next\n\nNumber two.\n")
	})
}

func TestAResultMovesWithWhatIsTypedWhileItIsApplied(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		e.BeforeEdit(func() { e.Replace(doc, "One.", "Number one.") })
		letGo()
		wantText(t, e, "# Store\n\nNumber one.\n\nThe result.\n\n## Next\n\nTwo.\n")
	})
}

func TestAResultIsMovedWhenTheDocumentWasClosedMeanwhile(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		e.Replace(doc, "One.", "Number one.")
		e.Save(doc)
		e.Close(doc)
		letGo()
		if got, want := e.ReadFile(doc), "# Store\n\nNumber one.\n\nThe result.\n\n## Next\n\nTwo.\n"; got != want {
			t.Errorf("the file is %q, want %q", got, want)
		}
	})
}

func TestAResultWhosePlaceIsGoneIsOffered(t *testing.T) {
	for choice, want := range map[string]string{
		"Insert at the end": "# Store\n\nOne and two.\n\nThe result.\n",
		"Discard":           "# Store\n\nOne and two.\n",
		"":                  "# Store\n\nOne and two.\n",
	} {
		runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
			e.Replace(doc, "One.\n\n## Next\n\nTwo.", "One and two.")
			e.Answer(choice)
			letGo()
			wantText(t, e, want)
			if asked := e.Questions(); len(asked) != 1 || !strings.Contains(asked[0], "was edited while") {
				t.Errorf("asked %q", asked)
			}
		})
	}
}

func TestARunCanBeRepeatedOnTheNewText(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		e.Replace(doc, "One.\n\n## Next\n\nTwo.", "All.\n\n## Next\n\nThing.")
		e.Answer("Run again")
		letGo()
		wantText(t, e, "# Store\n\nAll.\n\nThe result.\n\n## Next\n\nThing.\n")
	})
}

func TestARefusedEditLeavesTheDocument(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, letGo func()) {
		e.RefuseEdits("read only")
		letGo()
		wantText(t, e, slowBefore)
		if said := e.Messages(); len(said) != 1 || !strings.Contains(said[0], "read only") || !strings.Contains(said[0], "unchanged") {
			t.Errorf("said %q", said)
		}
	})
}

func TestARunIsCancelled(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, run string, letGo func()) {
		e.Notify("window/workDoneProgress/cancel", `{"token":"`+run+`"}`)
		e.Settle()
		if p := e.ProgressOf(run); !p.Ended || !strings.Contains(p.End, "unchanged") {
			t.Errorf("progress: %+v", p)
		}
		letGo()
		wantText(t, e, slowBefore)
		if said := e.Messages(); len(said) > 0 {
			t.Errorf("said %q", said)
		}
	})
}

func TestShutdownGivesUpRuns(t *testing.T) {
	runSlow(t, func(t *testing.T, e *lsptest.Editor, _ string, _ func()) {
		if code := e.Shutdown(); code != server.ExitClean {
			t.Errorf("exit code %d", code)
		}
		wantText(t, e, slowBefore)
	})
}

func TestActionsThatGoWrong(t *testing.T) {
	fails := actions.Action{ID: "fails", Title: "Fail", Offline: func(context.Context, actions.Input) (actions.Result, error) {
		return actions.Result{}, errors.New("the moon is full")
	}}
	panics := actions.Action{ID: "panics", Title: "Panic", Offline: func(context.Context, actions.Input) (actions.Result, error) {
		panic("on purpose")
	}}
	config := lsptest.Config{Options: server.Options{Actions: []actions.Action{fails, panics}}}
	bubble(t, files{doc: slowBefore}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		for _, tt := range []struct{ action, want string }{{"fails", "the moon is full"}, {"panics", "bug"}, {"panics", "bug"}} {
			run := e.Run(tt.action, doc, "")
			e.Settle()
			if p := e.ProgressOf(run); !p.Ended || !strings.Contains(p.End, tt.want) {
				t.Errorf("%s: progress %+v", tt.action, p)
			}
			if said := strings.Join(e.Messages(), "\n"); !strings.Contains(said, tt.want) {
				t.Errorf("%s: said %q", tt.action, said)
			}
		}
		wantText(t, e, slowBefore)
	})
}

func TestACommandThatCannotBeCarriedOut(t *testing.T) {
	config := lsptest.Config{Options: server.Options{Actions: []actions.Action{slow(nil)}}}
	bubble(t, files{doc: slowBefore}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		for _, tt := range []struct{ command, argument, want string }{
			{"designls.run", `{"action":"slo","uri":"URI"}`, `did you mean "slow"`},
			{"designls.run", `{"action":"slow","uri":"URI","section":"Storage"}`, `"Next"`},
			{"designls.run", `{"action":"slow","uri":"file:///no/such/file.md"}`, "no such file"},
			{"designls.run", `{"action":7}`, "cannot be read"},
			{"designls.run", `[]`, "cannot be read"},
			{"designls.decide", `{"uri":"URI","finding":"0","decision":"perhaps"}`, "accepted-risk"},
			{"designls.decide", `{"uri":"URI","finding":"0","decision":"dismissed"}`, "gone"},
			{"designls.apply", `{"edit":7}`, "cannot be read"},
			{"designls.nothing", `{}`, "designls.run"},
		} {
			argument := strings.ReplaceAll(tt.argument, "URI", string(e.URI(doc)))
			_, err := e.Execute(tt.command, []byte(argument))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s %s: error %v does not say %q", tt.command, argument, err, tt.want)
			}
		}
		if _, err := e.Execute("designls.run"); err == nil {
			t.Error("a command without its argument did not fail")
		}
	})
}

// A client that cannot make progress tells where it wants it, or gets a sentence.
func TestProgressForAnEditorThatCreatesNone(t *testing.T) {
	gate := make(chan struct{})
	close(gate)
	noProgress := func(c *protocol.ClientCapabilities) { c.Window.WorkDoneProgress = nil }
	config := lsptest.Config{Capabilities: []lsptest.Capability{lsptest.Full, noProgress}, Options: server.Options{Actions: []actions.Action{slow(gate)}}}
	bubble(t, files{doc: slowBefore}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		argument := `{"action":"slow","uri":"` + string(e.URI(doc)) + `"}`
		if _, err := e.Call(t.Context(), "workspace/executeCommand", `{"command":"designls.run","arguments":[`+argument+`],"workDoneToken":"mine"}`); err != nil {
			t.Fatal(err)
		}
		e.Settle()
		if p := e.ProgressOf("mine"); !p.Ended || p.End != "Put in the result." || len(e.Messages()) > 0 {
			t.Errorf("progress %+v", p)
		}
		e.Replace(doc, "The result.\n\n", "")
		if _, err := e.Execute("designls.run", []byte(argument)); err != nil {
			t.Fatal(err)
		}
		e.Settle()
		if said := e.Messages(); !slices.Equal(said, []string{"Put in the result."}) {
			t.Errorf("said %q", said)
		}
	})
}
