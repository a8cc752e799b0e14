package server_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"go.lsp.dev/jsonrpc2"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
)

// previewed is what the tests read of the answer to designls.preview.
type previewed struct {
	Summary, Markdown, Conflict, Failed, Engine, Model, Phase string
	Inserts                                                   bool
	Findings                                                  []struct{ Rule, Message string }
}

// beginPreview begins a run that writes nothing, and returns its id.
func beginPreview(t *testing.T, e *lsptest.Editor, action string, more ...string) string {
	t.Helper()
	argument := `{"action":"` + action + `","uri":"` + string(e.URI(doc)) + `","preview":true` + strings.Join(more, "") + `}`
	answer, err := e.Execute("designls.run", []byte(argument))
	if err != nil {
		t.Fatal(err)
	}
	var started struct{ Run string }
	if err := json.Unmarshal([]byte(answer), &started); err != nil || started.Run == "" {
		t.Fatalf("answered %s: %v", answer, err)
	}
	return started.Run
}

func reference(run string) []byte { return []byte(`{"run":"` + run + `"}`) }

func endPreview(t *testing.T, e *lsptest.Editor, run string) previewed {
	t.Helper()
	answer, err := e.Execute("designls.preview", reference(run))
	if err != nil {
		t.Fatal(err)
	}
	var p previewed
	if err := json.Unmarshal([]byte(answer), &p); err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	return p
}

func insertPreview(t *testing.T, e *lsptest.Editor, run string) (summary, failure string) {
	t.Helper()
	answer, err := e.Execute("designls.insert", reference(run))
	if err != nil {
		return "", err.Error()
	}
	var inserted struct{ Summary string }
	if err := json.Unmarshal([]byte(answer), &inserted); err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	return inserted.Summary, ""
}

func TestAPreviewWritesNothingUntilItIsInserted(t *testing.T) {
	m := fake.New(fake.Step{Text: recap})
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := beginPreview(t, e, "insert-recap")
		p := endPreview(t, e, run)
		if !strings.HasPrefix(p.Markdown, "## Recap\n\nPosts live in Postgres.") || strings.Contains(p.Markdown, "designls:") || !p.Inserts || p.Model != "fake" || p.Phase == "" {
			t.Errorf("previewed %+v", p)
		}
		wantText(t, e, design)
		e.Replace(doc, "# Feed\n", "# Feed\n\nNew.\n")
		if summary, failure := insertPreview(t, e, run); !strings.Contains(summary, "written by fake") || failure != "" {
			t.Errorf("inserted: %q, %q", summary, failure)
		}
		if after := e.Text(doc); !strings.Contains(after, p.Markdown) || !strings.Contains(after, "New.") || strings.Count(after, "designls:begin recap") != 1 {
			t.Errorf("the text is %s", after)
		}
		if n := len(m.Requests()); n != 1 {
			t.Errorf("the model was asked %d times", n)
		}
		inserted := e.Text(doc)
		if _, failure := insertPreview(t, e, run); !strings.Contains(failure, "already") {
			t.Errorf("inserted once more: %q", failure)
		}
		wantText(t, e, inserted)
	})
}

func TestAPreviewIsKeptWhenItCannotBeInserted(t *testing.T) {
	m := fake.New(fake.Step{Text: recap}, fake.Step{Text: recap + "- More.\n"})
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		first, second := beginPreview(t, e, "insert-recap"), beginPreview(t, e, "insert-recap", `,"options":{"overwrite":"replace"}`)
		endPreview(t, e, first)
		endPreview(t, e, second)
		if _, failure := insertPreview(t, e, first); failure != "" {
			t.Fatal(failure)
		}
		written := e.Text(doc)
		if _, failure := insertPreview(t, e, second); !strings.Contains(failure, `block "recap" by now`) {
			t.Errorf("a second block: %q", failure)
		}
		wantText(t, e, written)
	})
}

