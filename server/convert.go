package server

import (
	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// The protocol's positions are text's, under another name.

func toPosition(p text.Position) protocol.Position {
	return protocol.Position{Line: p.Line, Character: p.Character}
}

func fromPosition(p protocol.Position) text.Position {
	return text.Position{Line: p.Line, Character: p.Character}
}

func toRange(r text.Range) protocol.Range {
	return protocol.Range{Start: toPosition(r.Start), End: toPosition(r.End)}
}

// toSeverity is meant for findings that are shown, which are never off.
func toSeverity(s finding.Severity) protocol.DiagnosticSeverity {
	switch s {
	case finding.Error:
		return protocol.DiagnosticSeverityError
	case finding.Warning:
		return protocol.DiagnosticSeverityWarning
	case finding.Information:
		return protocol.DiagnosticSeverityInformation
	}
	return protocol.DiagnosticSeverityHint
}
