package server

import (
	"context"

	"go.lsp.dev/protocol"
)

// diagnostic answers "textDocument/diagnostic".
func (s *session) diagnostic(_ context.Context, r *review, p *protocol.DocumentDiagnosticParams) (protocol.DocumentDiagnosticReport, error) {
	o := s.newOutcome(r)
	if p.PreviousResultID != nil && *p.PreviousResultID == o.id {
		return &protocol.RelatedUnchangedDocumentDiagnosticReport{UnchangedDocumentDiagnosticReport: unchanged(o.id)}, nil
	}
	return &protocol.RelatedFullDocumentDiagnosticReport{FullDocumentDiagnosticReport: full(o.id, o.list)}, nil
}

func full(id string, list []protocol.Diagnostic) protocol.FullDocumentDiagnosticReport {
	return protocol.FullDocumentDiagnosticReport{Kind: string(protocol.DocumentDiagnosticReportKindFull), ResultID: &id, Items: list}
}

func unchanged(id string) protocol.UnchangedDocumentDiagnosticReport {
	return protocol.UnchangedDocumentDiagnosticReport{Kind: string(protocol.DocumentDiagnosticReportKindUnchanged), ResultID: id}
}
