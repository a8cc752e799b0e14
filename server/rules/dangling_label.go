package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var (
	// footnoteLabel leaves out "[^a-z]" and the like, which are expressions.
	footnoteLabel = pattern(`^(?:[0-9]+|[A-Za-z][A-Za-z]+[\w-]*)$`)

	// labelled matches what stays text when "[words][label]" has no definition.
	labelled = pattern(`\[([^\[\]\n]*[A-Za-z]{3}[^\[\]\n]*)\]\[([^\[\]\n]*)\]`)
)

func danglingLabels(s *Scope) []finding.Finding {
	c := s.Content()
	found := danglingFootnotes(s)
	if !strings.Contains(c.Prose, "][") {
		return found
	}
	for _, sentence := range c.Sentences {
		words := sentence.Span.Of(c.Prose)
		for _, m := range labelled().FindAllStringSubmatchIndex(words, -1) {
			span := text.Span{Start: m[0], End: m[1]}.Shift(sentence.Span.Start)
			label := words[m[4]:m[5]]
			if label == words[m[2]:m[3]] {
				continue // keys that are pressed twice, not a link
			}
			if label == "" {
				label = words[m[2]:m[3]]
			}
			if f, ok := danglingLabel(s, span, words[m[2]:m[3]], label); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

// danglingLabel reports "[words][label]", unless it may be something else, such
// as an index into an array.
func danglingLabel(s *Scope, span text.Span, words, label string) (finding.Finding, bool) {
	c := s.Content()
	indexed := span.Start > 0 && (isWord(c.Source[span.Start-1]) || c.Source[span.Start-1] == ']' || c.Source[span.Start-1] == '\\')
	followed := span.End < len(c.Source) && strings.IndexByte("[(:", c.Source[span.End]) >= 0
	if indexed || followed || len(label) < 2 || !isLabel(label) || tagsItem(c, span) || s.offers("["+foldLabel(label)+"]") {
		return finding.Finding{}, false
	}
	return finding.Finding{
		Severity: finding.Information, Span: span,
		Message: fmt.Sprintf("The link %q refers to [%s], which is not defined, so readers see the brackets.", words, label),
		Why:     danglingWhy,
		Options: []string{fmt.Sprintf("Define it, in a line \"[%s]: address\".", label), "Drop the brackets."},
		Fixes:   []finding.Fix{{Title: "Keep the words, drop the brackets", Edits: []text.Edit{{Span: span, New: words}}}},
	}, true
}

// isLabel leaves out the optional arguments of a signature: "[values][, key]".
func isLabel(label string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(label))
	return unicode.IsLetter(first) || unicode.IsDigit(first)
}

// tagsItem holds for the tags that some write before an item, as in "- [P1][infra]
// Add a zone".
func tagsItem(c *document.Content, span text.Span) bool {
	return tags().MatchString(span.Of(c.Source)) && span.End < len(c.Source) && c.Source[span.End] == ' ' &&
		slices.ContainsFunc(c.Nodes, func(n document.Node) bool {
			return (n.Kind == document.KindParagraph || n.Kind == document.KindText || n.Kind == document.KindCell) && n.Parent >= 0 && n.Span.Start == span.Start
		})
}

var tags = pattern(`^\[[\w.-]+\]\[[\w.-]+\]$`)

func danglingFootnotes(s *Scope) []finding.Finding {
	c := s.Content()
	quotes := spansOf(c, document.KindQuote)
	var found []finding.Finding
	for _, n := range c.Nodes {
		if n.Kind != document.KindFootnoteRef || !footnoteLabel().MatchString(n.Label) || within(quotes, n.Span.Start) || s.offers("^"+foldLabel(n.Label)) {
			continue
		}
		found = append(found, finding.Finding{
			Span:    n.Span,
			Message: fmt.Sprintf("The footnote %q has no text.", n.Label),
			Why:     "What the sentence rests on is not there to be checked, and readers see the bare marker.",
			Options: []string{fmt.Sprintf("Write it, in a line \"[^%s]: text\".", n.Label), "Drop the marker."},
			Fixes:   []finding.Fix{{Title: "Drop the footnote marker", Edits: []text.Edit{{Span: n.Span}}}},
		})
	}
	return found
}
