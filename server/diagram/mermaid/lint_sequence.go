package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	saidInSequence = lazily(`(?i)-{1,2}(?:>{1,2}|x|\))[^:]*:|^note\s[^:]*:|^(?:participant|actor)\s.*?\sas\s|^(?:loop|alt|else|opt|par|and|critical|option|break)\s`)
	hashOfText     = lazily(`#(?:\w+;)?`)
)

// lostAfterHash finds a # in a text: the rest of the line is not shown.
func lostAfterHash(o *outline) []Issue {
	var issues []Issue
	for _, l := range o.lines {
		said := saidInSequence().FindStringIndex(l.text)
		if said == nil {
			continue
		}
		for _, m := range hashOfText().FindAllStringIndex(l.text[said[1]:], -1) {
			if m[1]-m[0] > 1 {
				continue // a character by its number or name
			}
			at := said[1] + m[0]
			issues = append(issues, Issue{
				Span:    l.part(at, len(l.text)),
				Message: "In a sequence diagram nothing is shown of a text from a # on.",
				Fixes:   []Fix{{Title: "Write the # as #35;", Edits: []text.Edit{l.replace(at, at+1, "#35;")}, Preferred: true}},
			})
			break
		}
	}
	return issues
}

// shownComment finds a comment after a message: it is shown with it.
func shownComment(o *outline) []Issue {
	var issues []Issue
	for _, l := range o.lines {
		said := saidInSequence().FindStringIndex(l.text)
		if said == nil {
			continue
		}
		at := strings.Index(l.text[said[1]:], " %%")
		if at < 0 {
			continue
		}
		at += said[1]
		line := text.EOL(o.source) + o.indent(l)
		issues = append(issues, Issue{
			Span:    l.part(at+1, len(l.text)),
			Message: "A comment has a line of its own; here it is shown with the text.",
			Fixes: []Fix{{Title: "Write the comment on its own line", Preferred: true, Edits: []text.Edit{
				l.replace(0, 0, l.text[at+1:]+line), l.replace(at, len(l.text), ""),
			}}},
		})
	}
	return issues
}

// reversedParticipant finds names and labels in the order of PlantUML.
func reversedParticipant(o *outline) []Issue {
	return o.issues(slip{
		message: "The name of a participant comes first and what people read after it; as it stands, both are taken for one name.",
		title:   "Write the name first",
		line:    rewrite(`^((?:create\s+)?(?:participant|actor))\s+"([^"]+)"\s+as\s+(\w+)$`, "$1 $3 as $2"),
	})
}
