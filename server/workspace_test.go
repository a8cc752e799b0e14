package server_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/lsptest"
)

func TestWhatIsRegistered(t *testing.T) {
	bubble(t, nil, lsptest.Config{}, func(t *testing.T, e *lsptest.Editor) {
		options, ok := e.Registered("workspace/didChangeWatchedFiles")
		if !ok || !strings.Contains(options, ".designls.yaml") || !strings.Contains(options, "ledger.jsonl") || !strings.Contains(options, "md") {
			t.Errorf("watched files: %s", options)
		}
		if options, ok := e.Registered("workspace/didChangeConfiguration"); !ok || options != `{"section":"designls"}` {
			t.Errorf("settings: %s", options)
		}
	})
	bubble(t, nil, lsptest.Config{Capabilities: []lsptest.Capability{lsptest.Bare}}, func(t *testing.T, e *lsptest.Editor) {
		if _, ok := e.Registered("workspace/didChangeWatchedFiles"); ok {
			t.Error("something was registered with a client that cannot")
		}
	})
}

func TestOnlyDesignDocumentsAreReviewed(t *testing.T) {
	fs := files{doc: "# A\n", "README.md": "# B\n", "notes.md": "# C\n", "marked.md": "---\ndesignls: true\n---\n# D\n", "docs/design/out.md": "---\ndesignls: false\n---\n# E\n"}
	bubble(t, fs, echoes(), func(t *testing.T, e *lsptest.Editor) {
		for _, path := range []string{doc, "README.md", "notes.md", "marked.md", "docs/design/out.md"} {
			e.Open(path)
			e.Settle()
			if p := e.Published(path); (p != nil) != (path == doc || path == "marked.md") {
				t.Errorf("%s: published %+v", path, p)
			}
		}
		e.Replace("marked.md", "designls: true", "designls: false")
		e.Settle()
		if p := e.Published("marked.md"); len(p.Diagnostics) > 0 {
			t.Errorf("still %d diagnostics", len(p.Diagnostics))
		}
		e.WriteFile(".designls.yaml", "documents:\n  include: [notes.md]\n")
		e.Touch(".designls.yaml", protocol.FileChangeTypeCreated)
		e.Settle()
		if e.Published("notes.md") == nil {
			t.Error("a changed .designls.yaml changed nothing")
		}
	})
}

func TestSettingsApplyAtOnce(t *testing.T) {
	bubble(t, files{doc: "# A\n\nx\n"}, echoes(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		e.Configure(`{"rules":{"echo":"off"}}`)
		e.Settle()
		if content, _ := seen(e, doc); content != "" {
			t.Errorf("a rule that is off finds %q", content)
		}
		e.Configure(`{"diagnostics":{"enabled":true}}`)
		e.Settle()
		wantSeen(t, e, doc)
		e.Configure(`{"diagnostics":{"enabled":false}}`)
		e.Settle()
		if content, _ := seen(e, doc); content != "" {
			t.Errorf("with diagnostics off there is %q", content)
		}
	})
}

func TestSettingsThatCannotBeUsed(t *testing.T) {
	bubble(t, files{doc: "# A\n"}, echoes(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Configure(`{"rules":{"echo":"loud","ecko":"off"},"diagnostics":{"enabled":"yes"},"nonsense":1}`)
		e.Settle()
		said := e.Messages()
		for _, want := range []string{"loud", "ecko", `is "yes"`, "nonsense"} {
			if n := len(slices.DeleteFunc(slices.Clone(said), func(m string) bool { return !strings.Contains(m, want) })); n != 1 {
				t.Errorf("%s is named in %d messages of %q", want, n, said)
			}
		}
		wantSeen(t, e, doc)
		e.Configure(`{"nonsense":1}`)
		e.Settle()
		if said := e.Messages(); len(said) > 0 {
			t.Errorf("said again: %q", said)
		}
	})
}

