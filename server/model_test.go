package server_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/reviewer"
)

// quarter counts a token for every four bytes.
type quarter struct{}

func (quarter) Count(s string) int { return len(s)/4 + 1 }

// asking is an editor whose engine is a scripted model.
func asking(m *fake.Model) lsptest.Config {
	connect := func(server.Connection) (llm.Model, reviewer.Counter, error) { return m, quarter{}, nil }
	return lsptest.Config{Options: server.Options{Engine: "openai", Connect: connect}, Settings: `{"review":{"secondLook":false}}`}
}

const (
	design = `# Feed

We serve 10 million readers. Posts are stored in one Postgres primary.

## Storage

The primary is the only copy of the data.

## Next

Later.
`
	recap = "## Recap\n\nPosts live in Postgres.\n\n## Complicating factors still open\n\n- Failover.\n\n## Side branches\n\n- Search.\n"
	gone  = `{"findings":[{"rule":"consistency","severity":"warning","confidence":"certain","quote":"the only copy of the data","subject":"copy","message":"Losing the primary loses all posts.","why":"Nothing replicates it.","options":["Replicate"]},` +
		`{"rule":"unjustified-technology","severity":"warning","confidence":"certain","quote":"We chose MongoDB for speed","subject":"x","message":"Invented.","why":"w","options":[]}]}`
)

func TestABlockOfAModelIsInsertedWhole(t *testing.T) {
	m := fake.New(fake.Step{Chunks: []string{recap[:20], recap[20:]}, Gap: time.Second})
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := e.Run("insert-recap", doc, "")
		time.Sleep(10 * time.Second)
		e.Settle()
		text := e.Text(doc)
		for _, want := range []string{design, "kind=recap", "by=fake", "Posts live in Postgres.", "## Side branches"} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in %s", want, text)
			}
		}
		p := e.ProgressOf(run)
		if !strings.Contains(strings.Join(p.Reports, "\n"), "Writing “Recap”") || !strings.Contains(p.End, "fake") {
			t.Errorf("progress %q, end %q", p.Reports, p.End)
		}
	})
}

func TestAuthorsWriteWhileAModelDoes(t *testing.T) {
	for name, edit := range map[string]func(*lsptest.Editor){
		"before the place": func(e *lsptest.Editor) { e.Replace(doc, "# Feed\n", "# Feed\n\nNew.\n") },
		"at the place":     func(e *lsptest.Editor) { e.Replace(doc, "Later.\n", "Later.\nAnd more.\n") },
		"in the section":   func(e *lsptest.Editor) { e.Replace(doc, "Later.", "Much later.") },
	} {
		t.Run(name, func(t *testing.T) {
			m := fake.New(fake.Step{Text: recap, Delay: time.Minute})
			bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				run := e.Run("insert-recap", doc, "")
				e.Settle()
				edit(e)
				written := strings.TrimSpace(e.Text(doc))
				time.Sleep(2 * time.Minute)
				e.Settle()
				if text := e.Text(doc); !strings.Contains(text, written) || strings.Count(text, "designls:begin recap") != 1 {
					t.Errorf("%s\nended %+v", text, e.ProgressOf(run))
				}
			})
		})
	}
}

// What becomes of a run whose document goes away: one that is closed is still a
// file, which the editor can edit; one that is gone is not made again.
func TestADocumentThatGoesAway(t *testing.T) {
	for name, c := range map[string]struct {
		leave func(*testing.T, *lsptest.Editor)
		end   string
		file  func(content string, err error) bool
	}{
		"closed": {
			func(_ *testing.T, e *lsptest.Editor) { e.Close(doc) }, "written by fake",
			func(content string, _ error) bool {
				return strings.HasPrefix(content, design) && strings.Contains(content, "begin recap")
			},
		},
		"deleted": {
			func(t *testing.T, e *lsptest.Editor) {
				e.Close(doc)
				remove(t, e)
				e.Touch(doc, protocol.FileChangeTypeDeleted)
			}, "was not read",
			func(_ string, err error) bool { return errors.Is(err, fs.ErrNotExist) },
		},
		"shut down": {
			func(t *testing.T, e *lsptest.Editor) {
				if err := e.Server.Shutdown(t.Context()); err != nil {
					t.Error(err)
				}
			}, "Cancelled",
			func(content string, _ error) bool { return content == design },
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := fake.New(fake.Step{Text: recap, Delay: time.Minute})
			bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				run := e.Run("insert-recap", doc, "")
				e.Settle()
				c.leave(t, e)
				elapse(2 * time.Minute)
				e.Settle()
				content, err := os.ReadFile(e.URI(doc).FsPath())
				if end := e.ProgressOf(run).End; !strings.Contains(end, c.end) || !c.file(string(content), err) {
					t.Errorf("ended %q with %q, %v", end, content, err)
				}
			})
		})
	}
}

func remove(t *testing.T, e *lsptest.Editor) {
	t.Helper()
	if err := os.Remove(e.URI(doc).FsPath()); err != nil {
		t.Error(err)
	}
}

// Nothing of these replies gets into the document.
func TestRepliesThatCannotBeUsedLeaveTheDocument(t *testing.T) {
	tests := map[string]struct {
		action  string
		replies []string
		says    string
	}{
		"empty":                       {"insert-recap", []string{" \n"}, "empty"},
		"a diagram without a grammar": {"insert-recap", []string{recap + "\n```mermaid\ngraph TD\n```\n"}, "diagram"},
		"no JSON, twice":              {"critique", []string{"I would rather not.", "Still not."}, "cannot be used"},
		"another schema":              {"critique", []string{`{"answers":[]}`, `{"answers":[]}`}, "cannot be used"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := fake.Replies(test.replies...)
			bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				e.Answer("Leave the document as it is")
				run := e.Run(test.action, doc, "")
				e.Settle()
				if e.Text(doc) != design {
					t.Errorf("changed:\n%s", e.Text(doc))
				}
				if p := e.ProgressOf(run); !strings.Contains(p.End, test.says) || m.Left() != 0 {
					t.Errorf("ended %q, %d replies left", p.End, m.Left())
				}
			})
		})
	}
}

func TestMarkersInAReplyDoNothing(t *testing.T) {
	m := fake.Replies(strings.Replace(recap, "Posts", "<!-- designls:end recap -->\n\n<script>\n\nPosts", 1))
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("insert-recap", doc, "")
		e.Settle()
		text := e.Text(doc)
		if strings.Count(text, "designls:end recap") != 1 || strings.Contains(text, "<script>") || !strings.HasPrefix(text, design) {
			t.Errorf("%s", text)
		}
	})
}

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

// TestTheFirstRunAfterAChangeOfTheEngineUsesTheNewOne has a client that takes its time
// to tell its settings.
func TestTheFirstRunAfterAChangeOfTheEngineUsesTheNewOne(t *testing.T) {
	m := fake.Replies(recap)
	config := asking(m)
	config.Settings = `{"engine":"builtin"}`
	bubble(t, files{doc: design}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		e.SlowSettings(2 * time.Second)
		e.Configure(`{"engine":"openai","review":{"secondLook":false}}`)
		e.Run("insert-recap", doc, "")
		elapse(5 * time.Second)
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
