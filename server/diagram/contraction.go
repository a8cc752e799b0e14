package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// contracted are the verbs that a word can end with: "we'll", "it's".
var contracted = map[string]string{"ll": "will", "re": "are", "ve": "have", "d": "would", "s": "is"}

// hasBeside holds for words after which "'s" is a verb, which elsewhere makes an owner.
var hasBeside = map[string]bool{"it": true, "that": true, "there": true, "here": true, "he": true, "she": true, "what": true, "who": true}

// appendContracted appends the two words that stand in one, or nothing.
func appendContracted(out []token, w string, at int) []token {
	i := strings.IndexByte(w, '\'')
	tail := i + 1
	if i < 0 {
		if i = strings.Index(w, "’"); i < 0 {
			return out
		}
		tail = i + len("’")
	}
	verb, word := contracted[w[tail:]], strings.ToLower(w[:i])
	if verb == "" || w[tail:] == "s" && !hasBeside[word] {
		return out
	}
	return append(out, newToken(w[:i], at), token{text: w[i:], lower: verb, span: text.Span{Start: at + i, End: at + len(w)}})
}
