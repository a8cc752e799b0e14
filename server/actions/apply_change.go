package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// requirement is a new one, with what it is about.
type requirement struct {
	words  string
	span   text.Span // in the document; empty when it was given otherwise
	facts  []knowledge.Known
	topics []*topic
	nodes  []string // names of parts
}

const mostTouched = 16 // sections that are listed

// applyChange says which sections depend on what a new requirement changes.
func applyChange(_ context.Context, m *material) (draft, error) {
	c, ok := m.change()
	if !ok {
		return draft{}, &Refusal{Reason: `say what is to change: select the new requirement in the document, put it under a heading "New requirement", or give it in the option "change"`}
	}
	touched := m.touchedBy(c)
	again := m.decideAgain(c)
	answered := m.answeredAbout(c)
	if len(touched)+len(again)+len(answered) == 0 {
		return draft{}, &Refusal{Reason: fmt.Sprintf("nothing in the document states or cites what “%s” is about, as far as can be told without a model, so no section is named", clip(c.words, 120))}
	}
	parts := []string{"## What the change touches", "The change: “" + clip(c.words, 300) + "”" + m.changedIn(c)}
	if said := m.nowAndThen(c); len(said) > 0 {
		parts = append(parts, bullets(said))
	}
	if len(touched) > 0 {
		rows := []string{"| section | depends on it, since it | what it says now |", "|---|---|---|"}
		for _, t := range touched[:min(len(touched), mostTouched)] {
			rows = append(rows, fmt.Sprintf("| %s | %s | %s |", tableCell(titleOf(t.Section)), tableCell(t.why()), tableCell("“"+clip(t.Text, 160)+"”")))
		}
		parts = append(parts, strings.Join(rows, "\n"))
		if more := len(touched) - mostTouched; more > 0 {
			parts = append(parts, fmt.Sprintf("And %s.", count(more, "more section")))
		}
	}
	if len(answered) > 0 {
		parts = append(parts, "**To be answered again**\n\n"+bullets(answered))
	}
	if len(again) > 0 {
		parts = append(parts, "**To be decided again**\n\n"+bullets(again))
	}
	parts = append(parts, "Your text is as it was. Change it in this order, then summarise again; sections that are not listed state nothing that the change is about.")
	said := fmt.Sprintf("The change touches %s; %s to be decided again.", count(len(touched), "section"), countAre(len(again), "point"))
	if len(answered) > 0 {
		said = fmt.Sprintf("The change touches %s and %s; %s to be decided again.", count(len(touched), "section"), count(len(answered), "answer"), countAre(len(again), "point"))
	}
	return draft{body: strings.Join(parts, "\n\n"), whole: true, summary: said}, nil
}

var changeHeading = text.Pattern(`(?i)^(the )?(new|changed|additional) requirements?$|^(requirements? )?changes?( requests?)?$`)

// change is what the options give, what is selected, or what stands under a heading
// for it.
func (m *material) change() (requirement, bool) {
	content := m.doc.Text.Content()
	c := requirement{words: oneLine(m.in.Options[prompts.OptionChange])}
	if c.words == "" && m.in.Selection.Len() > 0 {
		c.span = m.in.Selection
		c.words = oneLine(c.span.Of(content))
	}
	if c.words == "" {
		for _, s := range m.doc.Sections {
			if s.Heading != nil && !m.generated(s) && changeHeading().MatchString(strings.TrimSpace(s.Heading.Text)) {
				c.span = text.Span{Start: s.Heading.Span.End, End: s.Deep.End}
				c.words = oneLine(strings.TrimSpace(c.span.Of(content)))
			}
		}
	}
	if c.words == "" {
		return c, false
	}
	c.read(m)
	return c, true
}