func TestProblemsOfTheTeamsFilesAreShownInThem(t *testing.T) {
	fs := files{".designls.yaml": "rules:\n  echo: loud\n", ".designls/ledger.jsonl": "{}\nnonsense\n"}
	bubble(t, fs, echoes(), func(t *testing.T, e *lsptest.Editor) {
		p := e.Published(".designls.yaml")
		if p == nil || len(p.Diagnostics) != 1 || p.Diagnostics[0].Range.Start.Line != 1 {
			t.Fatalf(".designls.yaml: %+v", p)
		}
		if p := e.Published(".designls/ledger.jsonl"); p == nil || len(p.Diagnostics) != 2 || p.Diagnostics[1].Range.Start.Line != 1 {
			t.Errorf("ledger: %+v", p)
		}
		e.WriteFile(".designls.yaml", "rules:\n  echo: error\n")
		e.Touch(".designls.yaml", protocol.FileChangeTypeChanged)
		e.Settle()
		if p := e.Published(".designls.yaml"); len(p.Diagnostics) != 0 {
			t.Errorf("mended, and still %+v", p.Diagnostics)
		}
	})
}

func TestFoldersComeAndGo(t *testing.T) {
	fs := files{"one/.designls.yaml": "documents: {include: [a.md]}\n", "one/a.md": "# A\n", "two/a.md": "# A\n"}
	config := echoes()
	config.Folders = []string{"two"}
	bubble(t, fs, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open("two/a.md")
		e.Settle()
		if e.Published("two/a.md") != nil {
			t.Error("a.md is no design document in folder two")
		}
		e.Notify("workspace/didChangeWorkspaceFolders", fmt.Sprintf(`{"event":{"added":[{"uri":%q,"name":"one"}],"removed":[{"uri":%q,"name":"two"}]}}`, e.URI("one"), e.URI("two")))
		e.Open("one/a.md")
		e.Settle()
		wantSeen(t, e, "one/a.md")
	})
}

func TestPulledDiagnostics(t *testing.T) {
	config := echoes()
	config.Capabilities = []lsptest.Capability{lsptest.Pull}
	bubble(t, files{doc: "# A\n", "docs/design/other.md": "# B\n", "README.md": "# C\n"}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		if e.Published(doc) != nil {
			t.Error("diagnostics were pushed to a client that pulls")
		}
		pull := func(previous string) (kind, id string) {
			t.Helper()
			answer, err := e.Server.Diagnostic(context.Background(), &protocol.DocumentDiagnosticParams{
				TextDocument: protocol.TextDocumentIdentifier{URI: e.URI(doc)}, PreviousResultID: &previous,
			})
			if err != nil {
				t.Fatal(err)
			}
			switch r := answer.(type) {
			case *protocol.RelatedFullDocumentDiagnosticReport:
				return r.Kind, *r.ResultID
			case *protocol.RelatedUnchangedDocumentDiagnosticReport:
				return r.Kind, r.ResultID
			}
			t.Fatalf("a %T", answer)
			return "", ""
		}
		kind, first := pull("")
		if kind != "full" {
			t.Errorf("the first answer is %s", kind)
		}
		if kind, id := pull(first); kind != "unchanged" || id != first {
			t.Errorf("then %s %s", kind, id)
		}
		e.Replace(doc, "# A", "# AA")
		if kind, id := pull(first); kind != "full" || id == first {
			t.Errorf("after a change %s %s", kind, id)
		}
		all := workspaceReport(t, e, nil)
		if want := []string{"full docs/design/other.md", "full docs/design/store.md"}; !slices.Equal(all, want) {
			t.Errorf("workspace: %q, want %q", all, want)
		}
		e.WriteFile("docs/design/third.md", "# D\n")
		e.Touch("docs/design/third.md", protocol.FileChangeTypeCreated)
		e.Settle()
		if asked := e.Refreshes(); !slices.Contains(asked, "diagnostic") {
			t.Errorf("refreshes: %q", asked)
		}
		if again := workspaceReport(t, e, all); !slices.Equal(again, []string{"unchanged docs/design/other.md", "unchanged docs/design/store.md", "full docs/design/third.md"}) {
			t.Errorf("workspace again: %q", again)
		}
	})
}

// A file from elsewhere must not have all that lies around it reviewed: that may
// be a home directory.
func TestTheWorkspaceIsNotWhatLiesAroundAnOpenFile(t *testing.T) {
	config := echoes()
	config.Capabilities, config.Folders = []lsptest.Capability{lsptest.Pull}, []string{"work"}
	inside, near := "work/docs/design/a.md", "docs/design/b.md"
	bubble(t, files{inside: "# A\n", near: "# B\n", "docs/.git/HEAD": "", "docs/design/c.md": "# C\n"}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(near)
		if all := workspaceReport(t, e, nil); !slices.Equal(all, []string{"full " + inside, "full " + near}) {
			t.Errorf("workspace: %q", all)
		}
	})
}

