package server_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// spelling finds "teh" and mends it.
var spelling = rules.Rule{ID: "spelling", Severity: finding.Warning, Section: func(s *rules.Scope) []finding.Finding {
	var found []finding.Finding
	source := s.Content().Source
	for at := 0; ; {
		i := strings.Index(source[at:], "teh")
		if i < 0 {
			return found
		}
		span := text.Span{Start: at + i, End: at + i + 3}
		at = span.End
		found = append(found, finding.Finding{Span: span, Message: "It is spelled the.", Fixes: []finding.Fix{
			{Title: "Write the", Edits: []text.Edit{{Span: span, New: "the"}}, Preferred: true},
			{Title: "Ask", Action: "slow"},
		}})
	}
}}

func speller(capabilities ...lsptest.Capability) lsptest.Config {
	return lsptest.Config{Capabilities: capabilities, Options: server.Options{Rules: []rules.Rule{spelling}, Actions: []actions.Action{slow(nil)}}}
}

const misspelled = "# Store\n\nIn teh store teh clerk waits.\n\n## More\n\nThere is teh till.\n"

func titles(list []protocol.CommandOrCodeAction) []string {
	var all []string
	for _, a := range list {
		all = append(all, lsptest.Title(a))
	}
	return all
}

func take(t *testing.T, e *lsptest.Editor, list []protocol.CommandOrCodeAction, title string) {
	t.Helper()
	i := slices.IndexFunc(list, func(a protocol.CommandOrCodeAction) bool { return lsptest.Title(a) == title })
	if i < 0 {
		t.Fatalf("no %q in %q", title, titles(list))
	}
	e.Take(list[i])
	e.Settle()
}

func TestFixes(t *testing.T) {
	bubble(t, files{doc: misspelled}, speller(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		list := e.CodeActions(doc, e.Range(doc, "teh clerk"))
		first, ok := list[0].(*protocol.CodeAction)
		if !ok || first.Title != "Write the" || !*first.IsPreferred || *first.Kind != "quickfix" || len(first.Diagnostics) != 1 {
			t.Errorf("the first is %+v", list[0])
		}
		take(t, e, list, "Write the")
		if got := e.Text(doc); got != strings.Replace(misspelled, "teh clerk", "the clerk", 1) {
			t.Errorf("the text is %q", got)
		}
		take(t, e, e.CodeActions(doc, e.Range(doc, "teh")), "Fix all spelling in this document")
		wantText(t, e, strings.ReplaceAll(misspelled, "teh", "the"))
	})
}

// What mends comes first, what silences last.
func TestTheOrderOfQuickFixes(t *testing.T) {
	bubble(t, files{doc: misspelled}, speller(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		want := []string{
			"Write the", "Ask", "Fix all spelling in this document", "Accept this risk", "Dismiss, because…",
			"Ignore spelling here", "Ignore spelling in this file",
		}
		if got := titles(e.CodeActions(doc, e.Range(doc, "teh clerk"), "quickfix")); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	})
}

func TestOnlyTheKindsAskedFor(t *testing.T) {
	bubble(t, files{doc: misspelled}, speller(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		here := e.Range(doc, "till")
		for kind, want := range map[protocol.CodeActionKind][]string{
			"refactor":        {"Take your time"},
			"source":          {"Fix all that is safe to fix", "Leave this file alone"},
			"source.fixAll":   {"Fix all that is safe to fix"},
			"source.designls": {"Leave this file alone"},
			"quickfix":        nil,
			"notebook":        nil,
		} {
			if got := titles(e.CodeActions(doc, here, kind)); !slices.Equal(got, want) {
				t.Errorf("%s: %q, want %q", kind, got, want)
			}
		}
		take(t, e, e.CodeActions(doc, here, "source.fixAll"), "Fix all that is safe to fix")
		wantText(t, e, strings.ReplaceAll(misspelled, "teh", "the"))
	})
}

