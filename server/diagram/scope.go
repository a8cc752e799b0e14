package diagram

import (
	"regexp"
	"strings"
)

// aside matches the headings of sections that tell what the design is not, or is
// not yet, or is not about: what stands there makes nothing a component.
var aside = regexp.MustCompile(`(?i)^(\d+(\.\d+)*\.?\s+)?(` +
	`non[- ]?goals?|(what is )?out[- ]of[- ]scope|not in scope|` +
	`alternatives?\b.*|alternates?\b.*|.*\b(alternatives?|alternates?) considered|considered alternatives|rejected\b.*|(options|approaches) considered|` +
	`future\b.*|.*\bfuture (work|possibilities|plans|directions)|follow[- ]?ups?|possible extensions|` +
	`prior art\b.*|related work|references|bibliography|further reading|see also|acknowledge?ments?|authors?|contributors|` +
	`open (questions|issues)|unresolved questions|(un)?answered questions|` +
	`test(ing)? plan|tests?|testing|(unit|integration|e2e|end-to-end) tests|graduation criteria|implementation history|change ?log|revision history|` +
	`release signoff checklist|production readiness.*|table of contents|toc|drawbacks|disadvantages|infrastructure needed.*|.*\bbenchmark(s|ing)?( .*)?|version skew strategy|upgrade ?/ ?downgrade strategy|` +
	`additional talking points|handy conversion guide|calculate usage|license` +
	`)\s*:?\s*(\(.*\))?$`)

// isAside says whether a heading, with its markers, is one of an aside.
func isAside(heading string) bool {
	return aside.MatchString(strings.Trim(heading, " \t#=-"))
}
