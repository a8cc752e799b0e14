package lsptest

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"go.lsp.dev/protocol"
)

// Configure changes the user's settings and tells the server so.
func (e *Editor) Configure(settings string) {
	e.t.Helper()
	e.mu.Lock()
	e.settings = settings
	e.mu.Unlock()
	e.Notify(protocol.MethodWorkspaceDidChangeConfiguration, fmt.Sprintf(`{"settings":{"designls":%s}}`, settings))
}

// SlowSettings has the editor take its time when it is asked for its settings.
func (e *Editor) SlowSettings(takes time.Duration) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.thinking = takes
}

// Touch tells the server that a file changed on disk.
func (e *Editor) Touch(path string, kind protocol.FileChangeType) {
	e.t.Helper()
	e.notify(e.Server.DidChangeWatchedFiles(context.Background(), &protocol.DidChangeWatchedFilesParams{
		Changes: []protocol.FileEvent{{URI: e.URI(path), Type: kind}},
	}))
}

// Diagnostics returns the diagnostics of a file: those that were pushed, or, where
// the server offers it, those that it gives when asked.
func (e *Editor) Diagnostics(path string) []protocol.Diagnostic {
	e.t.Helper()
	if e.Offered.DiagnosticProvider == nil {
		if p := e.Published(path); p != nil {
			return p.Diagnostics
		}
		return nil
	}
	report, err := e.Server.Diagnostic(context.Background(), &protocol.DocumentDiagnosticParams{TextDocument: e.id(path)})
	if err != nil {
		e.t.Errorf("diagnostics of %s: %v", path, err)
		return nil
	}
	full, ok := report.(*protocol.RelatedFullDocumentDiagnosticReport)
	if !ok {
		e.t.Errorf("diagnostics of %s: got a %T", path, report)
		return nil
	}
	return full.Items
}

// CodeActions asks for the code actions at a range, with the diagnostics there.
func (e *Editor) CodeActions(path string, r protocol.Range, only ...protocol.CodeActionKind) []protocol.CommandOrCodeAction {
	e.t.Helper()
	var here []protocol.Diagnostic
	for _, d := range e.Diagnostics(path) {
		if !before(d.Range.End, r.Start) && !before(r.End, d.Range.Start) {
			here = append(here, d)
		}
	}
	actions, err := e.Server.CodeAction(context.Background(), &protocol.CodeActionParams{
		TextDocument: e.id(path), Range: r, Context: protocol.CodeActionContext{Diagnostics: here, Only: only},
	})
	if err != nil {
		e.t.Errorf("code actions of %s: %v", path, err)
	}
	return actions
}

func before(a, b protocol.Position) bool {
	return a.Line < b.Line || (a.Line == b.Line && a.Character < b.Character)
}

// Title is the title of a code action or a command.
func Title(action protocol.CommandOrCodeAction) string {
	switch a := action.(type) {
	case *protocol.CodeAction:
		return a.Title
	case *protocol.Command:
		return a.Title
	}
	return ""
}

// Take does what a code action says: its edit first, then its command.
func (e *Editor) Take(action protocol.CommandOrCodeAction) {
	e.t.Helper()
	switch a := action.(type) {
	case *protocol.CodeAction:
		if a.Edit != nil {
			if err := e.ApplyWorkspaceEdit(a.Edit); err != nil {
				e.t.Errorf("%s: %v", a.Title, err)
			}
		}
		if a.Command.Command != "" {
			e.execute(&a.Command)
		}
	case *protocol.Command:
		e.execute(a)
	}
}

func (e *Editor) execute(c *protocol.Command) {
	e.t.Helper()
	if _, err := e.Execute(c.Command, c.Arguments...); err != nil {
		e.t.Errorf("%s: %v", c.Title, err)
	}
}

// Execute sends a command to the server.
func (e *Editor) Execute(command string, arguments ...protocol.LSPAny) (string, error) {
	result, err := e.Server.ExecuteCommand(context.Background(), &protocol.ExecuteCommandParams{Command: command, Arguments: arguments})
	return string(result), err
}

// Run asks for a run of an action and returns its id, which is also the token of
// its progress.
func (e *Editor) Run(action, path, section string) string {
	e.t.Helper()
	arguments := map[string]any{"action": action, "uri": string(e.URI(path))}
	if section != "" {
		arguments["section"] = section
	}
	encoded, err := json.Marshal(arguments)
	if err != nil {
		e.t.Fatal(err)
	}
	answer, err := e.Execute("designls.run", encoded)
	if err != nil {
		e.t.Errorf("designls.run: %v", err)
		return ""
	}
	var started struct{ Run string }
	if err := json.Unmarshal([]byte(answer), &started); err != nil {
		e.t.Errorf("designls.run answered %s", answer)
	}
	return started.Run
}
