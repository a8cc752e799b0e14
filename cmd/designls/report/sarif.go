package report

import (
	"io"
	"net/url"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// The part of SARIF 2.1.0 that a review fills. The libraries that write SARIF
// carry a schema validator and an HTTP client into the program; these types
// carry nothing, and a test validates what they print against the schema.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		URI     string      `json:"informationUri"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID       string        `json:"id"`
		Short    sarifMessage  `json:"shortDescription"`
		Full     *sarifMessage `json:"fullDescription,omitempty"`
		HelpURI  string        `json:"helpUri"`
		Defaults sarifDefaults `json:"defaultConfiguration"`
	}
	sarifDefaults struct {
		Level string `json:"level"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    *int               `json:"ruleIndex,omitempty"`
		Level        string             `json:"level"`
		Message      sarifMessage       `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   uint32        `json:"startLine"`
		StartColumn uint32        `json:"startColumn"`
		EndLine     uint32        `json:"endLine"`
		EndColumn   uint32        `json:"endColumn"`
		Snippet     *sarifMessage `json:"snippet,omitempty"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification,omitempty"`
	}
)

var sarifLevels = map[finding.Severity]string{
	finding.Off: "none", finding.Hint: "note", finding.Information: "note", finding.Warning: "warning", finding.Error: "error",
}

func writeSARIF(w io.Writer, review Review) error {
	run := sarifRun{
		Tool:       sarifTool{Driver: sarifDriver{Name: "designls", Version: review.Version, URI: homepage, Rules: sarifRules(review.Rules)}},
		ColumnKind: "utf16CodeUnits",
		Results:    []sarifResult{},
	}
	index := map[string]int{}
	for i, r := range review.Rules {
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
		rule := sarifRule{
			ID:       r.ID,
			Short:    sarifMessage{Text: r.Title},
			HelpURI:  homepage + "/blob/main/docs/rules/" + r.ID + ".md",
			Defaults: sarifDefaults{Level: sarifLevels[r.Severity]},
		}
		if r.What != "" {
			rule.Full = &sarifMessage{Text: strings.TrimSpace(r.What)}
		}
		described = append(described, rule)
	}
	return described
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
