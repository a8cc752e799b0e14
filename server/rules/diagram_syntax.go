package rules

import (
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/finding"
)

var diagramSyntax = Rule{
	ID:       "diagram-syntax",
	Title:    "A diagram that is not drawn, or not as it was meant",
	Severity: finding.Error,
	What: "A mermaid block that mermaid's own parser does not accept, with the place where it gives up, and as a warning one that it accepts and yet does not draw, " +
		"or draws otherwise than was surely meant: a C4 relation to an element that is not there, a Gantt chart with a date that does not exist, more text than mermaid draws. " +
		"Blocks in lists and quotes are checked too. A program that was built without the grammar (`designls doctor` tells) finds only what is wrong at a glance.",
	Why: "Instead of such a diagram readers see an error message, or a picture that says something else. Whoever wrote it often sees the mistake last, because their own editor draws it or draws nothing.",
	Bad: `# Feed

~~~mermaid
flowchart LR
  web[Web (React)] --> api[Feed API]
  api --> store[(Posts)]
~~~
`,
	Good: `# Feed

~~~mermaid
flowchart LR
  web["Web (React)"] --> api[Feed API]
  api --> store[(Posts)]
~~~
`,
	Fixes:   []string{"put quotes around a label", "write an arrow as mermaid does", "close a block", "whatever else makes the diagram parse: every fix is parsed before it is offered"},
	Section: findSyntax,
}

// glanced is the length in bytes of the longest diagram that is looked at while
// it is not known what the grammar says: looking takes a millisecond at most.
const glanced = 10_000

func findSyntax(s *Scope) []finding.Finding {
	var found []finding.Finding
	for _, d := range diagrams(s.Content()) {
		issues, known := s.Diagram(d.text)
		if !known && len(issues) == 0 && len(d.text) <= glanced {
			if issues = mermaid.Glance(d.text); issues == nil {
				issues = mermaid.Lint(d.text)
			}
		}
		if swallowed, ok := d.unclosed(s, issues); ok {
			found = append(found, swallowed...)
			continue
		}
		for _, issue := range issues {
			found = append(found, d.finding(issue))
		}
	}
	return found
}

func (d *diagramSource) finding(issue mermaid.Issue) finding.Finding {
	f := finding.Finding{
		Span: d.span(issue.Span), Message: issue.Message,
		Why:     "Readers do not see this diagram as it was meant: most renderers show an error in its place.",
		Options: []string{"Mend the diagram.", "If it is only an example of mermaid's language, fence it as text."},
	}
	if issue.Parses {
		f.Severity = finding.Warning
		f.Why = "Mermaid accepts this diagram, so nothing tells its author that readers see nothing, or something else than was meant."
	}
	if len(issue.Fixes) > 0 {
		f.Options[0] = strings.TrimRight(issue.Fixes[0].Title, ";") + "."
	}
	for _, fix := range issue.Fixes {
		f.Fixes = append(f.Fixes, d.fix(fix.Title, fix.Edits, fix.Preferred))
	}
	return f
}
