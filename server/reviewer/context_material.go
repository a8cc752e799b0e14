package reviewer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
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
