package server_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/lsptest"
)

// broken is a diagram of which only a grammar says that it is.
const broken = "# Store\n\nText.\n\n```mermaid\nsequenceDiagram\n  A->>B\n```\n"

// tiny is a grammar of one rule, that messages have a text. Mermaid's own takes
// minutes under the race detector.
func tiny() ([]byte, error) {
	return []byte(`
		var designlsVersion = "tiny", said;
		function designlsCheck(source) {
			const wrong = /->>\w+$/m.exec(source);
			said = JSON.stringify({Kind: "sequence", Error: wrong && {Name: "Error", Message: "no text", Start: wrong.index, End: wrong.index + wrong[0].length}});
		}
		function designlsVerdict() { return said; }
	`), nil
}

// checking runs a test in a bubble with a server that has the grammar.
func checking(t *testing.T, bundle mermaid.Bundle, capabilities []lsptest.Capability, test func(t *testing.T, e *lsptest.Editor)) {
	synctest.Test(t, func(t *testing.T) {
		g := mermaid.New(bundle)
		t.Cleanup(func() { _ = g.Close() })
		dir := t.TempDir()
		config := lsptest.Config{Options: server.Options{Grammar: g}, Capabilities: capabilities}
		e := lsptest.Start(t, dir, config)
		test(t, e)
		if code := e.Shutdown(); code != server.ExitClean {
			t.Errorf("exit code %d", code)
		}
	})
}

// complaints are what the editor shows about diagrams.
func complaints(e *lsptest.Editor, path string) (messages []string) {
	if p := e.Published(path); p != nil {
		for _, d := range p.Diagnostics {
			if d.Code == protocol.String("diagram-syntax") {
				messages = append(messages, string(d.Message.(protocol.String)))
			}
		}
	}
	return messages
}

func TestVerdictsOnDiagramsFollow(t *testing.T) {
	checking(t, tiny, nil, func(t *testing.T, e *lsptest.Editor) {
		e.OpenText(doc, broken)
		e.Settle()
		if got := complaints(e, doc); len(got) != 1 || !strings.Contains(got[0], "colon") {
			t.Fatalf("shown: %q", got)
		}
		for i := range 5 { // typing goes on while diagrams are checked
			e.Replace(doc, "Text.", "Text. x")
			e.Replace(doc, "A->>B", "A->>B"+strings.Repeat("b", i))
		}
		e.Settle()
		if got := complaints(e, doc); len(got) != 1 {
			t.Errorf("while typing: %q", got)
		}
		e.Replace(doc, "\n```\n", ": ping\n```\n")
		e.Settle()
		if got := complaints(e, doc); len(got) != 0 {
			t.Errorf("after mending: %q", got)
		}
		e.Close(doc)
		e.Settle()
	})
}

func TestVerdictsReachAClientThatPulls(t *testing.T) {
	checking(t, tiny, []lsptest.Capability{lsptest.Full, lsptest.Pull}, func(t *testing.T, e *lsptest.Editor) {
		e.OpenText(doc, broken)
		e.Settle()
		pull := func() int {
			params := &protocol.DocumentDiagnosticParams{TextDocument: protocol.TextDocumentIdentifier{URI: e.URI(doc)}}
			report, err := e.Server.Diagnostic(t.Context(), params)
			if err != nil {
				t.Fatal(err)
			}
			full, ok := report.(*protocol.RelatedFullDocumentDiagnosticReport)
			if !ok {
				t.Fatalf("answered %T", report)
			}
			return len(slices.DeleteFunc(full.Items, func(d protocol.Diagnostic) bool { return d.Code != protocol.String("diagram-syntax") }))
		}
		if n := pull(); n != 1 {
			t.Errorf("known: %d", n)
		}
	})
}

func TestWithoutAGrammarOnlyWhatOneSees(t *testing.T) {
	missing := func() ([]byte, error) { return nil, fs.ErrNotExist }
	checking(t, missing, nil, func(t *testing.T, e *lsptest.Editor) {
		e.OpenText(doc, broken)
		e.Settle()
		if got := complaints(e, doc); len(got) != 0 {
			t.Errorf("shown: %q", got)
		}
		e.Replace(doc, "sequenceDiagram\n  A->>B", "flowchart LR\n  A[Web (React)] --> B")
		e.Settle()
		if got := complaints(e, doc); len(got) != 1 {
			t.Errorf("shown: %q", got)
		}
	})
}
