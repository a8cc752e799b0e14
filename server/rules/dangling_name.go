package rules

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var (
	// quotedName and plainName find sections that are called by name. A plain
	// name, and one without the word "section", must be put into this document by
	// "above" or "below".
	quotedName = pattern(`\b(?:see|described in|discussed in|explained in|covered in|detailed in|refer to|shown in|outlined in|set out in|defined in|listed in)\s+(?:also\s+|in\s+)?(?:the\s+)?` +
		`(?:(?:["“']([^"“”\n]{3,60})["”']\s+(?:section|chapter|below|above))|(?:(?:section|chapter)\s+["“]([^"“”\n]{3,60})["”]))\b?|` +
		`\b(?:further (?:up|down)|above|below|earlier|later),? (?:in|under|at) (?:the )?["“]([^"“”\n]{3,60})["”]|\bchapter ["“]([^"“”\n]{3,60})["”]|` +
		`\b(?:section|chapter)\s+["“]([^"“”\n]{3,60})["”]\s+(?:below|above)\b`)
	plainName = pattern(`\b(?:the|our)\s+((?:[\w/&'-]+\s+){1,6})(?:section|chapter)\s+(?:above|below)\b`)
)

var nameHints = []string{"section", "chapter", "further ", "above,", "below,", "above in", "below in", "\" below", "\" above", "” below", "” above"}

// danglingName finds a section that is called by a name which no heading has.
func danglingName(s *Scope, sentence document.Sentence) (finding.Finding, bool) {
	words := sentence.Span.Of(s.Lower())
	if !containsAny(words, nameHints) {
		return finding.Finding{}, false
	}
	if m := findQuotedName(words); m != nil {
		if elsewhere(words[m[1]:]) {
			return finding.Finding{}, false
		}
		return missingName(s, firstGroup(m).Shift(sentence.Span.Start), false)
	}
	if m := findPlainName(words); m != nil {
		span := trimSpan(words, text.Span{Start: m[2], End: m[3]})
		return missingName(s, span.Shift(sentence.Span.Start), true)
	}
	return finding.Finding{}, false
}

// findQuotedName spares the expression the sentences without a quotation mark.
func findQuotedName(words string) []int {
	if strings.IndexByte(words, '"') < 0 && strings.IndexByte(words, '\'') < 0 && !strings.Contains(words, "“") {
		return nil
	}
	return quotedName().FindStringSubmatchIndex(words)
}

// findPlainName spares the expression the sentences that point nowhere.
func findPlainName(words string) []int {
	if !strings.Contains(words, "above") && !strings.Contains(words, "below") {
		return nil
	}
	return plainName().FindStringSubmatchIndex(words)
}

// missingName reports a name unless a heading, or words in bold, have it. The
// words of a plain name may go beyond it, so one word in common is enough.
func missingName(s *Scope, span text.Span, plain bool) (finding.Finding, bool) {
	name := foldTitle(span.Of(s.Content().Prose))
	significant := significantWords(name)
	if len(significant) == 0 || s.offers("*"+name) {
		return finding.Finding{}, false
	}
	var near string
	for _, item := range s.Outline() {
		title := foldTitle(item.Title)
		if strings.Contains(title, name) || title != "" && strings.Contains(name, title) && 2*len(title) >= len(name) {
			return finding.Finding{}, false
		}
		if shared := countShared(significant, title); shared > 0 {
			if plain || shared == len(significant) {
				return finding.Finding{}, false
			}
			near = item.Title
		}
	}
	f := finding.Finding{
		Severity: finding.Information, Span: span,
		Message: fmt.Sprintf("No section of this document is called %q.", squeeze(span.Of(s.Content().Source))),
		Why:     danglingWhy,
		Options: []string{"Name the section that is meant, best as a link to its heading.", "If it is in another document, name and link that.", "Drop the reference."},
	}
	if near != "" && !plain {
		f.Fixes = []finding.Fix{{Title: fmt.Sprintf("Refer to %q", near), Edits: []text.Edit{{Span: span, New: near}}}}
	}
	return f, true
}

var emptyWords = newLexicon("section", "sections", "the", "a", "an", "of", "and", "or", "in", "on", "for", "to", "this", "that", "previous", "next", "following", "last", "first",
	"second", "third", "entire", "whole", "same", "other", "relevant", "corresponding", "above", "below", "see", "respective", "dedicated", "separate", "new", "own")

func significantWords(folded string) (words []string) {
	for _, w := range strings.Fields(folded) {
		if len(w) > 2 && len(emptyWords.find(w)) == 0 {
			words = append(words, w)
		}
	}
	return words
}

// countShared counts the words of which the title has one with the same stem.
func countShared(words []string, title string) (n int) {
	for _, w := range words {
		if strings.Contains(title, w[:min(len(w), max(4, len(w)-3))]) {
			n++
		}
	}
	return n
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
