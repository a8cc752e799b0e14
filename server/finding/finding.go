// Package finding defines what the reviewer has to say about a place in a
// document, the same whether a rule or a model found it; the identity by which a
// finding is known again after edits; and the ledger of what people decided
// about findings.
package finding

import (
	"cmp"
	"slices"

	"github.com/designls/designls/server/text"
)

// Finding is one remark about a document. Its spans are bytes, either of the
// document or of a section of it: whoever makes the finding says which.
type Finding struct {
	Rule     string // id of the rule, as in docs/rules
	Severity Severity
	Span     text.Span // where it is shown
	Quote    string    // the author's words that it is about; it is gone when they change
	Message  string    // one sentence: what is wrong here, naming the thing
	Why      string    // what it means for the design, in a sentence or two
	Options  []string  // what the author could do, the most fitting first
	Subject  string    // tells apart findings that quote the same words, such as the name of a missing section; mostly empty
	Section  string    // path of the section's heading, such as "Design > Storage"
	Source   string    // "rules", or the name of the model
	Fixes    []Fix
	Related  []Related
}

// SourceRules is the Source of what the offline rules find.
const SourceRules = "rules"

// Fix is a change the author can have made with one click. It has either Edits
// or the id of an Action to run.
type Fix struct {
	Title     string
	Edits     []text.Edit
	Preferred bool // right in nearly every case, so that "fix all" may take it
	Action    string
}

// Related is another place that belongs to the finding, such as the other of two
// numbers that contradict.
type Related struct {
	Span    text.Span
	Message string
}

// Shift returns the finding with all its places moved by so many bytes, as when
// a section's finding becomes the document's. The original is not changed.
func (f Finding) Shift(by int) Finding {
	if by == 0 {
		return f
	}
	f.Span = f.Span.Shift(by)
	f.Fixes = slices.Clone(f.Fixes)
	for i := range f.Fixes {
		f.Fixes[i].Edits = slices.Clone(f.Fixes[i].Edits)
		for j, e := range f.Fixes[i].Edits {
			f.Fixes[i].Edits[j].Span = e.Span.Shift(by)
		}
	}
	f.Related = slices.Clone(f.Related)
	for i, r := range f.Related {
		f.Related[i].Span = r.Span.Shift(by)
	}
	return f
}

// Compare orders findings by their place in the document, the graver first where
// they share one. It is meant for slices.SortFunc.
func Compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Subject, b.Subject),
		cmp.Compare(a.Message, b.Message),
	)
}
