package server

import (
	"context"
	"sync"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"
)

// published are the files for which the client holds diagnostics.
type published struct {
	mu    sync.Mutex
	shown map[string]uri.URI // by key, as the client spells it
}

// tell publishes the diagnostics of a file.
func (p *published) tell(ctx context.Context, s *session, params *protocol.PublishDiagnosticsParams) {
	p.mu.Lock()
	if p.shown == nil {
		p.shown = map[string]uri.URI{}
	}
	p.shown[key(string(params.URI))] = params.URI
	p.mu.Unlock()
	if err := s.client.PublishDiagnostics(ctx, params); err != nil {
		s.log.Debug("diagnostics were not published", zap.Error(err))
	}
}

// retract publishes that a file has no diagnostics, if the client holds any.
func (p *published) retract(ctx context.Context, s *session, documentURI string) {
	p.mu.Lock()
	shown, ok := p.shown[key(documentURI)]
	delete(p.shown, key(documentURI))
	p.mu.Unlock()
	if !ok {
		return
	}
	params := &protocol.PublishDiagnosticsParams{URI: shown, Diagnostics: []protocol.Diagnostic{}}
	if err := s.client.PublishDiagnostics(ctx, params); err != nil {
		s.log.Debug("diagnostics were not taken back", zap.Error(err))
	}
}
