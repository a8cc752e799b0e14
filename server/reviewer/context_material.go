package reviewer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
)

// source is what a prompt can read beside the sections: the lines of it, the
// most useful first, and how much they help.
type source struct {
	reads  string
	name   string
	weight float64
	must   bool
	lines  func(*builder) []string
}

// sources are listed in the order in which they are sent, after the document.
var sources = []source{
	{prompts.ReadAnswers, "questions and answers of the author", 8, false, (*builder).answerLines},
	{prompts.ReadFacts, "facts that the document states", 3, false, (*builder).factLines},
	{prompts.ReadEstimates, "computed by the program from the stated numbers", 4, false, (*builder).derivedLines},
	{prompts.ReadGraph, "components and flows that the document states", 2, false, (*builder).graphLines},
	{prompts.ReadKnowledge, "known about the technologies and patterns named", 1.5, false, (*builder).knowledgeLines},
	{prompts.ReadSystem, "questions that are usually decisive for this kind of system", 2, false, (*builder).systemLines},
	{prompts.ReadChecklist, "what the components of the checklist help, and when they fit", 1, false, (*builder).checklistLines},
	{prompts.ReadFindings, "findings that are known or settled; do not repeat them", 4, false, (*builder).findingLines},
}

// gather collects all that could be sent.
func (b *builder) gather() {
	t := b.task
	if t.Prompt.DoesRead(prompts.ReadFacts) {
		b.stated = t.study.facts(t.Doc)
	}
	for _, e := range b.extra() {
		b.addText("brief "+e.Name, e.Text, 8, true)
	}
	if selected := b.hidden(t.Selection); t.Selection.Len() > 0 {
		b.addText("selection, focus", selected, 10, true)
	}
	sections := b.sectionPieces()
	b.addOutline(sections)
	b.pieces = append(b.pieces, sections...)
	if t.Prompt.DoesRead(prompts.ReadEarlier) {
		b.addText("written by this action before", t.Earlier, 6, t.Since != nil)
	}
	for _, s := range sources {
		if t.Prompt.DoesRead(s.reads) {
			b.addLines(s.name, s.weight, s.lines(b))
		}
	}
}

// extra is the text of other files, for prompts that read it.
func (b *builder) extra() []Extra {
	if !b.task.Prompt.DoesRead(prompts.ReadBrief) {
		return nil
	}
	return b.task.Extra
}

// addText adds a text that is not a section.
func (b *builder) addText(name, content string, weight float64, must bool) {
	content = strings.TrimSpace(b.vault.Hide(content))
	if content == "" {
		return
	}
	b.pieces = append(b.pieces, &piece{name: name, weight: weight, must: must, variants: b.lengths(nil, content, true)})
}

// addLines adds a list: its first lines, and all.
func (b *builder) addLines(name string, weight float64, lines []string) {
	if len(lines) == 0 {
		return
	}
	var variants []variant
	for _, n := range []int{8, 24, 80} {
		list := b.vault.Hide(strings.Join(lines[:min(n, len(lines))], "\n"))
		if more := len(lines) - n; more > 0 {
			list += fmt.Sprintf("\n(%d more left out)", more)
		}
		form := Whole
		if n < len(lines) {
			form = Excerpt
		}
		variants = append(variants, variant{form, list, b.count(list)})
		if n >= len(lines) {
			break
		}
	}
	b.pieces = append(b.pieces, &piece{name: name, weight: weight, variants: variants})
}

// addOutline adds the headings, down to a level at which they are not too many.
func (b *builder) addOutline(sections []*piece) {
	d := b.task.Doc
	if len(d.Sections) < 2 {
		return
	}
	deepest := 6
	if b.task.partly() {
		deepest = 2
	}
	most := b.limit / 10
	for {
		outline := b.outline(deepest)
		n := b.count(outline)
		if n <= most || deepest == 1 {
			b.pieces = append(b.pieces, &piece{name: "outline of the document", weight: 12, variants: []variant{{Whole, b.vault.Hide(outline), n}}})
			return
		}
		deepest--
	}
}

func (b *builder) outline(deepest int) string {
	linked := b.task.Prompt.Result == prompts.Block && b.scope() == "document"
	var lines strings.Builder
	for _, s := range b.task.Doc.Sections {
		if s.Heading == nil || s.Level() > deepest && !slices.Contains(b.focus, s) {
			continue
		}
		fmt.Fprintf(&lines, "%s %s", strings.Repeat("#", s.Level()), s.Title())
		if linked {
			fmt.Fprintf(&lines, " (#%s)", s.Heading.Slug)
		}
		lines.WriteByte('\n')
	}
	return lines.String()
}

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
