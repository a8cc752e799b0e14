package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// emptySection reports a heading with nothing to read under it.
func emptySection(s *Scope) []finding.Finding {
	if s.Heading() == "" || !isEmpty(s.Content()) || saysAll(s) || s.HasSubsections() || isTitle(s) || isContinued(s) {
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

// isTitle says whether a heading is the title of the document, which needs no
// text. A title of a lower level is told from a section by its words.
func isTitle(s *Scope) bool {
	return s.IsFirst() && (s.Level() == 1 || !slices.ContainsFunc(knowledge.Styles(), func(style knowledge.Style) bool {
		return slices.ContainsFunc(style.Sections, func(spec knowledge.SectionSpec) bool { return spec.Names(s.Heading()) })
	}))
}

// isContinued says whether the next heading takes up this one: "Use case 1" after
// "Use cases". It stands under it, whatever levels the author gave them.
func isContinued(s *Scope) bool {
	outline := s.Outline()
	next := s.section.Index + 1
	one := strings.TrimSuffix(strings.ToLower(s.Heading()), "s")
	return next < len(outline) && !outline[next].Managed && strings.HasPrefix(strings.ToLower(outline[next].Title), one+" ")
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

// emptyLists reports lists of nothing but dots, in a section that says something
// else.
func emptyLists(s *Scope) []finding.Finding {
	c := s.Content()
	if !containsAny(c.Source, []string{"...", "…"}) || isEmpty(c) {
		return nil
	}
	var found []finding.Finding
	for _, n := range c.Nodes {
		if n.Kind != document.KindList || n.Parent >= 0 || strings.ContainsFunc(c.Text(n), isWritten) || !strings.ContainsAny(c.Text(n), ".…") {
			continue
		}
		span := trimSpan(c.Source, n.Span)
		found = append(found, finding.Finding{
			Span: span, Subject: s.Heading(),
			Message: fmt.Sprintf("This list under %q has nothing but dots.", s.Heading()),
			Why:     placeholderWhy,
			Options: []string{"Write the list.", "If there is nothing to list, remove it."},
			Fixes:   []finding.Fix{{Title: "Ask clarifying questions about what is missing", Action: "ask-questions"}},
		})
	}
	return found
}

// isWritten holds for what is neither a mark of a list nor a dot.
func isWritten(r rune) bool { return isSaid(r) && (r < '0' || r > '9') && r != ')' }

// isSaid holds for what dots, dashes and blanks are not.
func isSaid(r rune) bool { return !strings.ContainsRune(".…-–—*+_ \t\r\n", r) }

var htmlComment = pattern(`(?s)<!--.*?(?:-->|$)`)
