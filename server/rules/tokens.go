package rules

import (
	"sort"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// tokens is a sentence taken apart: its words, and each punctuation mark and each
// run of what is not prose (document.Opaque) as a word of its own, in lower case.
type tokens []token

type token struct {
	text string
	span text.Span // as in Scope.Lower
}

// tokensIn takes a span of Scope.Lower apart.
func tokensIn(lower string, s text.Span) tokens {
	ws := make(tokens, 0, s.Len()/5+1)
	for at := s.Start; at < s.End; {
		end := at + 1
		switch c := lower[at]; {
		case c <= ' ' && c != document.Opaque:
			at = end
			continue
		case c == document.Opaque:
			for end < s.End && lower[end] == document.Opaque {
				end++
			}
		case strings.HasPrefix(lower[at:], "\xe2\x80"): // a dash, an ellipsis or a curly quote
			end = min(at+3, s.End)
		case isWord(c):
			end = min(wordEnd(lower, at), s.End)
		}
		ws = append(ws, token{lower[at:end], text.Span{Start: at, End: end}})
		at = end
	}
	return ws
}

// at returns the word at an index, or "" beyond the ends.
func (ws tokens) at(i int) string {
	if i < 0 || i >= len(ws) {
		return ""
	}
	return ws[i].text
}

// index returns the index of the first word that begins at or after an offset.
func (ws tokens) index(offset int) int {
	return sort.Search(len(ws), func(i int) bool { return ws[i].span.Start >= offset })
}

// holding returns the index of the word that holds an offset, or of the next.
func (ws tokens) holding(offset int) int {
	return sort.Search(len(ws), func(i int) bool { return ws[i].span.End > offset })
}

// has says whether a word is among those from an index up to another.
func (ws tokens) has(from, to int, set wordSet) bool {
	return ws.find(from, to, set) >= 0
}

// find returns the index of the first word of a set between two indices, or -1.
func (ws tokens) find(from, to int, set wordSet) int {
	for i := max(from, 0); i < min(to, len(ws)); i++ {
		if set[ws[i].text] {
			return i
		}
	}
	return -1
}

// follow says whether the words from an index on are those of the phrase.
func (ws tokens) follow(i int, phrase ...string) bool {
	for k, p := range phrase {
		if ws.at(i+k) != p {
			return false
		}
	}
	return true
}

// wordSet is a set of words, written as one text.
type wordSet map[string]bool

func setOf(list string) wordSet {
	set := wordSet{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// sentenceAt returns the index of the sentence that holds an offset, or -1.
func sentenceAt(c *document.Content, offset int) int {
	i := sort.Search(len(c.Sentences), func(i int) bool { return c.Sentences[i].Span.End > offset })
	if i < len(c.Sentences) && c.Sentences[i].Span.Start <= offset {
		return i
	}
	return -1
}

// topBlock is the index of the block at the top of the section that holds a node.
func topBlock(c *document.Content, node int) int {
	for c.Nodes[node].Parent >= 0 {
		node = c.Nodes[node].Parent
	}
	return node
}

// joined is the text of words with one blank between them.
func joined(ws tokens) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}
