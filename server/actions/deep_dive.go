package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// dive is what a deep dive is about. One of the last four is set.
type dive struct {
	name   string
	branch *branch // that it comes from, or nil

	technology *knowledge.Technology
	pattern    *knowledge.Pattern
	node       *diagram.Node
	question   *knowledge.BankQuestion
	places     []passage
}

// deepDive writes a subsection on the concept or the component that is selected, or
// that the section is about.
func deepDive(_ context.Context, m *material) (draft, error) {
	d, ok := m.diveInto()
	if !ok {
		return draft{}, m.unknownTopic(d.name)
	}
	result := draft{body: "## Deep dive: " + d.name + "\n\n" + m.tellDive(d), id: "deep-dive-" + slug(d.name), summary: fmt.Sprintf("Wrote a deep dive into %s.", d.name)}
	if d.branch != nil {
		result.whole, result.placed, result.at = true, true, d.branch.block.Span.End
		result.branches = m.tickedOff(d)
	} else if !m.inSection() {
		result.whole = true
	}
	return result, nil
}

func (m *material) inSection() bool { return m.in.Section != nil && m.in.Section.Heading != nil }

// diveInto finds out what to dive into: the branch or the words that are selected,
// the topic that is named in the options, else what the heading of the section names.
func (m *material) diveInto() (dive, bool) {
	if b, ok := m.chosenBranch(); ok {
		d, known := m.recognize(b.text)
		d.branch = &b
		return d, known
	}
	if name := m.in.Options[prompts.OptionTopic]; name != "" {
		return m.recognize(name)
	}
	if at := m.in.Selection; at.Len() > 0 || m.atCursor() {
		d, known := m.recognize(oneLine(at.Of(m.doc.Text.Content())))
		if named := m.topicsWithin(at); !known && len(named) > 0 {
			return diveOf(named[0]), true
		}
		return d, known
	}
	if m.inSection() {
		return m.sectionTopic(m.in.Section)
	}
	return dive{}, false
}

// sectionTopic is what the heading of a section names, else what is named most in it.
func (m *material) sectionTopic(s *document.Section) (dive, bool) {
	if d, ok := m.recognize(s.Title()); ok {
		return d, true
	}
	named := m.topicsWithin(s.Deep)
	slices.SortStableFunc(named, func(a, b *topic) int { return m.namings(b, s.Deep) - m.namings(a, s.Deep) })
	if len(named) == 0 {
		return dive{name: s.Title()}, false
	}
	return diveOf(named[0]), true
}

func (m *material) namings(t *topic, within text.Span) int {
	n := 0
	for _, p := range t.places {
		n += truth(within.ContainsSpan(p.Span))
	}
	return n
}

func diveOf(t *topic) dive {
	return dive{name: t.name(), technology: t.technology, pattern: t.pattern, places: t.places}
}

// recognize finds what there is to say about a name: a card, a part of the design, or
// a question of the bank.
func (m *material) recognize(name string) (dive, bool) {
	name = strings.Trim(name, " \t.*_`“”\"")
	d := dive{name: clip(name, 90)}
	if n := m.node(name); n != nil && len(n.Places) > 0 {
		d.name, d.node = n.Name, n
		d.places = m.naming(n)
		return d, true
	}
	for i := range m.system().Questions {
		if q := &m.system().Questions[i]; oneLine(q.Ask) == oneLine(name) {
			d.question = q
			d.name = strings.TrimRight(clip(q.Ask, 90), "?")
			return d, true
		}
	}
	mentions := knowledge.Mentions(name)
	if len(mentions) == 0 {
		return d, false
	}
	t := &topic{technology: mentions[0].Technology, pattern: mentions[0].Pattern}
	for _, known := range m.topics() {
		if known.id() == t.id() {
			t = known
		}
	}
	return diveOf(t), true
}

// node is the part of the design that goes by a name.
func (m *material) node(name string) *diagram.Node {
	n := m.graph().Find(name)
	if n == nil {
		n = m.graph().Find(strings.TrimPrefix(strings.ToLower(name), "the "))
	}
	return n
}

// naming are the sentences that name a part, and those under a heading that does.
func (m *material) naming(n *diagram.Node) []passage {
	return slices.DeleteFunc(slices.Clone(m.passages()), func(p passage) bool {
		return !p.names(n) && !names(strings.ToLower(p.Section.Title()), n)
	})
}

// names says whether the sentence itself names a part.
func (p passage) names(n *diagram.Node) bool { return names(p.lower, n) }

// names says whether a text in lower case holds a name of a part.
func names(lower string, n *diagram.Node) bool {
	return slices.ContainsFunc(append([]string{n.Name}, n.Aliases...), func(name string) bool {
		return len(name) > 2 && containsWord(lower, strings.ToLower(name))
	})
}

// containsWord says whether a text holds a phrase that no letter goes on.
func containsWord(s, phrase string) bool {
	for from := 0; ; {
		at := strings.Index(s[from:], phrase)
		if at < 0 {
			return false
		}
		at += from
		end := at + len(phrase)
		if (at == 0 || !isLetter(s[at-1])) && (end == len(s) || !isLetter(s[end]) || s[end] == 's') {
			return true
		}
		from = at + 1
	}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

// unknownTopic says what one could dive into.
func (m *material) unknownTopic(name string) error {
	known := namesOf(m.topics())
	for _, n := range m.graph().Nodes {
		if n.Kind != diagram.Person && !slices.Contains(known, n.Name) {
			known = append(known, n.Name)
		}
	}
	what := "nothing was named to dive into; select it, or name its section"
	if name != "" {
		what = fmt.Sprintf("%q is no concept that there is a card for, and no part that the document describes, so a deep dive into it takes a model", clip(name, 80))
	}
	if len(known) == 0 {
		return &Refusal{Reason: what}
	}
	return &Refusal{Reason: what + "; known in this document: " + strings.Join(known[:min(len(known), 8)], ", ")}
}