var lastIDs = map[string]string{}

func workspaceReport(t *testing.T, e *lsptest.Editor, known []string) []string {
	t.Helper()
	params := &protocol.WorkspaceDiagnosticParams{PreviousResultIds: []protocol.PreviousResultId{}}
	for _, line := range known {
		_, path, _ := strings.Cut(line, " ")
		params.PreviousResultIds = append(params.PreviousResultIds, protocol.PreviousResultId{URI: e.URI(path), Value: lastIDs[path]})
	}
	report, err := e.Server.DiagnosticWorkspace(context.Background(), params)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, item := range report.Items {
		switch r := item.(type) {
		case *protocol.WorkspaceFullDocumentDiagnosticReport:
			path := strings.TrimPrefix(string(r.URI), string(e.URI(""))+"/")
			lastIDs[path] = *r.ResultID
			lines = append(lines, r.Kind+" "+path)
		case *protocol.WorkspaceUnchangedDocumentDiagnosticReport:
			lines = append(lines, r.Kind+" "+strings.TrimPrefix(string(r.URI), string(e.URI(""))+"/"))
		}
	}
	return lines
}

func TestTheStatusIsTold(t *testing.T) {
	bubble(t, files{doc: "# A\n\nx\n"}, echoes(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		e.Replace(doc, "x", "y") // no news
		e.Settle()
		told := e.Statuses()
		if len(told) != 1 || !strings.Contains(told[0], `"counts":{"information":1}`) || !strings.Contains(told[0], `"engine":"builtin"`) || !strings.Contains(told[0], `"phase":"clarify"`) {
			t.Errorf("told %q", told)
		}
	})
	config := echoes()
	config.Capabilities = []lsptest.Capability{lsptest.Full, lsptest.Pull}
	bubble(t, files{doc: "# A\n\nx\n"}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		if told := e.Statuses(); len(told) != 1 {
			t.Errorf("told a client that asks for findings when it wants to: %q", told)
		}
	})
	config.Capabilities = []lsptest.Capability{lsptest.Bare}
	bubble(t, files{doc: "# A\n"}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		if told := e.Statuses(); len(told) > 0 {
			t.Errorf("told a client that did not ask: %q", told)
		}
	})
}

func TestTheStageIsReadFromTheDocument(t *testing.T) {
	for content, want := range map[string]string{
		"# Design a photo feed\n\nFor 20 million users.\n\n## Goals\n\nFast.\n": "clarify",
		"# Photo feed\n\n## Goals\n\nFast.\n\n## Design\n\nA cache.\n":          "design",
	} {
		bubble(t, files{doc: content}, echoes(), func(t *testing.T, e *lsptest.Editor) {
			e.Open(doc)
			e.Settle()
			if told := e.Statuses(); len(told) != 1 || !strings.Contains(told[0], `"phase":"`+want+`"`) {
				t.Errorf("%q: told %q, want %s", content, told, want)
			}
		})
	}
}

func TestAnEditorThatCanDoNothing(t *testing.T) {
	gate := make(chan struct{})
	close(gate)
	config := lsptest.Config{Capabilities: []lsptest.Capability{lsptest.Bare}, Options: server.Options{Actions: []actions.Action{slow(gate)}}}
	bubble(t, files{doc: slowBefore}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		answer, err := e.Execute("designls.run", []byte(fmt.Sprintf(`{"action":"slow","uri":%q}`, e.URI(doc))))
		if err != nil || !strings.Contains(answer, "The result.") || !strings.Contains(answer, `"changes"`) {
			t.Errorf("designls.run answers %s, %v", answer, err)
		}
		wantText(t, e, slowBefore)
		for _, action := range e.CodeActions(doc, e.Range(doc, "# Store")) {
			if _, ok := action.(*protocol.Command); !ok {
				t.Errorf("a %T for a client that knows only commands", action)
			}
		}
	})
}