// read finds out what the change is about.
func (c *requirement) read(m *material) {
	d := document.Parse(text.NewMapper("## Requirements\n\n"+c.words+"\n"), nil)
	c.facts = knowledge.Extract(d)
	for _, mention := range knowledge.Mentions(d.Sections[len(d.Sections)-1].Content.Prose) {
		c.topics = append(c.topics, &topic{technology: mention.Technology, pattern: mention.Pattern})
	}
	lower := strings.ToLower(c.words)
	for _, n := range m.graph().Nodes {
		if name := strings.ToLower(n.Name); len(name) > 3 && containsWord(lower, name) && strings.Contains(name, " ") {
			c.nodes = append(c.nodes, name)
		}
	}
}

func (m *material) changedIn(c requirement) string {
	if c.span.Len() == 0 {
		return ""
	}
	return source(m.doc.SectionAt(c.span.Start))
}

// answeredAbout lists the answers that state what changes.
func (m *material) answeredAbout(c requirement) []string {
	var lines []string
	for _, f := range c.facts {
		if q, asked := m.question(factPrefix + f.Fact); asked && q.Answered() {
			lines = append(lines, fmt.Sprintf("Q%d, %s: %s", q.Number, clip(lowerFirst(oneLine(q.Ask)), 120), quotedAnswer(q.Answer, q.Number)))
		}
	}
	return slices.Compact(lines)
}

// nowAndThen holds the numbers that change against those that are stated.
func (m *material) nowAndThen(c requirement) []string {
	var lines []string
	for _, f := range c.facts {
		fact, _ := knowledge.FactByID(f.Fact)
		for _, k := range m.stated() {
			if k.Fact != f.Fact || c.span.Len() > 0 && c.span.Overlaps(k.Span) {
				continue
			}
			line := fmt.Sprintf("%s is stated as “%s”%s", upperFirst(fact.Title), clip(k.Quote, 140), source(m.doc.Sections[k.Section]))
			lines = append(lines, line+factor(k.Value, f.Value)+".")
			break
		}
	}
	return lines
}

// factor says by how much a number changes, and what that means for those that grow with it.
func factor(before, after *estimate.Quantity) string {
	if before == nil || after == nil || before.Dimension != after.Dimension || before.Value <= 0 || after.Value <= 0 || before.Value == after.Value {
		return ""
	}
	switch before.Dimension {
	case estimate.Percent:
		return fmt.Sprintf("; %s instead of %s", estimate.Downtime(after.Value).Result, strings.TrimPrefix(estimate.Downtime(before.Value).Result, "at most "))
	case estimate.Count, estimate.Rate, estimate.Bytes, estimate.ByteRate:
		return fmt.Sprintf("; the new number is %s times that, and whatever grows with it changes as much", estimate.Number(after.Value/before.Value))
	}
	return fmt.Sprintf("; the new number is %s times that", estimate.Number(after.Value/before.Value))
}

// decideAgain names the technologies and components here that are decided by what changes.
func (m *material) decideAgain(c requirement) []string {
	var lines []string
	for _, t := range m.topics() {
		if t.technology == nil || m.isAside(t) {
			continue
		}
		if by := c.among(t.technology.Facts); len(by) > 0 {
			lines = append(lines, fmt.Sprintf("**%s**, decided by %s. It is a poor fit when %s.", t.name(), joined(by), strings.Join(t.technology.Poor, "; ")))
		}
	}
	for _, k := range knowledge.Components() {
		if by := c.among(k.Facts); len(by) > 0 {
			if here := m.here(k); here != "" {
				lines = append(lines, fmt.Sprintf("**%s**, decided by %s. Here: %s. %s", k.Title(), joined(by), here, k.Asks))
			}
		}
	}
	return capped(lines, mostOfAKind)
}

// among are the titles of the facts that change, of some.
func (c requirement) among(ids []string) []string {
	var titles []string
	for _, f := range c.facts {
		fact, _ := knowledge.FactByID(f.Fact)
		if slices.Contains(ids, f.Fact) && !slices.Contains(titles, fact.Title) {
			titles = append(titles, fact.Title)
		}
	}
	return titles
}
