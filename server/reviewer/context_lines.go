package reviewer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
)

func (b *builder) answerLines() []string {
	var lines []string
	for _, q := range b.asked() {
		line := fmt.Sprintf("Q%d. %s (%s)", q.Number, oneLine(q.Ask), q.ID)
		if q.Answered() {
			lines = append(lines, line+" ANSWERED: "+oneLine(q.Answer))
		} else {
			lines = append(lines, line+" OPEN. Assumed: "+oneLine(q.Assumption()))
		}
	}
	return lines
}

// asked are the questions that matter: with an earlier text, those that were
// answered otherwise since.
func (b *builder) asked() []questions.Question {
	if b.task.Since != nil {
		return b.task.Since.Questions
	}
	return b.answers
}

func (b *builder) factLines() []string {
	var inFocus, others []string
	for _, k := range b.stated {
		f, _ := knowledge.FactByID(k.Fact)
		line := fmt.Sprintf("- %s: %s (%s)", f.Title, oneLine(k.Quote), sectionName(b.task.Doc.Sections[k.Section]))
		if b.inFocus(k.Span) {
			inFocus = append(inFocus, line)
		} else {
			others = append(others, line)
		}
	}
	if b.task.partly() {
		return inFocus
	}
	return append(inFocus, others...)
}

func (b *builder) derivedLines() []string {
	if len(b.task.Only) > 0 {
		return nil
	}
	var lines []string
	for _, l := range b.task.Derived {
		lines = append(lines, "- "+oneLine(l))
	}
	return lines
}

func (b *builder) systemLines() []string {
	var lines []string
	for _, q := range systemOf(b.task.Doc).Questions {
		lines = append(lines, fmt.Sprintf("- %s: %s Decides: %s", q.ID, oneLine(q.Ask), oneLine(q.Decides)))
	}
	return lines
}

func (b *builder) checklistLines() []string {
	var lines []string
	for _, c := range knowledge.Components() {
		lines = append(lines, fmt.Sprintf("- %s, %s: helps %s; fits %s", c.Group, c.Name, oneLine(c.Helps), oneLine(c.Fits)))
	}
	return lines
}

// findingLines are the findings that a model need not make again.
func (b *builder) findingLines() []string {
	var lines []string
	add := func(f finding.Finding, standing string) {
		if len(b.focus) == 0 || b.inFocus(f.Span) {
			lines = append(lines, fmt.Sprintf("- %s, %s: \"%s\": %s", standing, f.Rule, clipped(b.vault.Hide(f.Quote), 120), oneLine(f.Message)))
		}
	}
	for _, d := range b.task.Decided {
		standing := string(d.Entry.Decision)
		if d.Entry.Reason != "" {
			standing += " (" + oneLine(d.Entry.Reason) + ")"
		}
		add(d.Finding, standing)
	}
	if b.task.Report != nil {
		for _, f := range b.task.Report.Findings {
			if f.Severity >= finding.Information && !b.settled(f) {
				add(f, "open")
			}
		}
	}
	return lines
}

func (b *builder) settled(f finding.Finding) bool {
	return slices.ContainsFunc(b.task.Decided, func(d finding.Decided) bool { return d.Finding.ID() == f.ID() })
}

func sectionName(s *document.Section) string {
	if s.Path() == "" {
		return "before the first heading"
	}
	return s.Title()
}

func clipped(s string, most int) string {
	s = oneLine(s)
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}
