package rules

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// lexicon finds many words and phrases in one pass over a text in lower case, at
// a cost that does not grow with their number.
type lexicon struct {
	byFirst map[string][]phrase // by the first word; longest phrases first
	sieve   [64]uint64          // bits for the first words, so that most others need no look-up
}

type phrase struct {
	index int
	words []string
}

// match is a phrase found: its index in the list given to newLexicon, and where.
type match struct {
	Phrase int
	Span   text.Span
}

// newLexicon takes phrases in lower case, their words separated by one space.
func newLexicon(phrases ...string) *lexicon {
	l := &lexicon{byFirst: map[string][]phrase{}}
	for i, p := range phrases {
		words := strings.Fields(p)
		l.byFirst[words[0]] = append(l.byFirst[words[0]], phrase{i, words})
		at, bit := sieveBit(words[0])
		l.sieve[at] |= bit
	}
	for _, list := range l.byFirst {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return l
}

// sieveBit places a word in a sieve by its length and its outermost bytes.
func sieveBit(word string) (at int, bit uint64) {
	n := len(word)
	h := uint(word[0])*131 + uint(word[n-1])*31 + uint(n)*7
	return int(h>>6) & 63, 1 << (h & 63)
}

// find returns the phrases in lower, which is Scope.Lower or a part of it: whole
// words only, any blanks between them, the longest where several begin.
func (l *lexicon) find(lower string) []match {
	var found []match
	for start := 0; start < len(lower); {
		end := start
		if isWord(lower[start]) {
			end = wordEnd(lower, start)
		}
		if end == start {
			start++
			continue
		}
		if at, bit := sieveBit(lower[start:end]); l.sieve[at]&bit == 0 {
			start = end
			continue
		}
		for _, p := range l.byFirst[lower[start:end]] {
			if last, ok := p.follow(lower, end); ok {
				found = append(found, match{p.index, text.Span{Start: start, End: last}})
				end = last
				break
			}
		}
		start = end
	}
	return found
}

// follow matches the phrase's other words from the end of the first.
func (p phrase) follow(lower string, at int) (end int, ok bool) {
	for _, w := range p.words[1:] {
		next := skipBlanks(lower, at)
		if next == at || !strings.HasPrefix(lower[next:], w) || wordEnd(lower, next) != next+len(w) {
			return 0, false
		}
		at = next + len(w)
	}
	return at, true
}

// wordBytes holds letters, digits, the underscore and all that is not ASCII.
var wordBytes = func() (table [256]bool) {
	for c := range table {
		table[c] = 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || c >= 0x80 || c == '_'
	}
	return table
}()

// isWord holds for bytes of words. Prose has control characters where words end.
func isWord(c byte) bool { return wordBytes[c] }

// wordEnd is where the word at an offset ends. A hyphen or apostrophe between
// letters is part of it; a dash, an ellipsis or a curly quote is not.
func wordEnd(s string, at int) int {
	for at < len(s) {
		c := s[at]
		switch {
		case c == 0xe2 && strings.HasPrefix(s[at:], "\xe2\x80"):
			return at
		case wordBytes[c], (c == '-' || c == '\'') && at+1 < len(s) && wordBytes[s[at+1]]:
			at++
		default:
			return at
		}
	}
	return at
}

func skipBlanks(s string, at int) int {
	for at < len(s) && (s[at] == ' ' || s[at] == '\t' || s[at] == '\n' || s[at] == '\r') {
		at++
	}
	return at
}
