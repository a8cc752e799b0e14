package rules

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Rescue is a sentence, or a row of a table, that says what becomes of a system
// without one of its parts: what stands in, how the part is brought back, or that
// its absence is borne.
type Rescue struct {
	Span    text.Span // in the document
	Section *document.Section
	Every   bool // it is said of every part

	words string
}

// Rescues lists them in the order of the document, without generated text.
func Rescues(doc *document.Document) []Rescue {
	var all []Rescue
	for _, s := range doc.Sections {
		if s.Managed != nil || inAside(s.Path()) {
			continue
		}
		for _, t := range savings(s) {
			r := Rescue{Span: t.span.Shift(s.Span.Start), Section: s, Every: t.every, words: t.own}
			if !slices.ContainsFunc(doc.Blocks, func(b *document.Block) bool { return b.Span.Overlaps(r.Span) }) {
				all = append(all, r)
			}
		}
	}
	return all
}

// Of says whether the sentence itself speaks of a part that goes by some names.
func (r Rescue) Of(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return hasName(r.words, lowerASCII(name)) })
}

// hasName looks for a name as whole words, a plural counting too.
func hasName(words, name string) bool {
	name = strings.TrimSuffix(name, "s")
	for from := 0; name != ""; {
		i := strings.Index(words[from:], name)
		if i < 0 {
			return false
		}
		i += from
		rest := strings.TrimPrefix(words[i+len(name):], "s")
		if (i == 0 || !isWord(words[i-1])) && (rest == "" || !isWord(rest[0]) && rest[0] != '-') {
			return true
		}
		from = i + 1
	}
	return false
}
