package server

import (
	"context"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// notifications are the notifications that are handled. Others are ignored.
var notifications = map[string]notification{
	protocol.MethodInitialized:                        told((*session).initialized),
	protocol.MethodExit:                               told((*session).exit),
	protocol.MethodCancelRequest:                      told((*session).cancelRequest),
	protocol.MethodTextDocumentDidOpen:                told((*session).didOpen),
	protocol.MethodTextDocumentDidChange:              didChange,
	protocol.MethodTextDocumentDidSave:                told((*session).didSave),
	protocol.MethodTextDocumentDidClose:               told((*session).didClose),
	protocol.MethodWorkspaceDidChangeConfiguration:    told((*session).didChangeConfiguration),
	protocol.MethodWorkspaceDidChangeWatchedFiles:     told((*session).didChangeWatchedFiles),
	protocol.MethodWorkspaceDidChangeWorkspaceFolders: told((*session).didChangeWorkspaceFolders),
	protocol.MethodWindowWorkDoneProgressCancel:       told((*session).workDoneProgressCancel),
	protocol.MethodProgress:                           told((*session).progressed),
}

// requests are the requests that are answered. Others are refused.
var requests = map[string]request{
	protocol.MethodInitialize:              initialize,
	protocol.MethodShutdown:                shutdown,
	protocol.MethodWorkspaceDiagnostic:     workspaceDiagnostic,
	protocol.MethodWorkspaceExecuteCommand: executeCommand,

	protocol.MethodTextDocumentDiagnostic: about((*session).diagnostic,
		func(p *protocol.DocumentDiagnosticParams) uri.URI { return p.TextDocument.URI }),
	protocol.MethodTextDocumentCodeAction: about((*session).codeAction,
		func(p *protocol.CodeActionParams) uri.URI { return p.TextDocument.URI }),
	protocol.MethodTextDocumentCodeLens: about((*session).codeLens,
		func(p *protocol.CodeLensParams) uri.URI { return p.TextDocument.URI }),
	protocol.MethodTextDocumentHover: about((*session).hover,
		func(p *protocol.HoverParams) uri.URI { return p.TextDocument.URI }),
	protocol.MethodTextDocumentCompletion: about((*session).completion,
		func(p *protocol.CompletionParams) uri.URI { return p.TextDocument.URI }),
	protocol.MethodTextDocumentDocumentSymbol: about((*session).documentSymbol,
		func(p *protocol.DocumentSymbolParams) uri.URI { return p.TextDocument.URI }),
	protocol.MethodTextDocumentFoldingRange: about((*session).foldingRange,
		func(p *protocol.FoldingRangeParams) uri.URI { return p.TextDocument.URI }),
	protocol.MethodTextDocumentInlayHint: about((*session).inlayHint,
		func(p *protocol.InlayHintParams) uri.URI { return p.TextDocument.URI }),
}

// told makes a notification of a method.
func told[P any](handle func(*session, *P) error) notification {
	return func(s *session, raw jsonrpc2.RawMessage) error {
		params, err := decode[P](raw)
		if err != nil {
			return err
		}
		return handle(s, params)
	}
}

// about makes a request of a method about one document: it answers from the
// document as it was when the client asked.
func about[P, R any](handle func(*session, context.Context, *review, *P) (R, error), which func(*P) uri.URI) request {
	return func(s *session, raw jsonrpc2.RawMessage) (answer, error) {
		params, err := decode[P](raw)
		if err != nil {
			return nil, err
		}
		v := s.now()
		return func(ctx context.Context) (any, error) {
			r, err := s.review(ctx, v, string(which(params)))
			if err != nil {
				return nil, err
			}
			return handle(s, ctx, r, params)
		}, nil
	}
}

// decode reads parameters. They are a copy, which may be kept.
func decode[P any](raw jsonrpc2.RawMessage) (*P, error) {
	params := new(P)
	if len(raw) == 0 {
		return params, nil
	}
	if err := protocol.Unmarshal(raw, params); err != nil {
		return nil, invalid("the parameters cannot be read: %v", err)
	}
	return params, nil
}
