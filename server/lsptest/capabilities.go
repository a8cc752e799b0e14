package lsptest

import (
	"go.lsp.dev/protocol"
)

// Capability changes what the fake editor says it can do.
type Capability func(*protocol.ClientCapabilities)

// Full is an editor that can do all that the server may make use of, and gets its
// diagnostics pushed.
func Full(c *protocol.ClientCapabilities) {
	yes := new(true)
	c.Window = &protocol.WindowClientCapabilities{WorkDoneProgress: yes}
	c.Workspace = &protocol.WorkspaceClientCapabilities{
		ApplyEdit:              yes,
		Configuration:          yes,
		WorkspaceFolders:       yes,
		WorkspaceEdit:          &protocol.WorkspaceEditClientCapabilities{DocumentChanges: yes, ResourceOperations: []protocol.ResourceOperationKind{protocol.ResourceOperationKindCreate}, ChangeAnnotationSupport: &protocol.ChangeAnnotationsSupportOptions{}},
		DidChangeWatchedFiles:  &protocol.DidChangeWatchedFilesClientCapabilities{DynamicRegistration: yes},
		DidChangeConfiguration: &protocol.DidChangeConfigurationClientCapabilities{DynamicRegistration: yes},
		CodeLens:               &protocol.CodeLensWorkspaceClientCapabilities{RefreshSupport: yes},
		Diagnostics:            &protocol.DiagnosticWorkspaceClientCapabilities{RefreshSupport: yes},
	}
	markdown := []protocol.MarkupKind{protocol.MarkupKindMarkdown, protocol.MarkupKindPlainText}
	kinds := []protocol.CodeActionKind{protocol.CodeActionKindQuickFix, protocol.CodeActionKindRefactor, protocol.CodeActionKindSource}
	c.TextDocument = &protocol.TextDocumentClientCapabilities{
		CodeAction: &protocol.CodeActionClientCapabilities{
			CodeActionLiteralSupport: protocol.ClientCodeActionLiteralOptions{CodeActionKind: protocol.ClientCodeActionKindOptions{ValueSet: kinds}},
			IsPreferredSupport:       yes,
			DataSupport:              yes,
		},
		Completion: &protocol.CompletionClientCapabilities{CompletionItem: &protocol.ClientCompletionItemOptions{
			SnippetSupport: yes, DocumentationFormat: markdown,
		}},
		DocumentSymbol:     &protocol.DocumentSymbolClientCapabilities{HierarchicalDocumentSymbolSupport: yes},
		FoldingRange:       &protocol.FoldingRangeClientCapabilities{LineFoldingOnly: yes, FoldingRange: &protocol.ClientFoldingRangeOptions{CollapsedText: yes}},
		Hover:              &protocol.HoverClientCapabilities{ContentFormat: markdown},
		PublishDiagnostics: &protocol.PublishDiagnosticsClientCapabilities{DiagnosticsCapabilities: protocol.DiagnosticsCapabilities{RelatedInformation: yes}},
	}
	c.Experimental = protocol.LSPAny(`{"designls":{"status":true}}`)
}

// Bare is an editor that can do nothing which the protocol lets it leave out.
func Bare(c *protocol.ClientCapabilities) { *c = protocol.ClientCapabilities{} }

// Pull is an editor that asks for diagnostics.
func Pull(c *protocol.ClientCapabilities) {
	Full(c)
	c.TextDocument.Diagnostic = &protocol.DiagnosticClientCapabilities{}
}

// Encodings sets the position encodings, best first.
func Encodings(kinds ...protocol.PositionEncodingKind) Capability {
	return func(c *protocol.ClientCapabilities) {
		c.General = &protocol.GeneralClientCapabilities{PositionEncodings: kinds}
	}
}
