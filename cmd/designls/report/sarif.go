package report

import (
	"io"
	"net/url"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

var sarifLevels = map[finding.Severity]string{
	finding.Off: "none", finding.Hint: "note", finding.Information: "note", finding.Warning: "warning", finding.Error: "error",
}

func writeSARIF(w io.Writer, review Review) error {
	described := append(sarifRules(review.Rules), modelRules(review)...)
	run := sarifRun{
		Tool:       sarifTool{Driver: sarifDriver{Name: "designls", Version: review.Version, URI: homepage, Rules: described}},
		ColumnKind: "utf16CodeUnits",
		Results:    []sarifResult{},
	}
	index := map[string]int{}
	for i, r := range described {
		index[r.ID] = i
	}
	for _, file := range review.Files {
		for _, f := range file.Findings {
			run.Results = append(run.Results, toSARIF(file, f, index))
		}
		for _, d := range file.Decided {
			result := toSARIF(file, d.Finding, index)
			result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: decision(d)}}
			run.Results = append(run.Results, result)
		}
	}
	return Encode(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func sarifRules(table []rules.Rule) []sarifRule {
	described := []sarifRule{}
	for _, r := range table {
		described = append(described, describe(r.ID, r.Title, r.What, r.Severity))
	}
	return described
}

// modelRules describes the kinds of findings that only a model reports, as far as it
// has reported some. It chooses the severity of each; a warning is the usual one.
func modelRules(review Review) []sarifRule {
	reported := map[string]bool{}
	for _, file := range review.Files {
		for _, f := range file.Findings {
			reported[f.Rule] = true
		}
		for _, d := range file.Decided {
			reported[d.Finding.Rule] = true
		}
	}
	var described []sarifRule
	for _, m := range review.ByModels {
		if reported[m.ID] {
			described = append(described, describe(m.ID, m.Title, m.What, finding.Warning))
		}
	}
	return described
}

func describe(id, title, what string, usually finding.Severity) sarifRule {
	rule := sarifRule{
		ID:       id,
		Short:    sarifMessage{Text: title},
		HelpURI:  homepage + "/blob/main/docs/rules/" + id + ".md",
		Defaults: sarifDefaults{Level: sarifLevels[usually]},
	}
	if what != "" {
		rule.Full = &sarifMessage{Text: strings.TrimSpace(what)}
	}
	return rule
}

func toSARIF(file File, f finding.Finding, index map[string]int) sarifResult {
	result := sarifResult{
		RuleID:       f.Rule,
		Level:        sarifLevels[f.Severity],
		Message:      sarifMessage{Text: advice(f)},
		Locations:    []sarifLocation{{Physical: sarifPhysical{Artifact: sarifArtifact{URI: artifactURI(file.Path)}, Region: region(file.Text, f.Span)}}},
		Fingerprints: map[string]string{"designls/v1": f.ID()},
	}
	if i, known := index[f.Rule]; known {
		result.RuleIndex = &i
	}
	return result
}

// region is a span as SARIF counts it: from one, the end column not included.
func region(m *text.Mapper, span text.Span) sarifRegion {
	r := m.SpanRange(span, text.UTF16)
	out := sarifRegion{
		StartLine: r.Start.Line + 1, StartColumn: r.Start.Character + 1,
		EndLine: r.End.Line + 1, EndColumn: r.End.Character + 1,
	}
	if quoted := span.Of(m.Content()); quoted != "" {
		out.Snippet = &sarifMessage{Text: strings.ToValidUTF8(quoted, "\ufffd")}
	}
	return out
}

// artifactURI is a path as a relative or absolute URI reference.
func artifactURI(path string) string {
	return (&url.URL{Path: path}).String()
}
