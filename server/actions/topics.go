package actions

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// topic is a technology or a pattern of which there is a card, with the author's
// sentences that name it, in order.
type topic struct {
	technology *knowledge.Technology
	pattern    *knowledge.Pattern
	places     []passage
}

func (t *topic) id() string {
	if t.technology != nil {
		return t.technology.ID
	}
	return t.pattern.ID
}

func (t *topic) name() string {
	if t.technology != nil {
		return t.technology.Name
	}
	return t.pattern.Name
}

// mentions are the technologies and patterns that a sentence names.
func (p passage) mentions() []knowledge.Mention {
	span := p.Span.Shift(-p.Section.Span.Start)
	return knowledge.Mentions(p.Section.Content.Prose[span.Start:span.End])
}

// topics are what the sentences name of which there is a card, in the order in which
// they are named first.
func (m *material) topics() []*topic {
	if m.spoken != nil {
		return m.spoken
	}
	m.spoken = []*topic{}
	byID := map[string]*topic{}
	for _, p := range m.passages() {
		for _, mention := range p.mentions() {
			t := &topic{technology: mention.Technology, pattern: mention.Pattern}
			if known := byID[t.id()]; known != nil {
				t = known
			} else {
				byID[t.id()] = t
				m.spoken = append(m.spoken, t)
			}
			if n := len(t.places); n == 0 || t.places[n-1].Span != p.Span {
				t.places = append(t.places, p)
			}
		}
	}
	return m.spoken
}

// topicsWithin are those that are named within a span.
func (m *material) topicsWithin(span text.Span) []*topic {
	return slices.DeleteFunc(slices.Clone(m.topics()), func(t *topic) bool {
		return !slices.ContainsFunc(t.places, func(p passage) bool { return span.Overlaps(p.Span) && t.namedIn(p, span) })
	})
}

// namedIn says whether the name itself stands within a span that holds a part of a
// sentence.
func (t *topic) namedIn(p passage, span text.Span) bool {
	return slices.ContainsFunc(p.mentions(), func(mention knowledge.Mention) bool {
		same := topic{technology: mention.Technology, pattern: mention.Pattern}
		at := mention.Span.Shift(p.Span.Start)
		return same.id() == t.id() && at.Start <= span.End && span.Start <= at.End
	})
}

// scope is what the action works on: the selection, the section, or all.
func (m *material) scope() (span text.Span, name string) {
	switch {
	case m.in.Selection.Len() > 0:
		return m.in.Selection, "selection"
	case m.in.Section != nil:
		return m.in.Section.Deep, "section"
	}
	return text.Span{End: len(m.doc.Text.Content())}, "document"
}

// atCursor says whether the cursor stands on the name of a topic, without a selection.
func (m *material) atCursor() bool {
	at := m.in.Selection
	return at.Len() == 0 && at.Start > 0 && len(m.topicsWithin(at)) > 0
}

// own drops the sentences that speak of other designs, unless there are no others.
func (m *material) own(places []passage) []passage {
	own := slices.DeleteFunc(slices.Clone(places), func(p passage) bool { return apart().MatchString(m.path(p.Section)) })
	if len(own) == 0 {
		return places
	}
	return own
}

// asserts says whether a sentence says something, and is no heading, question or
// catchword.
func (p passage) asserts() bool {
	return !p.Heading && !p.Entry && len(strings.Fields(p.Text)) > fewestWords && !strings.HasSuffix(p.Text, ":") && !strings.HasSuffix(p.Text, "?")
}

// telling are the sentences among places that say most, in document order, at most so many.
func telling(places []passage, most int) []passage {
	var all []passage
	for _, p := range places {
		if p.asserts() && !p.Cell {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		all = slices.DeleteFunc(slices.Clone(places), func(p passage) bool { return p.Heading || len(strings.Fields(p.Text)) < 3 })
	}
	slices.SortStableFunc(all, func(a, b passage) int { return b.weight() - a.weight() })
	all = all[:min(len(all), most)]
	slices.SortFunc(all, func(a, b passage) int { return a.Span.Start - b.Span.Start })
	return all
}

var purposed = text.Pattern(`(?i)\bto (reduce|avoid|keep|allow|improve|speed|save|protect|maintain|support|guarantee|prevent|handle|ensure|decouple)\b`)

// weight is higher for sentences that decide and give reasons.
func (p passage) weight() int {
	return 2*truth(decided().MatchString(p.Text)) + 2*truth(weighed().MatchString(p.Text)) + truth(reasoned().MatchString(p.Text) || purposed().MatchString(p.Text)) -
		truth(dangling().MatchString(p.Text))
}

// sectionsOf links to the sections of places, each once, at most so many.
func sectionsOf(places []passage, most int) string {
	var links []string
	for _, p := range places {
		if link := ref(p.Section); link != "" && !p.Entry && !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	if len(links) > most {
		links = append(links[:most], fmt.Sprintf("%d more", len(links)-most))
	}
	return joined(links)
}

// joined lists words as a sentence does.
func joined(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// someOf lists the first of some names, and says how many there are more.
func someOf(names []string, most int) string {
	if more := len(names) - most; more > 0 {
		names = append(slices.Clone(names[:most]), fmt.Sprintf("%d more", more))
	}
	return joined(names)
}

// quoted is a sentence of the document in quotation marks, with its section.
func quoted(p passage) string { return "“" + clip(p.Text, 240) + "”" + source(p.Section) }

func quotedAll(places []passage) []string {
	var lines []string
	for _, p := range places {
		lines = append(lines, quoted(p))
	}
	return lines
}

// saying are the sentences among places that an expression finds, the first so many.
func saying(places []passage, expression *regexp.Regexp, most int) []passage {
	var found []passage
	for _, p := range places {
		if len(found) < most && p.asserts() && expression.MatchString(p.Text) {
			found = append(found, p)
		}
	}
	return found
}

// slug names something in the id of a block.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	s := strings.Join(words, "-")
	if len(s) > 48 {
		s = strings.TrimRight(s[:48], "-")
	}
	if s == "" {
		return "topic"
	}
	return s
}

// titleOf is a section as one names it in a sentence.
func titleOf(s *document.Section) string {
	if link := ref(s); link != "" {
		return link
	}
	return "the opening"
}
