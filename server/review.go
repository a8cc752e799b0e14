package server

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// review is one version of a document with what was found in it: all that a
// request about the document needs. It does not change.
type review struct {
	file     *workspace.File
	uri      uri.URI // as the client spells it
	path     string  // from its workspace folder, with slashes
	version  *int32  // nil when the document is not open
	encoding text.Encoding
	folder   *workspace.Folder

	design   bool // a design document; nothing is found in others
	doc      *document.Document
	report   *rules.Report     // nil unless it is a design document
	findings []finding.Finding // those that are open
	decided  []finding.Decided // those that somebody decided about
	problems []document.Problem

	graph func() *diagram.Graph // of what the document says of its parts; extracted when it is first asked for; nil for a file of the archive

	unchecked []string // sources of diagrams of which it is not known what is wrong with them
	judged    []judged // and what is known of others
}

// review looks at a document as it was in a view.
func (s *session) review(ctx context.Context, v view, documentURI string) (*review, error) {
	if err := s.inStep(documentURI); err != nil {
		return nil, failed(err)
	}
	file, err := v.File(documentURI)
	if err != nil {
		return nil, invalid("%s", sentence(err))
	}
	if len(file.Text.Content()) > workspace.MaxSize {
		return nil, invalid("%s", sentence(workspace.CheckText(cmp.Or(file.Path, file.URI), file.Text.Content())))
	}
	return s.reviewers.of(documentURI, s.options.Rules).review(ctx, s, v, file)
}

// inStep fails for a buffer whose text is not known.
func (s *session) inStep(documentURI string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if why := s.outOfStep[key(documentURI)]; why != nil {
		return fmt.Errorf("the text of %s is not known, so nothing was done with it: %w; close and open the document", documentURI, why)
	}
	return nil
}

// look does the work of review: it parses, runs the rules and applies the
// ledger. What did not change since the checker's last run is not done again.
func (s *session) look(v view, file *workspace.File, checker *rules.Checker, ledger *finding.Ledger, models *opinion) *review {
	folder := v.Folder(file.URI)
	r := &review{
		file: file, uri: clientURI(file.URI), path: v.Rel(file.URI), encoding: s.features.encoding, folder: folder,
		design: v.IsDesign(file), doc: file.Document(),
	}
	if file.Open {
		r.version = ref(file.Version)
	}
	if !r.design {
		return r
	}
	env := rules.Environment{
		Path:       r.path,
		Exists:     func(target string) bool { return v.Exists(file, target) },
		Severities: folder.Config.Rules,
		Style:      folder.Config.Template,
		OnPanic:    s.rulePanicked,
	}
	asking := s.diagrams.asking(key(file.URI))
	if asking != nil {
		env.Diagrams = asking
	}
	r.report = checker.Check(r.doc, env)
	if asking != nil {
		r.unchecked, r.judged = asking.unknown, asking.now
	}
	r.findings, r.decided = ledger.Split(r.path, models.merged(r.doc, r.report))
	r.problems = slices.Concat(r.report.Problems, workspace.FrontMatterProblems(r.doc, s.known))
	return r
}

func (s *session) rulePanicked(rule string, value any, stack []byte) {
	place := "the rule " + rule
	s.log.Error("panic", zap.String("in", place), zap.Any("value", value), zap.ByteString("stack", stack))
	s.reportOnce(place)
}

// clientURI writes a URI as the client spelled it, without making it canonical.
func clientURI(documentURI string) uri.URI { return uri.URI(documentURI) }

// rangeOf is where a span is, in the client's positions.
func (r *review) rangeOf(s text.Span) protocol.Range {
	return toRange(r.doc.Text.SpanRange(s, r.encoding))
}

// offset is the byte at a position of the client.
func (r *review) offset(p protocol.Position) int {
	return r.doc.Text.PositionOffset(fromPosition(p), r.encoding)
}

// span is what a range of the client covers. One that ends before it starts is
// taken the other way round.
func (r *review) span(p protocol.Range) text.Span {
	start, end := r.offset(p.Start), r.offset(p.End)
	return text.Span{Start: min(start, end), End: max(start, end)}
}
