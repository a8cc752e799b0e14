package rules

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// emptySection reports a heading with nothing to read under it.
func emptySection(s *Scope) []finding.Finding {
	if s.Heading() == "" || !isEmpty(s.Content()) || saysAll(s) || s.HasSubsections() || s.Level() == 1 && s.IsFirst() { // a title needs no text
		return nil
	}
	severity := finding.Information
	if strings.Contains(strings.ToLower(s.Heading()), "optional") {
		severity = finding.Hint
	}
	return []finding.Finding{{
		Severity: severity,
		Span:     s.Content().Nodes[0].Inner,
		Message:  fmt.Sprintf("The section %q is empty.", s.Heading()),
		Why:      "A heading promises that its subject was thought about. Left empty, it reads as if this part were still to come, and nobody knows whether to wait for it.",
		Options: []string{
			"Write what belongs here.",
			"If it does not apply, say in a sentence why.",
			"Remove the heading.",
		},
		Fixes: []finding.Fix{
			{Title: "Ask clarifying questions about what is missing", Action: "ask-questions"},
			{Title: "Remove the empty section", Edits: []text.Edit{{Span: text.Span{End: len(s.Content().Source)}}}},
		},
	}}
}

// saysAll says whether a heading is no promise of text but the text itself: a
// sentence, an address, the name of an option or function, a version.
func saysAll(s *Scope) bool {
	for _, n := range s.Content().Nodes {
		if n.Kind == document.KindCodeSpan || n.Kind == document.KindLink || n.Kind == document.KindAutoLink {
			return true
		}
	}
	heading := strings.ToLower(s.Heading())
	return len(strings.Fields(heading)) > 8 || version().MatchString(heading) ||
		strings.ContainsAny(heading[len(heading)-1:], ".?!;)") && !strings.HasSuffix(heading, "optional)")
}

var version = pattern(`^v?[0-9]+\.[0-9]+\.[0-9]+|^[0-9]{4}-[0-9]{2}`)

// isEmpty says whether a reader sees nothing but the heading.
func isEmpty(c *document.Content) bool {
	heading := c.Nodes[0].Span
	for _, n := range c.Nodes[1:] {
		if n.Span.Start < heading.End || n.Kind == document.KindBreak || n.Kind == document.KindDefinition {
			continue
		}
		switch n.Kind {
		case document.KindParagraph, document.KindList, document.KindItem, document.KindText:
			if strings.ContainsFunc(c.Text(n), isSaid) {
				return false
			}
		case document.KindHTML:
			if strings.TrimSpace(htmlComment().ReplaceAllString(c.Text(n), "")) != "" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isSaid holds for what dots, dashes and blanks are not.
func isSaid(r rune) bool { return !strings.ContainsRune(".…-–—*+_ \t\r\n", r) }

var htmlComment = pattern(`(?s)<!--.*?(?:-->|$)`)

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
		if !leftoverTag().MatchString(tag) && !(slotTag().MatchString(tag) && isValue(c, span)) {
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