func TestAPreviewOverEditedTextAsksBeforeItIsInserted(t *testing.T) {
	for choice, want := range map[string]struct {
		mine   bool
		blocks int
	}{
		"Replace my edited text":                 {false, 1},
		"Keep it, and put the new text after it": {true, 2},
		"Cancel":                                 {true, 1},
	} {
		m := fake.New(fake.Step{Text: recap}, fake.Step{Text: strings.Replace(recap, "Failover", "Fencing", 1)})
		bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
			e.Open(doc)
			first := beginPreview(t, e, "insert-recap")
			endPreview(t, e, first)
			insertPreview(t, e, first)
			e.Replace(doc, "Posts live in Postgres.", "Posts live in my Postgres.")
			second := beginPreview(t, e, "insert-recap")
			if p := endPreview(t, e, second); !strings.Contains(p.Conflict, "edited") || !strings.Contains(p.Markdown, "Fencing") {
				t.Errorf("previewed %+v", p)
			}
			e.Answer(choice)
			insertPreview(t, e, second)
			after := e.Text(doc)
			if strings.Contains(after, "my Postgres") != want.mine || strings.Count(after, "designls:begin recap") != want.blocks {
				t.Errorf("%s: the text is %s", choice, after)
			}
			if n := len(m.Requests()); n != 2 {
				t.Errorf("%s: the model was asked %d times", choice, n)
			}
		})
	}
}

// done has the slow action end at once.
func done() lsptest.Config {
	gate := make(chan struct{})
	close(gate)
	return lsptest.Config{Options: server.Options{Actions: []actions.Action{slow(gate)}}}
}

func TestAPreviewWhosePlaceIsGoneIsOffered(t *testing.T) {
	bubble(t, files{doc: slowBefore}, done(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := beginPreview(t, e, "slow")
		endPreview(t, e, run)
		e.Replace(doc, "One.\n\n## Next\n\nTwo.", "One and two.")
		e.Answer("Insert at the end")
		if _, failure := insertPreview(t, e, run); failure != "" {
			t.Error(failure)
		}
		wantText(t, e, "# Store\n\nOne and two.\n\nThe result.\n")
		if _, failure := insertPreview(t, e, run); !strings.Contains(failure, "already") {
			t.Errorf("inserted once more: %q", failure)
		}
	})
}

func TestAPreviewIsCancelled(t *testing.T) {
	bubble(t, files{doc: design}, editorsModel(), func(t *testing.T, e *lsptest.Editor) {
		ended := silent(e)
		e.Open(doc)
		run := beginPreview(t, e, "insert-recap")
		e.Settle()
		if _, failure := insertPreview(t, e, run); !strings.Contains(failure, "still being written") {
			t.Errorf("inserted: %q", failure)
		}
		e.Notify("window/workDoneProgress/cancel", `{"token":"`+run+`"}`)
		<-ended
		if _, err := e.Execute("designls.preview", reference(run)); err == nil || !strings.Contains(err.Error(), "cancel") {
			t.Errorf("answered %v", err)
		}
		if _, failure := insertPreview(t, e, run); !strings.Contains(failure, "no reply to insert") {
			t.Errorf("inserted: %q", failure)
		}
		wantText(t, e, design)
	})
}

// A client that follows runs shows a preview beside its reply, so that there is no
// progress besides.
func TestAPreviewIsFollowed(t *testing.T) {
	config := asking(fake.New(fake.Step{Text: recap}))
	config.Capabilities = []lsptest.Capability{lsptest.Watching}
	bubble(t, files{doc: design}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := beginPreview(t, e, "insert-recap")
		endPreview(t, e, run)
		if texts := strings.Join(e.Texts(), ""); !strings.Contains(texts, run) || !strings.Contains(texts, "Posts live") {
			t.Errorf("texts %s", texts)
		}
		if runs := e.Runs(); len(runs) < 2 || !strings.Contains(runs[len(runs)-1], `"state":"done"`) {
			t.Errorf("runs %q", runs)
		}
		if p := e.ProgressOf(run); p.Title != "" {
			t.Errorf("progress %+v", p)
		}
	})
}

