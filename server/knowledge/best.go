package knowledge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// ownSection names the sections in which a design states what it is for; what
// they say goes before what is repeated elsewhere.
var ownSection = text.Pattern(`(?i)\b(requirements?|assumptions?|constraints?|estimat\w+|capacity|usage|goals?|scope|scale|traffic|context|background|expectations?|use cases?|service levels?|slos?|numbers|questions|overview|problem|introduction|summary|motivation|drivers|quality)\b`)

// best keeps, of what is known about a fact, what stands where the design says
// what it is for, what is said with its number, and no number twice.
func best(d *document.Document, all []Known) []Known {
	own, strong := map[string]bool{}, map[string]bool{}
	for _, k := range all {
		own[k.Fact] = own[k.Fact] || isOwn(d, k)
		strong[k.Fact] = strong[k.Fact] || !k.Weak
	}
	var kept []Known
	seen := map[string]bool{}
	for _, k := range all {
		if k.Fact == "use-cases" && saysElse(all, k) {
			continue
		}
		key := k.Fact + "\x00" + k.Quote
		if k.Value != nil {
			key = fmt.Sprintf("%s %v %.6g", k.Fact, k.Value.Dimension, k.Value.Value)
		}
		if seen[key] || own[k.Fact] && !isOwn(d, k) || strong[k.Fact] && k.Weak {
			continue
		}
		seen[key] = true
		kept = append(kept, k)
	}
	return kept
}

// saysElse says whether an item among the use cases is another fact.
func saysElse(all []Known, item Known) bool {
	return slices.ContainsFunc(all, func(k Known) bool {
		return k.Fact != item.Fact && k.Fact != "out-of-scope" && k.Span.Overlaps(item.Span)
	})
}

func isOwn(d *document.Document, k Known) bool {
	s := d.Sections[k.Section]
	return s.Heading == nil || s == d.TitleSection() || ownSection().MatchString(PathBelowTitle(d, s))
}

// PathBelowTitle names a section by its headings, without the document's title.
func PathBelowTitle(d *document.Document, s *document.Section) string {
	title := d.TitleSection()
	if title == nil {
		return s.Path()
	}
	if s == title {
		return ""
	}
	return strings.TrimPrefix(s.Path(), title.Path()+" > ")
}
