package server

import (
	"context"

	"go.uber.org/zap"
)

// refreshDiagnostics asks the client to ask for diagnostics again.
func (s *session) refreshDiagnostics() {
	if s.features.diagnosticRefresh {
		s.refresh("diagnostics", s.client.DiagnosticRefresh)
	}
}

// refreshLenses asks the client to ask for code lenses again.
func (s *session) refreshLenses() {
	if s.features.codeLensRefresh {
		s.refresh("code lenses", s.client.CodeLensRefresh)
	}
}

// refreshHints asks the client to ask for inlay hints again.
func (s *session) refreshHints() {
	if s.features.inlayHintRefresh {
		s.refresh("inlay hints", s.client.InlayHintRefresh)
	}
}

// refresh may be called from anywhere; several in a row become few.
func (s *session) refresh(what string, ask func(context.Context) error) {
	s.do("refresh "+what, "refreshing "+what, func(ctx context.Context, _ superseded) {
		if s.lifecycle.now.Load() < phaseRunning {
			return // the client may not be asked yet, and has not asked for anything either
		}
		if err := ask(ctx); err != nil {
			s.log.Debug("not refreshed", zap.String("what", what), zap.Error(err))
		}
	})
}
