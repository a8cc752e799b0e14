package rules

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// escapedSlot matches "\<Diagram or table\>": what templates such as arc42's have
// where the author is to write, and readers see as <Diagram or table>.
var escapedSlot = pattern(`^\\<[^<>\\]*\pL[^<>\\]*\\?>$`)

// escapedSlots finds slots of a template that are all there is in a paragraph, an
// item or a row. Among other words they may be the arguments of a command.
func escapedSlots(s *Scope) []finding.Finding {
	c := s.Content()
	if !strings.Contains(c.Source, `\<`) {
		return nil
	}
	var found []finding.Finding
	last := -1 // the row in which one was found
	for _, sentence := range c.Sentences {
		slot := trimSpan(c.Prose, sentence.Span)
		if !escapedSlot().MatchString(slot.Of(c.Prose)) {
			continue
		}
		if row := c.Ancestor(sentence.Block, document.KindRow); row >= 0 {
			if row == last || !isSlotRow(c, row) {
				continue
			}
			last = row
		} else if c.Nodes[sentence.Block].Kind == document.KindHeading || trimSpan(c.Prose, c.Nodes[sentence.Block].Span) != slot {
			continue
		}
		found = append(found, leftoverSlot(s, slot))
	}
	return found
}

// isSlotRow says whether a row has nothing but slots, so that none of them is
// explained beside it.
func isSlotRow(c *document.Content, row int) bool {
	slots := 0
	for i := row + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[row].Span.End; i++ {
		if n := c.Nodes[i]; n.Kind == document.KindCell {
			words := strings.Trim(n.Span.Of(c.Prose), " \t|\x00")
			if words != "" && !escapedSlot().MatchString(words) {
				return false
			}
			slots++
		}
	}
	return slots > 1
}

func leftoverSlot(s *Scope, slot text.Span) finding.Finding {
	words := strings.ReplaceAll(slot.Of(s.Content().Source), `\`, "")
	return finding.Finding{
		Span:    slot,
		Message: fmt.Sprintf("%s is left over from a template: part of %q still has to be written.", quoted(words), s.Heading()),
		Why:     placeholderWhy,
		Options: []string{"Write what belongs here.", "If it does not apply, say in a sentence why, or leave it out."},
		Fixes:   []finding.Fix{{Title: "Ask clarifying questions about what is missing", Action: "ask-questions"}},
	}
}

// leftoverTags finds slots of a template such as "<insert diagram>", which
// markdown takes for HTML, so that readers don't even see them.
func leftoverTags(s *Scope) []finding.Finding {
	c := s.Content()
	if !strings.Contains(c.Source, "<") {
		return nil
	}
	var found []finding.Finding
	for _, n := range c.Nodes {
		if n.Kind != document.KindInlineHTML && n.Kind != document.KindHTML {
			continue
		}
		tag := strings.TrimSpace(c.Text(n))
		span := text.Span{Start: n.Span.Start, End: n.Span.Start + len(tag)}
		if !leftoverTag().MatchString(tag) && !(slotTag().MatchString(tag) && isValue(c, span)) && !(figureTag().MatchString(tag) && unitAfter().MatchString(c.Source[span.End:])) {
			continue
		}
		found = append(found, finding.Finding{
			Span:    span,
			Message: fmt.Sprintf("%q is left over from a template, and readers do not even see it: markdown takes it for HTML.", tag),
			Why:     placeholderWhy,
			Options: []string{"Write what belongs here.", "Leave it out."},
			Fixes:   []finding.Fix{{Title: "Remove it", Edits: []text.Edit{{Span: span}}}},
		})
	}
	return found
}

var (
	leftoverTag = pattern(`(?i)^<(?:insert|your|todo|tbd|tba|placeholder|describe|fill|enter)(?:[\s_-][^<>="]*)?>$`)

	figureTag = pattern(`(?i)^<(?:number|n|nn?|x+|count|amount|value|figure|percentage|duration)>$`)
	unitAfter = pattern(`^(?i) ?` + units)

	// slotTag matches what is a slot where a value stands, and may be the name of
	// an element or of an argument elsewhere.
	slotTag = pattern(`(?i)^<(?:(?:full |first |last )?names?|owners?|authors?|approvers?|reviewers?|teams?|dates?|email|ticket|issue|jira|department|company|version number|name (?:of|and)\s[^<>="]*|link to\s[^<>="]*)>$`)
)

// isValue says whether a span is all that follows a label or stands in a cell.
func isValue(c *document.Content, s text.Span) bool {
	line := strings.LastIndexByte(c.Source[:s.Start], '\n') + 1
	end := len(c.Source)
	if i := strings.IndexByte(c.Source[s.End:], '\n'); i >= 0 {
		end = s.End + i
	}
	before, after := strings.TrimRight(c.Source[line:s.Start], " \t*_"), strings.TrimLeft(c.Source[s.End:end], " \t*_\r")
	labelled := strings.HasSuffix(before, ":") || strings.HasSuffix(before, "|")
	return labelled && (after == "" || strings.HasPrefix(after, "|") || strings.HasPrefix(after, ",") || strings.HasPrefix(after, "·"))
}
