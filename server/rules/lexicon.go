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
		bit := sieveOf(words[0])
		l.sieve[bit>>6] |= 1 << (bit & 63)
	}
	for _, list := range l.byFirst {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return l
}

// word is where a word stands, and its place in a sieve.
type word struct {
	start, end int32
	sieve      uint16
}

// sieveOf places a word in a sieve by its length and its outermost bytes.
func sieveOf(word string) uint16 {
	n := len(word)
	return uint16(uint(word[0])*131+uint(word[n-1])*31+uint(n)*7) & (1<<12 - 1)
}

// wordsIn cuts a text into words.
func wordsIn(lower string) []word {
	words := make([]word, 0, len(lower)/6+1)
	for start := 0; start < len(lower); {
		if !isWord(lower[start]) {
			start++
			continue
		}
		end := wordEnd(lower, start)
		if end == start {
			start++
			continue
		}
		words = append(words, word{int32(start), int32(end), sieveOf(lower[start:end])})
		start = end
	}
	return words
}

// find returns the phrases in lower, which is a part of Scope.Lower: whole words
// only, any blanks between them, the longest where several begin.
func (l *lexicon) find(lower string) []match { return l.among(lower, wordsIn(lower)) }

// findIn returns the phrases in the text of a section.
func (l *lexicon) findIn(s *Scope) []match { return l.among(s.Lower(), s.words()) }

func (l *lexicon) among(lower string, words []word) []match {
	var found []match
	last := 0
	for _, w := range words {
		if l.sieve[w.sieve>>6]&(1<<(w.sieve&63)) == 0 || int(w.start) < last {
			continue
		}
		list := l.byFirst[lower[w.start:w.end]]
		if len(list) == 0 {
			continue
		}
		next := skipBlanks(lower, int(w.end))
		for _, p := range list {
			if end, ok := p.follow(lower, int(w.end), next); ok {
				found = append(found, match{p.index, text.Span{Start: int(w.start), End: end}})
				last = end
				break
			}
		}
	}
	return found
}

// follow matches the phrase's other words from the end of the first, after which
// the next begins.
func (p phrase) follow(lower string, at, next int) (end int, ok bool) {
	for _, w := range p.words[1:] {
		if next == at || !strings.HasPrefix(lower[next:], w) || wordEnd(lower, next) != next+len(w) {
			return 0, false
		}
		at = next + len(w)
		next = skipBlanks(lower, at)
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
