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
			if (source.includes("poison")) throw new Error("poison");
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

// held is the tiny grammar, whose every load but the first waits for a channel. That is
// made in the bubble of the test, which would wait for another one without end.
func held(letGo *chan struct{}) mermaid.Bundle {
	loads := 0
	return func() ([]byte, error) {
		if loads++; loads > 1 {
			<-*letGo
		}
		return tiny()
	}
}

// marked are the words that the editor underlines in diagrams.
func marked(e *lsptest.Editor, path string) (words []string) {
	for _, d := range e.Published(path).Diagnostics {
		if d.Code == protocol.String("diagram-syntax") {
			words = append(words, e.Quote(path, d.Range))
		}
	}
	return words
}

// TestFindingsOfADiagramStayWhileItsVerdictIsPending types while the grammar takes its
// time: what it has found stays, at its words, and goes when it says so.
func TestFindingsOfADiagramStayWhileItsVerdictIsPending(t *testing.T) {
	var letGo chan struct{}
	checking(t, held(&letGo), nil, func(t *testing.T, e *lsptest.Editor) {
		letGo = make(chan struct{})
		const two = "# Store\n\nText.\n\n```mermaid\nsequenceDiagram\n  C->>D: hello\n  A->>B\n  E->>F: bye\n```\n"
		e.OpenText(doc, two)
		e.Settle()
		e.OpenText("docs/design/poisoned.md", strings.Replace(broken, "A->>B", "A->>B: poison", 1))
		e.Settle() // the parser has failed, and is loaded again for the next diagram
		want := func(step string, words ...string) {
			t.Helper()
			if got := marked(e, doc); !slices.Equal(got, words) {
				t.Errorf("%s: %q is marked, want %q", step, got, words)
			}
		}
		want("before", "A->>B")
		for _, s := range [][2]string{{"Text.", "Text, and more of it.\n\nAnother line."}, {": hello", ": hello there, how are you"}, {"  C->>D", "  B->>A: one more\n  C->>D"}} {
			e.Replace(doc, s[0], s[1])
			e.Settle()
			want("after "+s[1], "A->>B")
		}
		e.Replace(doc, "A->>B\n", "A->>B: ping\n")
		e.Settle()
		want("its own words were edited")
		e.Replace(doc, ": bye\n", "\n")
		e.Settle()
		want("no verdict yet")
		close(letGo)
		e.Settle()
		want("with the verdict", "E->>F")
	})
}
