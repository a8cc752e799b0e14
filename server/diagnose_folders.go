package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// diagnoseFolders has the problems of each folder's .designls.yaml, prompts and ledger
// told to the client. They are pushed to every client: who asks for diagnostics
// asks for those of documents.
func (s *session) diagnoseFolders() {
	s.do("folders", "the check of settings and decisions", func(ctx context.Context, _ superseded) {
		seen := map[string]bool{}
		for _, f := range s.now().Folders() {
			if f.File != nil && len(f.File.Problems) > 0 {
				s.publishFile(ctx, seen, f.File.Path, s.configDiagnostics(f.File))
			}
			for _, p := range f.PromptFiles {
				if len(p.Problems) > 0 {
					s.publishFile(ctx, seen, p.Path, s.promptDiagnostics(p))
				}
			}
			_, problems, err := f.Ledger()
			if err != nil {
				s.sayOnce(protocol.MessageTypeWarning, sentence(err))
			}
			if len(problems) > 0 {
				s.publishFile(ctx, seen, f.LedgerPath(), ledgerDiagnostics(problems))
			}
		}
		s.retractFiles(ctx, seen)
	})
}

func (s *session) publishFile(ctx context.Context, seen map[string]bool, path string, list []protocol.Diagnostic) {
	u := workspace.URI(path)
	seen[u] = true
	s.folderFiles[u] = true
	s.published.tell(ctx, s, &protocol.PublishDiagnosticsParams{URI: clientURI(u), Diagnostics: list})
}

// retractFiles takes back what was told of files that have no problems any more.
func (s *session) retractFiles(ctx context.Context, seen map[string]bool) {
	for u := range s.folderFiles {
		if !seen[u] {
			delete(s.folderFiles, u)
			s.published.retract(ctx, s, u)
		}
	}
}

func (s *session) configDiagnostics(file *workspace.ConfigFile) []protocol.Diagnostic {
	var list []protocol.Diagnostic
	for _, p := range file.Problems {
		list = append(list, protocol.Diagnostic{
			Range:    toRange(file.Text.SpanRange(p.Span, s.features.encoding)),
			Severity: protocol.DiagnosticSeverityError,
			Code:     protocol.String("settings"),
			Source:   protocol.NewOptional(source),
			Message:  protocol.String(p.Message),
		})
	}
	return list
}

// promptDiagnostics are why a prompt of the team is no action.
func (s *session) promptDiagnostics(file workspace.PromptFile) []protocol.Diagnostic {
	severity := protocol.DiagnosticSeverityError
	if file.Text.Content() == "" {
		severity = protocol.DiagnosticSeverityInformation // it was not read at all
	}
	var list []protocol.Diagnostic
	for _, p := range file.Problems {
		list = append(list, protocol.Diagnostic{
			Range:    toRange(file.Text.SpanRange(p.Span, s.features.encoding)),
			Severity: severity,
			Code:     protocol.String("prompt"),
			Source:   protocol.NewOptional(source),
			Message:  protocol.String(p.Message),
		})
	}
	return list
}

// ledgerDiagnostics are the lines of a ledger that do not count.
func ledgerDiagnostics(problems []finding.Problem) []protocol.Diagnostic {
	var list []protocol.Diagnostic
	for _, p := range problems {
		line := uint32(p.Line - 1)
		list = append(list, protocol.Diagnostic{
			Range:    toRange(text.Range{Start: text.Position{Line: line}, End: text.Position{Line: line + 1}}),
			Severity: protocol.DiagnosticSeverityWarning,
			Code:     protocol.String("ledger"),
			Source:   protocol.NewOptional(source),
			Message:  protocol.String("This line " + p.Message + ". The other decisions count."),
		})
	}
	return list
}
