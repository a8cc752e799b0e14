package knowledge

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

// Mention is a place at which a text names a technology or a pattern. One of the
// two is set.
type Mention struct {
	Span       text.Span
	Technology *Technology
	Pattern    *Pattern
}

// Mentions finds the technologies and patterns that a text names, in its order.
// The text is Content.Prose, in which code and addresses are no words. Names are
// compared without regard to case, hyphens and a plural "s"; a name in the data
// that has a capital letter has to be written so. Of names that overlap the
// longest counts.
func Mentions(prose string) []Mention {
	ws := wordsOf(prose)
	lower := ""
	var found []Mention
	for i := 0; i < len(ws); {
		name, length := cards().at(prose, ws[i:])
		if length == 0 {
			i++
			continue
		}
		if len(name.with) > 0 && lower == "" {
			lower = strings.ToLower(prose)
		}
		if len(name.with) == 0 || hasAny(lower, name.with) {
			m := name.Mention
			m.Span = text.Span{Start: ws[i].Start, End: ws[i+length-1].End}
			found = append(found, m)
		}
		i += length
	}
	return found
}

// hasAny says whether a word of a text begins with one of the beginnings.
func hasAny(lower string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool {
		for from := 0; ; {
			at := strings.Index(lower[from:], b)
			if at < 0 {
				return false
			}
			if at += from; at == 0 || !isWordByte(lower[at-1]) {
				return true
			}
			from = at + len(b)
		}
	})
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf
}

// wordsOf cuts a text into words of letters and digits. Words that are not joined
// by one blank, hyphen, slash or line end are kept apart by an empty span.
func wordsOf(s string) []text.Span {
	var all []text.Span
	start := -1
	for i, r := range s {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r)
		switch {
		case inside && start < 0:
			if n := len(all); n > 0 && !joins(s[all[n-1].End:i]) {
				all = append(all, text.Span{Start: i, End: i})
			}
			start = i
		case !inside && start >= 0:
			all = append(all, text.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		all = append(all, text.Span{Start: start, End: len(s)})
	}
	return all
}

func joins(between string) bool {
	switch strings.Trim(between, " \t") {
	case "", "-", "‑", "/", "\n", "\r\n":
		return true
	}
	return false
}

// cardName is a name as its words, with what it stands for.
type cardName struct {
	Mention
	words []string
	cased bool
	with  []string
}

// nameIndex finds names by their first word, the longest first.
type nameIndex map[string][]cardName

var cards = sync.OnceValue(func() nameIndex {
	index := nameIndex{}
	for i := range technologies() {
		t := &technologies()[i]
		index.add(Mention{Technology: t}, t.Names, t.With)
	}
	for i := range patterns() {
		p := &patterns()[i]
		index.add(Mention{Pattern: p}, p.Names, p.With)
	}
	for _, names := range index {
		slices.SortStableFunc(names, func(a, b cardName) int { return len(b.words) - len(a.words) })
	}
	return index
})

func (x nameIndex) add(m Mention, names, with []string) {
	for _, name := range names {
		var words []string
		for _, w := range wordsOf(name) {
			words = append(words, w.Of(name))
		}
		cased := strings.ToLower(name) != name
		first := strings.ToLower(words[0])
		x[first] = append(x[first], cardName{Mention: m, words: words, cased: cased, with: with})
	}
}

// at returns the name that the words begin with, and how many words it has.
func (x nameIndex) at(s string, ws []text.Span) (cardName, int) {
	first := strings.ToLower(ws[0].Of(s))
	for _, key := range []string{first, strings.TrimSuffix(first, "s")} {
		for _, name := range x[key] {
			if name.begins(s, ws) {
				return name, len(name.words)
			}
		}
		if strings.HasSuffix(first, "ss") {
			break
		}
	}
	return cardName{}, 0
}

func (n cardName) begins(s string, ws []text.Span) bool {
	if len(ws) < len(n.words) {
		return false
	}
	for i, want := range n.words {
		have := ws[i].Of(s)
		if i == len(n.words)-1 && have != want && len(have) == len(want)+1 {
			have = strings.TrimSuffix(have, "s")
		}
		if have != want && (n.cased || !strings.EqualFold(have, want)) {
			return false
		}
	}
	return true
}
