package server

import (
	"encoding/json"

	"go.lsp.dev/protocol"
)

// capabilities is what the server offers this client.
func (s *session) capabilities() protocol.ServerCapabilities {
	c := protocol.ServerCapabilities{
		PositionEncoding: protocol.PositionEncodingKind(s.features.encoding.String()),
		TextDocumentSync: &protocol.TextDocumentSyncOptions{
			OpenClose: ref(true),
			Change:    ref(protocol.TextDocumentSyncKindIncremental),
			Save:      protocol.Boolean(true),
		},
		CodeActionProvider: &protocol.CodeActionOptions{
			CodeActionKinds: []protocol.CodeActionKind{protocol.CodeActionKindQuickFix, kindAction, kindFile, kindFixAll},
		},
		CodeLensProvider:       &protocol.CodeLensOptions{},
		HoverProvider:          protocol.Boolean(true),
		CompletionProvider:     &protocol.CompletionOptions{TriggerCharacters: []string{"#"}},
		DocumentSymbolProvider: &protocol.DocumentSymbolOptions{Label: ref(source)},
		FoldingRangeProvider:   protocol.Boolean(true),
		InlayHintProvider:      protocol.Boolean(true),
		Workspace: &protocol.WorkspaceOptions{WorkspaceFolders: &protocol.WorkspaceFoldersServerCapabilities{
			Supported: ref(true), ChangeNotifications: protocol.Boolean(true),
		}},
		ExecuteCommandProvider: protocol.ExecuteCommandOptions{Commands: commandNames()},
		Experimental:           ownCapabilities(),
	}
	if s.features.pullDiagnostics {
		c.DiagnosticProvider = &protocol.DiagnosticOptions{Identifier: ref(source), InterFileDependencies: true, WorkspaceDiagnostics: true}
	}
	return c
}

// ownCapabilities announces what designls adds to the protocol.
func ownCapabilities() protocol.LSPAny {
	var e experimental
	e.Designls.Status, e.Designls.CreateMessage, e.Designls.Run, e.Designls.Text, e.Designls.Saves = true, true, true, true, true
	encoded, err := json.Marshal(e)
	if err != nil {
		return nil // it has nothing that cannot be encoded
	}
	return encoded
}
