package actions

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// alternatives is a table of what else would do, and where the document weighs it.
func (m *material) alternatives(t *topic) string {
	rows := []string{"| instead | what would be different | weighed here |", "|---|---|---|"}
	for _, a := range t.technology.Alternatives {
		rows = append(rows, fmt.Sprintf("| %s | %s | %s |", tableCell(upperFirst(a.Name)), tableCell(a.Differ), m.weighs(a.Name, t)))
	}
	for _, other := range m.weighedBeside(t) {
		rows = append(rows, fmt.Sprintf("| %s | %s | %s |", tableCell(other.name()), tableCell(other.technology.Favors), tableCell(sectionsOf(other.places, 1))))
	}
	return strings.Join(rows, "\n")
}

// weighedBeside are the technologies for the same work that the document names as
// other options, beside the usual alternatives.
func (m *material) weighedBeside(t *topic) []*topic {
	return slices.DeleteFunc(slices.Clone(m.topics()), func(other *topic) bool {
		usual := slices.ContainsFunc(t.technology.Alternatives, func(a knowledge.Alternative) bool { return other.namedBy(a.Name) })
		return other.technology == nil || other.id() == t.id() || usual || worksAs(other.technology) != worksAs(t.technology) || worksAs(t.technology) == "" ||
			!slices.ContainsFunc(other.places, func(p passage) bool { return apart().MatchString(m.path(p.Section)) || p.rejects(other) })
	})
}

// namedBy says whether a text names the topic.
func (t *topic) namedBy(s string) bool {
	return slices.ContainsFunc(knowledge.Mentions(s), func(mention knowledge.Mention) bool {
		same := topic{technology: mention.Technology, pattern: mention.Pattern}
		return same.id() == t.id()
	})
}

// works are the kinds of work for which one technology can stand in for another.
var works = []func() *regexp.Regexp{
	text.Pattern(`\b(database|store|cache|warehouse)\b`),
	text.Pattern(`\b(log|queue|broker|subscribe)\b`),
}

// worksAs is the work of a technology, "" for one that has no such like.
func worksAs(tech *knowledge.Technology) string {
	for _, kind := range works {
		if kind().MatchString(tech.Kind) {
			return kind().String()
		}
	}
	return ""
}

// weighs links to where the document names an alternative.
func (m *material) weighs(name string, t *topic) string {
	for _, mention := range knowledge.Mentions(name) {
		other := topic{technology: mention.Technology, pattern: mention.Pattern}
		for _, known := range m.topics() {
			if known.id() == other.id() && known.id() != t.id() {
				if links := sectionsOf(known.places, 1); links != "" {
					return tableCell(links)
				}
			}
		}
	}
	return "–"
}

func (m *material) weighsAny(t *topic) bool {
	return len(m.weighedBeside(t)) > 0 || slices.ContainsFunc(t.technology.Alternatives, func(a knowledge.Alternative) bool { return m.weighs(a.Name, t) != "–" }) ||
		slices.ContainsFunc(t.places, func(p passage) bool { return weighed().MatchString(p.Text) })
}
