package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

// abbreviations end in a full stop that does not end a sentence.
var abbreviations = map[string]bool{
	"e.g": true, "i.e": true, "vs": true, "cf": true, "approx": true, "fig": true, "no": true, "sec": true,
	"incl": true, "resp": true, "al": true, "dr": true, "mr": true, "mrs": true, "ms": true, "st": true, "ca": true,
	"eq": true, "ch": true, "vol": true, "pp": true, "ver": true, "w.r.t": true, "a.k.a": true, "viz": true, "v": true, "p": true, "abbr": true,
}

// splitSentences cuts the prose of each heading, paragraph and cell.
func splitSentences(c *Content) []Sentence {
	var found []Sentence
	for i, n := range c.Nodes {
		switch n.Kind {
		case KindHeading:
			found = appendSentence(found, c.Prose, n.Span, i)
		case KindParagraph, KindCell:
			start := n.Span.Start
			for at := start; at < n.Span.End; at++ {
				if c.Prose[at] > '?' {
					continue // a letter, as nearly always
				}
				end := 0
				switch c.Prose[at] {
				case '.', '?', '!':
					end = sentenceEnd(c.Prose, at, n.Span.End)
				case '\n':
					end = lineEnd(c, at, n.Span.End)
				}
				if end > 0 {
					found = appendSentence(found, c.Prose, text.Span{Start: start, End: end}, i)
					start = end
				}
			}
			found = appendSentence(found, c.Prose, text.Span{Start: start, End: n.Span.End}, i)
		}
	}
	return found
}

// maxSentence is how many bytes a sentence can have. What is longer was written
// by a program, or is a list without punctuation; nobody reads it as a sentence.
const maxSentence = 4 << 10

const notWords = " \t\r\n" + string(rune(Break))

func appendSentence(found []Sentence, prose string, s text.Span, block int) []Sentence {
	words := prose[s.Start:s.End]
	s.Start += len(words) - len(strings.TrimLeft(words, notWords))
	s.End -= len(words) - len(strings.TrimRight(words, notWords))
	if s.Start >= s.End || s.Len() > maxSentence {
		return found
	}
	return append(found, Sentence{Span: s, Block: block})
}

// sentenceEnd returns the offset after a sentence that ends with the full stop,
// question or exclamation mark at an offset, closing quotes and brackets taken
// in, or 0: a blank must follow, and something that can begin another sentence.
func sentenceEnd(prose string, at, limit int) int {
	end := at + 1
	for end < limit && strings.IndexByte("\"')]", prose[end]) >= 0 {
		end++
	}
	if end >= limit || !isBlank(prose[end]) || prose[at] == '.' && isAbbreviation(prose[:at]) {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(prose[end:limit], " \t\r\n\"'([*_"))
	if unicode.IsLower(next) {
		return 0
	}
	return end
}

// lineEnd returns the offset after a line that the author has broken, with two
// blanks at its end, or 0 when the sentence goes on in small letters.
func lineEnd(c *Content, at, limit int) int {
	if !strings.HasSuffix(strings.TrimSuffix(c.Source[:at], "\r"), "  ") {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(c.Prose[at:limit], " \t\r\n\"'([*_"))
	if unicode.IsLower(next) {
		return 0
	}
	return at + 1
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }

// isAbbreviation says whether the last word of the text is one that is written
// with a full stop, or an initial.
func isAbbreviation(before string) bool {
	word := before[strings.LastIndexAny(before, " \t\r\n([\"'"+string(rune(Break)))+1:]
	initial := len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z'
	return initial || abbreviations[strings.ToLower(word)]
}
