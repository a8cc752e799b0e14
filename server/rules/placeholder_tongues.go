package rules

import (
	"strings"

	"github.com/designls/designls/server/finding"
)

// openElsewhere matches "to be defined" in other languages, where it is all that is
// said.
var openElsewhere = pattern(`(?i)^(?:(?:à|a) (?:définir|compléter|préciser|definir|completar|preencher)|(?:pendiente|por|pendente)(?: de| por)? (?:definir|determinar|decidir|completar)|reste à (?:définir|faire)|` +
	`noch (?:zu klären|zu definieren|offen|nicht (?:entschieden|festgelegt))|wird noch (?:ergänzt|definiert|festgelegt|geklärt)|zu (?:klären|ergänzen|definieren)|(?:da|ancora da) (?:definire|completare)|` +
	`待定|待补充|待補充|待完善|未定|未決定|検討中|추후 (?:작성|결정)|미정)[.。!… ]*$`)

// openHints are what such a sentence contains.
var openHints = []string{"éfin", "omplét", "récis", "efini", "omplet", "preench", "etermin", "ecidir", "noch ", "zu kl", "zu erg", "zu def", "faire", "待", "未", "検討中", "추후", "미정"}

// longestOpen is how long such a sentence is at most, in bytes; most sentences are longer,
// and are passed by.
const longestOpen = 64

// openInOtherTongues finds what is left open in documents that are not in English.
func openInOtherTongues(s *Scope) []finding.Finding {
	c := s.Content()
	var found []finding.Finding
	for _, sentence := range c.Sentences {
		span := trimSpan(c.Prose, sentence.Span)
		if span.Len() > longestOpen || !containsAny(span.Of(c.Prose), openHints) {
			continue
		}
		if openElsewhere().MatchString(span.Of(c.Prose)) && !isStatus(s, sentence.Block) {
			span.End -= len(span.Of(c.Prose)) - len(strings.TrimRight(span.Of(c.Prose), ".。!… "))
			found = append(found, newPlaceholder(s, sentence, span, "%s leaves %s open, and does not say who decides it and when."))
		}
	}
	return found
}
