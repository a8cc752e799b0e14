package actions

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

const mostOfAKind = 8 // complicating factors of one kind in a recap

// insertRecap closes the document with its decisions and what is still open.
func insertRecap(_ context.Context, m *material) (draft, error) {
	body := "## Recap"
	if decisions := cite(m.decisions(mostDecisions + 2)); len(decisions) > 0 {
		body += "\n\nWhat was decided:\n\n" + bullets(decisions)
	} else if p, ok := m.purpose(); ok {
		body += "\n\nWhat it is about: " + clip(p.Text, 260) + source(p.Section)
	} else {
		body += "\n\nNo sentence of the document states a decision with its reason."
	}
	if tradeoffs := cite(m.tradeoffs(mostTradeoffs + 1)); len(tradeoffs) > 0 {
		body += "\n\nWhat is given up for it:\n\n" + bullets(tradeoffs)
	}
	factors := m.factors()
	body += "\n\n### Complicating factors still open\n\n"
	if len(factors) == 0 {
		body += "None is marked: there are no unanswered questions, marks for missing text, or sections with open questions or risks."
	} else {
		body += strings.Join(factors, "\n\n")
	}
	if branches := m.branches(); len(branches) > 0 {
		body += "\n\n### Side branches for later\n\n" + bullets(branches)
	}
	return draft{body: body, summary: "Wrote a recap with " + count(m.countFactors(), "open factor") + "."}, nil
}

// factors lists what is open, most dangerous first, by kind.
func (m *material) factors() []string {
	var parts []string
	for _, g := range m.openGroups() {
		if len(g.lines) > 0 {
			parts = append(parts, g.name+":\n\n"+bullets(capped(g.lines, mostOfAKind)))
		}
	}
	return parts
}

func (m *material) countFactors() int {
	n := 0
	for _, g := range m.openGroups() {
		n += len(g.lines)
	}
	return n
}

type group struct {
	name  string
	lines []string
}

func (m *material) openGroups() []group {
	return once([]group{
		{"Questions without an answer", m.unansweredLines()},
		{"Not stated, though the design turns on it", m.unstated()},
		{"Left to be written", m.marks()},
		{"Open in the text", m.under(openHeading())},
		{"Risks and drawbacks that the text names", m.under(riskHeading())},
	})
}

// once leaves each line to the first group that has it.
func once(groups []group) []group {
	seen := map[string]bool{}
	for i, g := range groups {
		groups[i].lines = slices.DeleteFunc(g.lines, func(line string) bool {
			had := seen[line]
			seen[line] = true
			return had
		})
	}
	return groups
}

func (m *material) unansweredLines() []string {
	var lines []string
	for _, q := range m.open() {
		line := fmt.Sprintf("Q%d: %s", q.Number, strings.Join(strings.Fields(q.Ask), " "))
		if assumed := q.Assumption(); assumed != "" {
			line += " Until it is answered: " + lower(assumed)
		}
		lines = append(lines, line)
	}
	return lines
}

// unstated names the critical facts that the document lacks and nobody asked for.
func (m *material) unstated() []string {
	if !m.service() {
		return nil
	}
	var lines []string
	for _, f := range knowledge.Facts() {
		_, asked := m.question(factPrefix + f.ID)
		if f.Critical && !f.Part && !asked && !m.states(f.ID) && !m.derived(f.ID) {
			lines = append(lines, upperFirst(f.Title)+": it decides "+strings.TrimRight(f.Decides, ".")+".")
		}
	}
	return lines
}

var (
	openHeading   = text.Pattern(`(?i)\b(open (questions?|issues?|points?|items?)|unresolved|unanswered|undecided|outstanding|questions?$|to be (decided|discussed)|known unknowns)\b|^(questions?|tbd)$`)
	riskHeading   = text.Pattern(`(?i)^(.*\brisks?\b.*|drawbacks?|limitations?|known (issues|problems|limitations)|caveats|trade-?offs and mitigations|concerns)$`)
	branchHeading = text.Pattern(`(?i)^(future (work|possibilities|goals|plans?|improvements|considerations)|out of scope for now|later|next steps|follow-?ups?|additional talking points|extensions|roadmap)$`)
	clarifying    = text.Pattern(`(?i)clarifying questions|questionnaire|frequently asked|\bfaq\b`)
)

// under lists what stands under the headings of a kind: the headings within, or
// the items, or the first sentence.
func (m *material) under(heading *regexp.Regexp) []string {
	var lines []string
	seen := map[string]bool{}
	for _, s := range m.doc.Sections {
		if m.generated(s) || !named(s, heading) || s.Parent >= 0 && named(m.doc.Sections[s.Parent], heading) || clarifying().MatchString(s.Path()) {
			continue
		}
		for _, line := range m.points(s) {
			if !seen[line] {
				seen[line] = true
				lines = append(lines, line)
			}
		}
	}
	return lines
}

func named(s *document.Section, heading *regexp.Regexp) bool {
	return s.Heading != nil && heading.MatchString(strings.TrimSpace(s.Heading.Text))
}

func (m *material) points(s *document.Section) []string {
	var lines []string
	for _, sub := range m.doc.Sections {
		if sub.Parent == s.Index && sub.Heading != nil && !m.generated(sub) {
			line := ref(sub)
			if says := m.gist(sub); says != "" {
				line += ": " + says
			}
			lines = append(lines, line)
		}
	}
	if len(lines) > 0 {
		return lines
	}
	for _, p := range m.of(s) {
		if p.Item && p.First && len(p.Text) >= 12 {
			lines = append(lines, clip(p.Text, 220)+source(s))
		}
	}
	if says := m.gist(s); len(lines) == 0 && says != "" {
		lines = append(lines, says+source(s))
	}
	return lines
}

// branches lists what the document sets aside to be followed later.
func (m *material) branches() []string { return capped(m.under(branchHeading()), mostOfAKind) }

func capped(lines []string, most int) []string {
	if len(lines) <= most {
		return lines
	}
	return append(slices.Clone(lines[:most]), fmt.Sprintf("and %d more", len(lines)-most))
}
