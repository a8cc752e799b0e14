package rules

import (
	"fmt"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var displayMention = pattern(`\b(?:the|this) (?:[\w-]+ ){0,2}?(diagram|figure|picture|drawing|table) (?:below|above)\b|` +
	`\bthe following (?:[\w-]+ ){0,2}?(diagram|figure|picture|drawing|table)\b(?: (?:shows|lists|summari[sz]es|illustrates|describes|compares|depicts)|:)|` +
	`\b(?:shown|presented|depicted|illustrated|listed|summari[sz]ed|described|seen|drawn|outlined|see) (?:(?:in|by|on) )?the (?:next|following|above|below|previous|preceding) (?:[\w-]+ ){0,2}?(diagram|figure|picture|drawing|table)\b`)

var displayHints = []string{"below", "above", "following", " next ", "previous", "preceding"}

// danglingDisplay finds "the diagram below" in a document without a picture, and
// "the table above" in one without a table.
func danglingDisplay(s *Scope, sentence document.Sentence) (finding.Finding, bool) {
	words := sentence.Span.Of(s.Lower())
	if !containsAny(words, displayHints) {
		return finding.Finding{}, false
	}
	m := displayMention().FindStringSubmatchIndex(words)
	if m == nil || hasLinks(s.Content()) {
		return finding.Finding{}, false
	}
	named := firstGroup(m)
	kind := named.Of(words)
	if x := s.counts(); x.figures > 0 || kind == "table" && x.tables > 0 {
		return finding.Finding{}, false
	}
	span := text.Span{Start: m[0], End: named.End}
	return finding.Finding{
		Severity: finding.Information, Span: span.Shift(sentence.Span.Start),
		Subject: sentence.Span.Of(s.Content().Source),
		Message: fmt.Sprintf("The text speaks of a %s, and there is none in this document.", kind),
		Why:     danglingWhy,
		Options: []string{fmt.Sprintf("Put the %s in.", kind), "If it is kept elsewhere, link to it.", "Drop the reference."},
	}, true
}

// hasLinks says whether the section links to something, which may be it.
func hasLinks(c *document.Content) bool {
	return len(spansOf(c, document.KindLink)) > 0 || len(spansOf(c, document.KindAutoLink)) > 0
}
