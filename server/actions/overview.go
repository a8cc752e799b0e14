package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// What an overview may take, so that it stays one.
const (
	mostSections  = 14
	mostDecisions = 5
	mostTradeoffs = 3
	mostNumbers   = 6
)

// insertOverview opens the document with what it discusses and decides.
func insertOverview(_ context.Context, m *material) (draft, error) {
	if len(m.sections()) == 0 && len(m.known()) == 0 {
		return draft{summary: "There is nothing to give an overview of yet; the document is unchanged."}, nil
	}
	parts := []string{m.opening()}
	if discussed := m.discussed(); len(discussed) > 0 {
		parts = append(parts, bullets(discussed))
	}
	for _, p := range []struct {
		name  string
		lines []string
	}{
		{"Decided here", cite(m.decisions(mostDecisions))},
		{"Traded", cite(m.tradeoffs(mostTradeoffs))},
		{"The numbers behind it", m.numbers(mostNumbers)},
	} {
		if len(p.lines) > 0 {
			parts = append(parts, "**"+p.name+"**\n\n"+bullets(p.lines))
		}
	}
	return draft{body: strings.Join(parts, "\n\n"), summary: "Wrote an overview of " + count(len(m.sections()), "section") + "."}, nil
}

// opening says in a sentence of the document what it is about.
func (m *material) opening() string {
	subject := "This document"
	if m.style().ID != "" {
		subject = "This " + m.style().Name
	}
	if p, ok := m.purpose(); ok && !introduced(m.doc) {
		return fmt.Sprintf("**Overview.** %s%s", clip(p.Text, 300), source(p.Section)) + m.lead(subject)
	}
	return "**Overview.**" + m.lead(subject)
}

func (m *material) lead(subject string) string {
	if len(m.discussed()) == 0 {
		return " " + subject + " has no sections yet."
	}
	return " " + subject + " discusses:"
}

var abstract = text.Pattern(`(?i)^(summary|abstract|overview|introduction|tl;?dr|motivation|problem( statement)?|context and problem statement)$`)

// introduced says whether the text under the title tells what the document is
// about; the overview then stands right after it.
func introduced(d *document.Document) bool {
	s := d.TitleSection()
	return s != nil && afterIntroduction(d) < s.Span.End && strings.TrimSpace(d.Text.Content()[s.Heading.Span.End:s.Span.End]) != ""
}

// purpose is the first sentence of the section in which documents say what they
// are about.
func (m *material) purpose() (passage, bool) {
	for _, s := range m.doc.Sections {
		if s.Heading == nil || !abstract().MatchString(strings.TrimSpace(s.Heading.Text)) || m.generated(s) {
			continue
		}
		for _, p := range m.of(s) {
			if p.says() && !p.Item {
				return p, true
			}
		}
	}
	return passage{}, false
}

// boilerplate names the sections that are in every document of a kind and say
// nothing about this one.
var boilerplate = text.Pattern(`(?i)^(table of contents|contents|toc|release signoff checklist|references?|links|acknowledge?ments?|implementation history|revision history|changelog|glossary|recommended reading|related issues|production readiness review questionnaire|infrastructure needed.*|appendix\b.*|source.*|further reading|status|license)$`)

// sections are the main sections that the document is made of.
func (m *material) sections() []*document.Section {
	base, title := baseLevel(m.doc), m.doc.TitleSection()
	var all []*document.Section
	for _, s := range m.doc.Sections {
		if s.Heading == nil || s == title || m.generated(s) || s.Heading.Level > base || boilerplate().MatchString(strings.TrimSpace(s.Heading.Text)) {
			continue
		}
		all = append(all, s)
	}
	return all
}

// discussed says of each main section what it says.
func (m *material) discussed() []string {
	var lines []string
	sections := m.sections()
	if p, ok := m.purpose(); ok && !introduced(m.doc) { // it is quoted already
		sections = slices.DeleteFunc(sections, func(s *document.Section) bool { return s == p.Section })
	}
	for _, s := range sections[:min(mostSections, len(sections))] {
		says := m.gist(s)
		if inner := m.inner(s); len(inner) > 0 && (says == "" || len(inner) > 1 && len(m.of(s)) < 5) {
			says = strings.Join(inner, ", ")
		}
		if says == "" {
			lines = append(lines, ref(s))
			continue
		}
		lines = append(lines, ref(s)+": "+says)
	}
	if rest := len(sections) - mostSections; rest > 0 {
		lines = append(lines, fmt.Sprintf("and %s more", count(rest, "section")))
	}
	return lines
}

// inner names the sections directly under a section, at most seven.
func (m *material) inner(s *document.Section) []string {
	var names []string
	for _, sub := range m.doc.Sections {
		if sub.Parent == s.Index && sub.Heading != nil && !m.generated(sub) {
			names = append(names, lower(sub.Heading.Text))
		}
	}
	if len(names) > 7 {
		names = append(names[:6], fmt.Sprintf("%d more", len(names)-6))
	}
	return names
}

// lower takes the capital off a phrase; names, abbreviations and phrases in
// title case keep theirs.
func lower(s string) string {
	words := strings.Fields(s)
	for i, word := range words {
		if tail := word[1:]; strings.ToLower(tail) != tail || i > 0 && strings.ToLower(word) != word {
			return s
		}
	}
	if len(words) < 2 || len(words[0]) < 2 {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// numbers lists the figures that the design rests on, one for each fact.
func (m *material) numbers(most int) []string {
	var lines []string
	seen := map[string]bool{}
	for _, k := range m.known() {
		if k.Value == nil || seen[k.Quote] || seen[k.Fact] {
			continue
		}
		seen[k.Quote], seen[k.Fact] = true, true
		f, _ := knowledge.FactByID(k.Fact)
		lines = append(lines, fmt.Sprintf("%s: %s", upperFirst(f.Title), m.quote(k)))
		if len(lines) == most {
			break
		}
	}
	return lines
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func bullets(lines []string) string { return "- " + strings.Join(lines, "\n- ") }