// When the caret moves, an editor asks whether to show a light bulb: only where
// there is something to mend, or on a heading.
func TestNoLightBulbOnEveryLine(t *testing.T) {
	bubble(t, files{doc: misspelled}, speller(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		for quote, bulb := range map[string]bool{"till": false, "teh": true, "## More": true} {
			list, err := e.Server.CodeAction(t.Context(), &protocol.CodeActionParams{
				TextDocument: protocol.TextDocumentIdentifier{URI: e.URI(doc)}, Range: e.Range(doc, quote),
				Context: protocol.CodeActionContext{TriggerKind: protocol.CodeActionTriggerKindAutomatic},
			})
			if err != nil || (len(list) > 0) != bulb {
				t.Errorf("at %q: %q, %v", quote, titles(list), err)
			}
		}
	})
}

func TestFixesForAnEditorThatKnowsOnlyCommands(t *testing.T) {
	onlyCommands := func(c *protocol.ClientCapabilities) {
		c.TextDocument.CodeAction.CodeActionLiteralSupport = protocol.ClientCodeActionLiteralOptions{}
	}
	bubble(t, files{doc: misspelled}, speller(lsptest.Full, onlyCommands), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		take(t, e, e.CodeActions(doc, e.Range(doc, "teh till")), "Write the")
		wantText(t, e, strings.Replace(misspelled, "teh till", "the till", 1))
	})
}

func TestWithoutVersionsEditsAreChangesOfAFile(t *testing.T) {
	noVersions := func(c *protocol.ClientCapabilities) { c.Workspace.WorkspaceEdit = nil }
	bubble(t, files{doc: misspelled}, speller(lsptest.Full, noVersions), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		take(t, e, e.CodeActions(doc, e.Range(doc, "teh till")), "Write the")
		wantText(t, e, strings.Replace(misspelled, "teh till", "the till", 1))
	})
}

func TestTheNextFinding(t *testing.T) {
	show := func(c *protocol.ClientCapabilities) {
		c.Window.ShowDocument = &protocol.ShowDocumentClientCapabilities{Support: true}
	}
	for name, capabilities := range map[string][]lsptest.Capability{"shown": {lsptest.Full, show}, "told": {lsptest.Full}} {
		bubble(t, files{doc: misspelled}, speller(capabilities...), func(t *testing.T, e *lsptest.Editor) {
			e.Open(doc)
			e.Settle()
			argument := `{"uri":"` + string(e.URI(doc)) + `","position":{"line":3,"character":0}}`
			if _, err := e.Execute("designls.next", []byte(argument)); err != nil {
				t.Fatal(err)
			}
			e.Settle()
			said, shown := strings.Join(e.Messages(), "\n"), e.Shown()
			switch {
			case name == "shown" && (len(shown) != 1 || e.Quote(doc, *shown[0].Selection) != "teh" || shown[0].Selection.Start.Line != 6):
				t.Errorf("shown %+v", shown)
			case name == "told" && !strings.Contains(said, "Line 7"):
				t.Errorf("told %q", said)
			}
		})
	}
}

// An editor without versions would make an old edit wherever its place is by now.
func TestAFixThatWasOfferedForAnOlderTextIsNotMade(t *testing.T) {
	plain := func(c *protocol.ClientCapabilities) {
		c.TextDocument.CodeAction.CodeActionLiteralSupport = protocol.ClientCodeActionLiteralOptions{}
		c.Workspace.WorkspaceEdit = nil
	}
	bubble(t, files{doc: misspelled}, speller(lsptest.Full, plain), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		fix := e.CodeActions(doc, e.Range(doc, "teh clerk"))[0].(*protocol.Command)
		argument := protocol.LSPAny(bytes.Clone(fix.Arguments[0])) // what was received is read over
		e.Replace(doc, "# Store", "# The store\n\nOne more line")
		e.Settle()
		before := e.Text(doc)
		if _, err := e.Execute("designls.apply", argument); err == nil || !strings.Contains(err.Error(), "has changed since") || e.Text(doc) != before {
			t.Errorf("%v\n%s", err, e.Text(doc))
		}
		take(t, e, e.CodeActions(doc, e.Range(doc, "teh clerk")), "Write the")
		wantText(t, e, strings.Replace(before, "teh clerk", "the clerk", 1))
	})
}
