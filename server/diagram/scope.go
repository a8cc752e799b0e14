package diagram

import (
	"regexp"

	"github.com/designls/designls/server/document"
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

// asides tells for each section whether it, or one around it, is an aside.
func asides(doc *document.Document) []bool {
	out := make([]bool, len(doc.Sections))
	for i, s := range doc.Sections {
		out[i] = s.Managed != nil || s.Parent >= 0 && out[s.Parent] || aside.MatchString(s.Title())
	}
	return out
}
