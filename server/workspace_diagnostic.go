package server

import (
	"context"
	"slices"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.uber.org/zap"

	"github.com/designls/designls/server/workspace"
)

// workspaceDiagnostic answers "workspace/diagnostic" with all design documents of
// the workspace, open or not.
func workspaceDiagnostic(s *session, raw jsonrpc2.RawMessage) (answer, error) {
	params, err := decode[protocol.WorkspaceDiagnosticParams](raw)
	if err != nil {
		return nil, err
	}
	v := s.now()
	previous := map[string]string{}
	for _, id := range params.PreviousResultIds {
		previous[key(string(id.URI))] = id.Value
	}
	return func(ctx context.Context) (any, error) { return s.reportAll(ctx, v, previous) }, nil
}

func (s *session) reportAll(ctx context.Context, v view, previous map[string]string) (*protocol.WorkspaceDiagnosticReport, error) {
	report := &protocol.WorkspaceDiagnosticReport{Items: []protocol.WorkspaceDocumentDiagnosticReport{}}
	for _, u := range s.documents(ctx, v) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		outcome, err := s.outcome(ctx, v, u)
		if err != nil {
			s.log.Info("not reviewed", zap.String("uri", u), zap.Error(err))
			continue
		}
		report.Items = append(report.Items, outcome.report(previous[key(u)]))
	}
	return report, nil
}

// documents are the URIs of all design documents, in the workspace's folders and
// open. The folders are walked again only after something has changed in them.
func (s *session) documents(ctx context.Context, v view) []string {
	uris := s.archive.documents(ctx, v.generation, func() []string { return s.walk(ctx, v) })
	for _, file := range v.Open() {
		same := func(u string) bool { return key(u) == key(file.URI) }
		if v.IsDesign(file) && !slices.ContainsFunc(uris, same) {
			uris = append(uris, file.URI)
		}
	}
	return uris
}

func (s *session) walk(ctx context.Context, v view) []string {
	var uris []string
	for _, folder := range v.WorkspaceFolders() {
		if folder.Root == "" || !folder.Config.Diagnostics {
			continue
		}
		paths, err := folder.Walk(ctx, folder.Root)
		if err != nil {
			s.log.Info("not all of a folder was looked at", zap.String("folder", folder.URI), zap.Error(err))
		}
		for _, path := range paths {
			uris = append(uris, workspace.URI(path))
		}
	}
	return uris
}

// outcome is what there is to say about a document in the workspace.
func (s *session) outcome(ctx context.Context, v view, documentURI string) (outcome, error) {
	if v.Buffer(documentURI) == nil {
		return s.archive.outcome(ctx, s, v, documentURI)
	}
	r, err := s.review(ctx, v, documentURI)
	if err != nil {
		return outcome{}, err
	}
	return s.newOutcome(r), nil
}

// outcome is the diagnostics of a document, ready to be sent.
type outcome struct {
	uri     string
	version *int32
	id      string
	list    []protocol.Diagnostic
}

func (s *session) newOutcome(r *review) outcome {
	list := []protocol.Diagnostic{}
	if r.design && r.folder.Config.Diagnostics {
		list = s.diagnostics(r)
	}
	return outcome{uri: string(r.uri), version: r.version, id: resultID(list), list: list}
}

func (o outcome) report(previous string) protocol.WorkspaceDocumentDiagnosticReport {
	if o.id == previous {
		return &protocol.WorkspaceUnchangedDocumentDiagnosticReport{UnchangedDocumentDiagnosticReport: unchanged(o.id), URI: clientURI(o.uri), Version: o.version}
	}
	return &protocol.WorkspaceFullDocumentDiagnosticReport{FullDocumentDiagnosticReport: full(o.id, o.list), URI: clientURI(o.uri), Version: o.version}
}
