package rules

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// unclosed is what is wrong with a block that nothing closes and that swallows what follows
// the diagram, of which the issues of it all tell. Not ok means that it swallows nothing, or that this is not known yet.
func (d *diagramSource) unclosed(s *Scope, issues []mermaid.Issue) (found []finding.Finding, ok bool) {
	ends, open := mermaid.EndsOf(d.text, d.marker)
	if d.closed && !open || len(issues) == 0 || len(ends) == 0 {
		return nil, false
	}
	end := 0
	for _, at := range ends {
		said, known := s.Diagram(d.text[:at])
		if !known {
			return nil, false
		}
		if end, issues = at, said; !slices.ContainsFunc(said, func(i mermaid.Issue) bool { return !i.Parses }) {
			break
		}
	}
	found = []finding.Finding{d.finding(mermaid.Issue{
		Message: "This block is not closed, so what follows it is taken for a part of the diagram.",
		Fixes: []mermaid.Fix{{
			Title: "Close the block", Preferred: true,
			Edits: []text.Edit{{Span: text.Span{Start: end, End: mermaid.TextAfter(d.text, end, d.marker)}, New: d.eol + d.marker}},
		}},
	})}
	for _, issue := range issues {
		found = append(found, d.finding(issue))
	}
	return found, true
}

// fenceOf is what a line that opens a block begins with.
func fenceOf(opening string) string {
	rest := strings.TrimLeft(opening, "`~")
	return opening[:len(opening)-len(rest)]
}
