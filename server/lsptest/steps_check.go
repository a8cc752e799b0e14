package lsptest

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"go.lsp.dev/protocol"
)

// stepCheck compares what the server says with the markers.
func (s *scenario) stepCheck(a []argument) {
	paths := s.opened
	if len(a) > 0 {
		paths = []string{a[0].text}
	}
	for _, path := range paths {
		s.checkDiagnostics(path)
		for _, m := range s.markers[path] {
			switch m.kind {
			case "hover":
				s.checkHover(path, m)
			case "complete":
				s.checkCompletion(path, m)
			}
		}
	}
}

// checkDiagnostics matches each diagnostic with a marker, and each marker with a
// diagnostic.
func (s *scenario) checkDiagnostics(path string) {
	text := s.Text(path)
	left := slices.Clone(s.Diagnostics(path))
	for _, m := range s.markers[path] {
		if m.kind != "diag" {
			continue
		}
		m.used = true
		i := slices.IndexFunc(left, func(d protocol.Diagnostic) bool { return s.matches(path, text, m, d) })
		if i < 0 {
			s.t.Errorf("%s:%d: there is no diagnostic %v", path, m.line, m.args)
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, d := range left {
		s.t.Errorf("%s: there is no marker for %s", path, s.describe(path, d))
	}
}

func (s *scenario) matches(path, text string, m *marker, d protocol.Diagnostic) bool {
	return d.Range.Start == position(text, m.at, s.Encoding) &&
		m.args[0].matches(fmt.Sprint(d.Code)) &&
		(len(m.args) < 2 || m.args[1].matches(message(d))) &&
		(len(m.args) < 3 || m.args[2].matches(s.variant.plain(s.Quote(path, d.Range))))
}

func message(d protocol.Diagnostic) string {
	if m, ok := d.Message.(protocol.String); ok {
		return string(m)
	}
	return fmt.Sprint(d.Message)
}

var severities = map[protocol.DiagnosticSeverity]string{1: "error", 2: "warning", 3: "information", 4: "hint"}

// describe says all about a diagnostic without a position, which differs between
// the variants.
func (s *scenario) describe(path string, d protocol.Diagnostic) string {
	return fmt.Sprintf("%s %s %q: %s", severities[d.Severity], d.Code, s.Quote(path, d.Range), message(d))
}

func (s *scenario) stepDiagnostics(a []argument) {
	var lines []string
	for _, d := range s.Diagnostics(a[0].text) {
		lines = append(lines, s.describe(a[0].text, d))
	}
	s.golden(a[1].text, listing(lines))
}

func (s *scenario) checkHover(path string, m *marker) {
	m.used = true
	hover, err := s.Server.Hover(context.Background(), &protocol.HoverParams{TextDocumentPositionParams: s.positionParams(path, m.at)})
	switch {
	case err != nil:
		s.t.Errorf("%s:%d: hover: %v", path, m.line, err)
	case hover == nil && len(m.args) > 0:
		s.t.Errorf("%s:%d: there is no hover", path, m.line)
	case hover != nil:
		s.compareHover(path, m, hover)
	}
}

func (s *scenario) compareHover(path string, m *marker, hover *protocol.Hover) {
	said := fmt.Sprint(hover.Contents)
	if content, ok := hover.Contents.(*protocol.MarkupContent); ok {
		said = content.Value
	}
	if len(m.args) == 0 {
		s.t.Errorf("%s:%d: there is a hover: %s", path, m.line, said)
	}
	for _, want := range m.args {
		if !want.matches(said) {
			s.t.Errorf("%s:%d: the hover does not match %v:\n%s", path, m.line, want, said)
		}
	}
}

func (s *scenario) checkCompletion(path string, m *marker) {
	m.used = true
	result, err := s.Server.Completion(context.Background(), &protocol.CompletionParams{TextDocumentPositionParams: s.positionParams(path, m.at)})
	if err != nil {
		s.t.Errorf("%s:%d: completion: %v", path, m.line, err)
		return
	}
	var labels []string
	for _, item := range result.(*protocol.CompletionList).Items {
		labels = append(labels, item.Label)
		if _, err := resolve(s.Text(path), []protocol.TextEdit{*item.TextEdit.(*protocol.TextEdit)}, s.Encoding); err != nil {
			s.t.Errorf("%s:%d: completion %q: %v", path, m.line, item.Label, err)
		}
	}
	if len(m.args) == 0 && len(labels) > 0 {
		s.t.Errorf("%s:%d: completion offers %q", path, m.line, labels)
	}
	for _, want := range m.args {
		if !slices.ContainsFunc(labels, want.matches) {
			s.t.Errorf("%s:%d: completion has no %v, but %q", path, m.line, want, labels)
		}
	}
}

func (s *scenario) positionParams(path string, at int) protocol.TextDocumentPositionParams {
	return protocol.TextDocumentPositionParams{TextDocument: s.id(path), Position: position(s.Text(path), at, s.Encoding)}
}

func listing(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}