func TestAPreviewIsOfTheModelThatWasChosen(t *testing.T) {
	bubble(t, files{doc: design}, editorsModel(), func(t *testing.T, e *lsptest.Editor) {
		e.OnMessage(func(_ context.Context, m lsptest.Message, _ func(string)) (any, error) {
			if m.Model != "vendor/small" {
				t.Errorf("asked %q", m.Model)
			}
			return map[string]string{"text": recap}, nil
		})
		e.Open(doc)
		endPreview(t, e, beginPreview(t, e, "insert-recap", `,"model":"vendor/small"`))
	})
}

// A model that fails asks nothing: what the program makes is shown instead, and
// nothing is written yet.
func TestAPreviewGoesOnWithoutAModelThatFails(t *testing.T) {
	bubble(t, files{doc: design}, editorsModel(), func(t *testing.T, e *lsptest.Editor) {
		kind := `{"kind":"quota"}`
		e.OnMessage(func(context.Context, lsptest.Message, func(string)) (any, error) {
			return nil, &jsonrpc2.Error{Code: -32803, Message: "no more today", Data: jsonrpc2.RawMessage(kind)}
		})
		e.Open(doc)
		p := endPreview(t, e, beginPreview(t, e, "insert-recap"))
		if !strings.Contains(p.Failed, "no more today") || !strings.HasPrefix(p.Markdown, "## Recap") || p.Model != "" {
			t.Errorf("previewed %+v", p)
		}
		kind = `{"kind":"` + string(llm.Declined) + `"}`
		if _, err := e.Execute("designls.preview", reference(beginPreview(t, e, "insert-recap"))); err == nil || strings.Contains(err.Error(), "  ") {
			t.Errorf("declined: %v", err)
		}
		if asked := e.Questions(); len(asked) > 0 {
			t.Errorf("asked %q", asked)
		}
	})
}

func TestAPreviewHasFindingsAndRefusals(t *testing.T) {
	bubble(t, files{doc: "# Feed\n\nIt must be highly scalable.\n"}, lsptest.Config{}, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := beginPreview(t, e, "critique")
		if p := endPreview(t, e, run); len(p.Findings) == 0 || p.Inserts || p.Summary == "" || p.Engine != "builtin" {
			t.Errorf("previewed %+v", p)
		}
		if _, failure := insertPreview(t, e, run); failure != "" {
			t.Errorf("inserting nothing: %q", failure)
		}
		p := endPreview(t, e, beginPreview(t, e, "deep-dive", `,"options":{"topic":"quarks"}`))
		if !strings.Contains(p.Summary, "quarks") || p.Inserts || p.Markdown != "" {
			t.Errorf("previewed %+v", p)
		}
	})
}

func TestOldPreviewsAreForgotten(t *testing.T) {
	bubble(t, files{doc: slowBefore}, done(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		first := beginPreview(t, e, "slow")
		for range 20 {
			endPreview(t, e, beginPreview(t, e, "slow"))
		}
		for _, run := range []string{first, "designls-preview-999"} {
			if _, failure := insertPreview(t, e, run); !strings.Contains(failure, "not kept any more") {
				t.Errorf("%s: %q", run, failure)
			}
		}
		elapse(time.Second)
		wantText(t, e, slowBefore)
	})
}

// TestAPreviewThatGivesWayWhileItIsInserted is put where it belongs all the same, also
// when the author writes above it.
func TestAPreviewThatGivesWayWhileItIsInserted(t *testing.T) {
	bubble(t, files{doc: slowBefore}, done(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		first := beginPreview(t, e, "slow")
		endPreview(t, e, first)
		e.BeforeEdit(func() {
			for range 20 {
				endPreview(t, e, beginPreview(t, e, "slow"))
			}
			e.Replace(doc, "One.", "One.\n\nMore.\n\nMore.")
		})
		if _, failure := insertPreview(t, e, first); failure != "" {
			t.Error(failure)
		}
		wantText(t, e, "# Store\n\nOne.\n\nMore.\n\nMore.\n\nThe result.\n\n## Next\n\nTwo.\n")
		if _, failure := insertPreview(t, e, first); !strings.Contains(failure, "not kept any more") {
			t.Errorf("again: %q", failure)
		}
	})
}
