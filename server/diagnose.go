package server

import (
	"context"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// diagnose has the findings of a document told to the client. A newer text makes
// the outcome for an older one void: it is not told. A client that asks for the
// findings when it wants to know them is only told how the document stands.
func (s *session) diagnose(documentURI string) {
	if s.features.pullDiagnostics && !s.features.status {
		return
	}
	s.do(key(documentURI), "the diagnosis of documents", func(ctx context.Context, superseded superseded) {
		s.publish(ctx, documentURI, superseded)
	})
}

// diagnoseAll does so for every open document and for the files of each folder,
// after a change that may matter to all of them.
func (s *session) diagnoseAll() {
	if s.features.pullDiagnostics {
		s.refreshDiagnostics()
	}
	for _, file := range s.now().Open() {
		s.diagnose(file.URI)
	}
	s.diagnoseFolders()
}

// publish tells the findings of a document, none for one that is closed.
func (s *session) publish(ctx context.Context, documentURI string, superseded superseded) {
	v := s.now()
	file := v.Buffer(documentURI)
	if file == nil {
		s.reviewers.forget([]string{documentURI})
		s.diagrams.want(key(documentURI), nil)
		s.diagrams.keep(key(documentURI), nil)
		s.published.retract(ctx, s, documentURI)
		s.statuses.forget(key(documentURI)) // the client knows that it has closed it
		return
	}
	r, err := s.review(ctx, v, documentURI)
	switch {
	case superseded():
		return
	case err != nil:
		s.log.Debug("not diagnosed", zap.String("uri", documentURI), zap.Error(err))
		s.published.retract(ctx, s, documentURI)
		s.endStatus(ctx, file)
	case !r.design:
		s.published.retract(ctx, s, documentURI)
		s.endStatus(ctx, file)
	default:
		s.tellFindings(ctx, r)
		s.tellStatus(ctx, r)
	}
}

// tellFindings publishes the findings of a design document, none if the settings
// say so, to a client that does not ask for them itself.
func (s *session) tellFindings(ctx context.Context, r *review) {
	switch {
	case s.features.pullDiagnostics:
	case !r.folder.Config.Diagnostics:
		s.published.retract(ctx, s, string(r.uri))
	default:
		s.published.tell(ctx, s, &protocol.PublishDiagnosticsParams{
			URI: r.uri, Version: protocol.NewOptional(*r.version), Diagnostics: s.diagnostics(r),
		})
	}
}
