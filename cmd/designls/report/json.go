package report

import (
	"encoding/json"
	"io"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// jsonReview is the contract with programs that read `review --format json`.
// Names are only ever added to it.
type jsonReview struct {
	Version  int           `json:"version"`
	Findings []jsonFinding `json:"findings"`
	Decided  []jsonDecided `json:"decided,omitempty"`
}

type jsonFinding struct {
	File     string   `json:"file"`
	Rule     string   `json:"rule"`
	Severity string   `json:"severity"`
	Message  string   `json:"message"`
	Quote    string   `json:"quote"`
	Range    Range    `json:"range"`
	Source   string   `json:"source"`
	Fixes    []string `json:"fixes"`
	ID       string   `json:"id"`
	Section  string   `json:"section,omitempty"`
	Why      string   `json:"why,omitempty"`
	Options  []string `json:"options,omitempty"`
}

type jsonDecided struct {
	jsonFinding
	Decision string `json:"decision"`
	Reason   string `json:"reason,omitempty"`
	By       string `json:"by,omitempty"`
}

// Range is a range of the protocol, in JSON: zero-based, UTF-16.
type Range struct {
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// Position is one end of a Range.
type Position struct {
	Line      uint32 `json:"line"`
	Character uint32 `json:"character"`
}

// RangeOf is where a span of a text is.
func RangeOf(m *text.Mapper, span text.Span) Range {
	r := m.SpanRange(span, text.UTF16)
	return Range{Start: Position(r.Start), End: Position(r.End)}
}

func writeJSON(w io.Writer, review Review) error {
	out := jsonReview{Version: 1, Findings: []jsonFinding{}}
	for _, file := range review.Files {
		for _, f := range file.Findings {
			out.Findings = append(out.Findings, toJSON(file, f))
		}
		for _, d := range file.Decided {
			out.Decided = append(out.Decided, jsonDecided{
				jsonFinding: toJSON(file, d.Finding),
				Decision:    string(d.Entry.Decision),
				Reason:      d.Entry.Reason,
				By:          d.Entry.By,
			})
		}
	}
	return Encode(w, out)
}

func toJSON(file File, f finding.Finding) jsonFinding {
	titles := []string{}
	for _, fix := range f.Fixes {
		titles = append(titles, fix.Title)
	}
	return jsonFinding{
		File: file.Path, Rule: f.Rule, Severity: f.Severity.String(), Message: f.Message, Quote: f.Quote,
		Range:  RangeOf(file.Text, f.Span),
		Source: f.Source, Fixes: titles, ID: f.ID(), Section: f.Section, Why: f.Why, Options: f.Options,
	}
}

// Encode writes indented JSON without escaping what only HTML needs escaped.
func Encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
