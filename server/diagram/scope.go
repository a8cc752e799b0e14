package diagram

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/text"
)

// standing says what a section counts for.
type standing uint8

const (
	standsFull  standing = iota
	standsNames          // names components, and states nothing: questions of operation
	standsAside          // tells what the design is not, is not yet, or is not about
)

var (
	aside = headingPattern(
		`non[- ]?goals?|(what is )?out[- ]of[- ]scope|not in scope`,
		`alternatives?\b.*|alternates?\b.*|.*\b(alternatives?|alternates?) considered|considered alternatives|rejected\b.*|(options|approaches) considered`,
		`future\b.*|.*\bfuture (work|possibilities|plans|directions)|follow[- ]?ups?|possible extensions`,
		`prior art\b.*|related work|references|bibliography|further reading|see also|acknowledge?ments?|authors?|contributors|license`,
		`open (questions|issues)|unresolved questions|(un)?answered questions|additional (topics|talking points|reading|resources)`,
		`test(ing)? plan|tests?|testing|(unit|integration|e2e|end-to-end) tests|graduation criteria|implementation history|change ?log|revision history`,
		`release signoff checklist|table of contents|toc|drawbacks|disadvantages|.*\bbenchmark(s|ing)?( .*)?|version skew strategy|upgrade ?/ ?downgrade strategy`)
	namesOnly = headingPattern(`production readiness.*|(operational|launch|production) (checklist|questionnaire|review)`)
)

func headingPattern(kinds ...string) func() *regexp.Regexp {
	return text.Pattern(`(?i)^(\d+(\.\d+)*\.?\s+)?(` + strings.Join(kinds, "|") + `)\s*:?\s*(\(.*\))?$`)
}

// standingOf says what a section counts for whose heading, with its markers, is
// this one. What is under it counts for no more.
func standingOf(heading string) standing {
	switch title := withoutEmoji(strings.Trim(heading, " \t#=-")); {
	case aside().MatchString(title):
		return standsAside
	case namesOnly().MatchString(title):
		return standsNames
	}
	return standsFull
}
