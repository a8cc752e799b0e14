package server

import (
	"encoding/json"
	"slices"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/text"
)

// features are what the client can do, read once from its capabilities. All of
// them may be missing; what then cannot be done is done in a plainer way.
type features struct {
	encoding text.Encoding

	pullDiagnostics    bool // it asks, so nothing is pushed
	diagnosticRefresh  bool
	relatedInformation bool
	codeLensRefresh    bool
	inlayHintRefresh   bool

	codeActionLiterals bool
	preferredActions   bool
	documentChanges    bool // versioned edits
	annotations        bool
	createFiles        bool // in a workspace edit
	applyEdit          bool

	showDocument        bool
	progress            bool // it lets the server create progress
	configuration       bool // it is asked for its settings
	watchFiles          bool
	watchConfiguration  bool
	hierarchicalSymbols bool
	lineFoldingOnly     bool
	foldingText         bool
	hoverMarkdown       bool
	completionMarkdown  bool
	snippets            bool
	status              bool // it wants designls/status
	createMessage       bool // it has a model that answers designls/createMessage
	runs                bool // it wants designls/run
	texts               bool // it wants designls/text
	saves               bool // it saves the files that an edit creates
}

// experimental is what designls adds to the protocol. Both sides announce it
// under "experimental".
type experimental struct {
	Designls struct {
		Status        bool `json:"status"`
		CreateMessage bool `json:"createMessage"`
		Run           bool `json:"run"`
		Text          bool `json:"text"`
		Saves         bool `json:"saves"`
	} `json:"designls"`
}

// readFeatures reads the client's capabilities.
func readFeatures(c *protocol.ClientCapabilities) features {
	var f features
	f.encoding = chooseEncoding(c.General)
	f.readWindow(c.Window)
	f.readWorkspace(c.Workspace)
	f.readTextDocument(c.TextDocument)
	var e experimental
	// What is not of this form is another server's business.
	if len(c.Experimental) > 0 && json.Unmarshal(c.Experimental, &e) == nil {
		f.status, f.createMessage = e.Designls.Status, e.Designls.CreateMessage
		f.runs, f.texts, f.saves = e.Designls.Run, e.Designls.Text, e.Designls.Saves
	}
	return f
}

// chooseEncoding takes the first encoding of the client's list that is known. The
// list is in the client's order of preference; all clients know UTF-16.
func chooseEncoding(general *protocol.GeneralClientCapabilities) text.Encoding {
	if general == nil {
		return text.UTF16
	}
	for _, name := range general.PositionEncodings {
		if encoding, known := text.ParseEncoding(string(name)); known {
			return encoding
		}
	}
	return text.UTF16
}

func (f *features) readWindow(w *protocol.WindowClientCapabilities) {
	if w != nil {
		f.progress = is(w.WorkDoneProgress)
		f.showDocument = w.ShowDocument != nil && w.ShowDocument.Support
	}
}

func (f *features) readWorkspace(w *protocol.WorkspaceClientCapabilities) {
	if w == nil {
		return
	}
	f.applyEdit = is(w.ApplyEdit)
	f.configuration = is(w.Configuration)
	if e := w.WorkspaceEdit; e != nil {
		f.documentChanges = is(e.DocumentChanges)
		f.annotations = e.ChangeAnnotationSupport != nil
		f.createFiles = f.documentChanges && slices.Contains(e.ResourceOperations, protocol.ResourceOperationKindCreate)
	}
	f.watchFiles = w.DidChangeWatchedFiles != nil && is(w.DidChangeWatchedFiles.DynamicRegistration)
	f.watchConfiguration = w.DidChangeConfiguration != nil && is(w.DidChangeConfiguration.DynamicRegistration)
	f.codeLensRefresh = w.CodeLens != nil && is(w.CodeLens.RefreshSupport)
	f.inlayHintRefresh = w.InlayHint != nil && is(w.InlayHint.RefreshSupport)
	f.diagnosticRefresh = w.Diagnostics != nil && is(w.Diagnostics.RefreshSupport)
}

func (f *features) readTextDocument(t *protocol.TextDocumentClientCapabilities) {
	if t == nil {
		return
	}
	f.pullDiagnostics = t.Diagnostic != nil
	f.relatedInformation = (t.Diagnostic != nil && is(t.Diagnostic.RelatedInformation)) ||
		(t.PublishDiagnostics != nil && is(t.PublishDiagnostics.RelatedInformation))
	if a := t.CodeAction; a != nil {
		f.codeActionLiterals = a.CodeActionLiteralSupport.CodeActionKind.ValueSet != nil
		f.preferredActions = is(a.IsPreferredSupport)
	}
	f.hierarchicalSymbols = t.DocumentSymbol != nil && is(t.DocumentSymbol.HierarchicalDocumentSymbolSupport)
	if r := t.FoldingRange; r != nil {
		f.lineFoldingOnly = is(r.LineFoldingOnly)
		f.foldingText = r.FoldingRange != nil && is(r.FoldingRange.CollapsedText)
	}
	f.hoverMarkdown = t.Hover != nil && slices.Contains(t.Hover.ContentFormat, protocol.MarkupKindMarkdown)
	if t.Completion != nil && t.Completion.CompletionItem != nil {
		f.snippets = is(t.Completion.CompletionItem.SnippetSupport)
		f.completionMarkdown = slices.Contains(t.Completion.CompletionItem.DocumentationFormat, protocol.MarkupKindMarkdown)
	}
}

// is reads an optional boolean.
func is(b *bool) bool { return b != nil && *b }

// ref points to a value, for the optional members of the protocol's types.
func ref[T any](v T) *T { return &v }
