package server

import (
	"encoding/json"
	"fmt"
	"hash/fnv"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
)

// source is what editors show as the origin of a diagnostic.
const source = "designls"

// ruleURL is the page about a rule.
func ruleURL(rule string) uri.URI {
	return uri.URI("https://github.com/designls/designls/blob/main/docs/rules/" + rule + ".md")
}

// diagnosticData comes back with a diagnostic when its code actions are asked for.
type diagnosticData struct {
	Finding string `json:"finding"`         // Finding.ID
	Model   string `json:"model,omitempty"` // who found it, empty for the rules
}

// diagnostics are the findings of a document and what is malformed in it.
func (s *session) diagnostics(r *review) []protocol.Diagnostic {
	list := make([]protocol.Diagnostic, 0, len(r.findings)+len(r.problems))
	for _, f := range r.findings {
		list = append(list, s.diagnosticOf(r, f))
	}
	for _, p := range r.problems {
		list = append(list, malformed(r, p))
	}
	return list
}

func (s *session) diagnosticOf(r *review, f finding.Finding) protocol.Diagnostic {
	// Strings and nothing else: they always encode.
	data, _ := json.Marshal(diagnosticData{Finding: f.ID(), Model: modelOf(f)})
	d := protocol.Diagnostic{
		Range:           r.rangeOf(f.Span),
		Severity:        toSeverity(f.Severity),
		Code:            protocol.String(f.Rule),
		CodeDescription: protocol.CodeDescription{Href: ruleURL(f.Rule)},
		Source:          protocol.NewOptional(source),
		Message:         protocol.String(f.Message),
		Data:            data,
	}
	if s.features.relatedInformation {
		for _, other := range f.Related {
			d.RelatedInformation = append(d.RelatedInformation, protocol.DiagnosticRelatedInformation{
				Location: protocol.Location{URI: r.uri, Range: r.rangeOf(other.Span)},
				Message:  other.Message,
			})
		}
	}
	return d
}

// malformed is a problem with what the document tells designls. It is not a
// finding about the design, so it cannot be dismissed.
func malformed(r *review, p document.Problem) protocol.Diagnostic {
	return protocol.Diagnostic{
		Range:    r.rangeOf(p.Span),
		Severity: protocol.DiagnosticSeverityWarning,
		Code:     protocol.String(p.Code),
		Source:   protocol.NewOptional(source),
		Message:  protocol.String(p.Message),
	}
}

// resultID identifies diagnostics by what they say, so that it is known again
// whether they have changed, whatever has happened in between.
func resultID(list []protocol.Diagnostic) string {
	h := fnv.New64a()
	for i := range list {
		encoded, err := protocol.Marshal(&list[i])
		if err != nil {
			encoded = []byte(err.Error())
		}
		// Writing to a hash never fails.
		_, _ = h.Write(append(encoded, 0))
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

// modelOf names the model that has reported a finding, "" when the rules have.
func modelOf(f finding.Finding) string {
	if f.Source == finding.SourceRules {
		return ""
	}
	return f.Source
}
