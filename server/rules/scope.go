package rules

import (
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// Scope is what a rule sees: its section, and the answers to its questions about
// the rest (questions.go). It is valid during the call only.
type Scope struct {
	view    *view
	section *document.Section // nil for a document rule
	shared  *sectionText
	answers map[question]uint64
	asked   []asked // the same, in order
}

// sectionText is what the rules of one section share of its text.
type sectionText struct {
	lower string
	words []word

	calculations []estimate.Claim
	calculated   bool
	statuses     map[tableColumn]bool // see isStatus; as far as they were asked for
	usages       []usage              // see Scope.usages
	usagesRead   bool
}

// Content is the section's parsed text; nil for a document rule.
func (s *Scope) Content() *document.Content {
	if s.section == nil {
		return nil
	}
	return s.section.Content
}

// Lower is the section's Prose with ASCII letters in lower case, made once for
// all rules. Its offsets are those of Content.Source. Most sections lack most
// words: look for one here with package strings before running an expression.
func (s *Scope) Lower() string {
	if s.shared.lower == "" {
		s.shared.lower = lowerASCII(s.section.Content.Prose)
	}
	return s.shared.lower
}

// words are those of Lower, cut once for all lexicons.
func (s *Scope) words() []word {
	if s.shared.words == nil {
		s.shared.words = wordsIn(s.Lower())
	}
	return s.shared.words
}

// Heading is the section's heading without markup, "" before the first heading.
func (s *Scope) Heading() string { return s.section.Title() }

// Level is the level of the section's heading, 0 before the first heading.
func (s *Scope) Level() int { return s.section.Level() }

// HeadingSpan is the span of the heading from the start of the section.
func (s *Scope) HeadingSpan() text.Span { return headingSpan(s.section) }

// lowerASCII keeps the length of s, whatever bytes it has.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + ('a' - 'A')
		}
	}
	return string(b)
}
