package rules

import (
	"strings"
	"unicode"

	"github.com/designls/designls/server/document"
)

// words are the stems of a text. They are short, so that a name that is written
// in another form is found rather than missed.
type words map[string]bool

// stemLength makes one of "cache", "caching" and "cached".
const stemLength = 4

func wordsOf(text string) words {
	all := words{}
	eachStem(text, func(stem string, _ int) { all[stem] = true })
	return all
}

// eachStem visits the words of a text, "orderService" being two of them, with the
// length of each.
func eachStem(text string, visit func(stem string, length int)) {
	start, last := -1, rune(0)
	end := func(i int) {
		if start >= 0 {
			word := strings.ToLower(text[start:i])
			visit(word[:min(len(word), stemLength)], len(word))
		}
		start = -1
	}
	for i, r := range text {
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r)
		if !inWord || unicode.IsUpper(r) && unicode.IsLower(last) {
			end(i)
		}
		if inWord && start < 0 {
			start = i
		}
		last = r
	}
	end(len(text))
}

// general are the stems of words that many names share.
var general = wordsOf(`service services server system component layer module store storage database data client user manager
handler worker application cluster node instance external internal main primary secondary engine platform process processor
module library function class object interface request response input output result other others the and for with from`)

// telling are the stems of a name by which it is known again: those of its longer
// words that few other names have, or of all longer ones.
func telling(name string) []string {
	special := special(name)
	if len(special) > 0 {
		return special
	}
	var all []string
	eachStem(name, func(stem string, length int) {
		if length >= stemLength {
			all = append(all, stem)
		}
	})
	return all
}

// special are the stems of the longer words of a name that few other names have.
func special(name string) (stems []string) {
	eachStem(name, func(stem string, length int) {
		if length >= stemLength && !general[stem] {
			stems = append(stems, stem)
		}
	})
	return stems
}

// initials are those of a name of several words, as in "LB" for a load balancer.
func initials(name string) string {
	var b strings.Builder
	eachStem(name, func(stem string, _ int) {
		for _, r := range stem {
			b.WriteRune(r)
			return
		}
	})
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

// textWords are the words of a section outside its diagrams.
func textWords(c *document.Content) words {
	source := c.Source
	var b strings.Builder
	at := 0
	for _, d := range diagrams(c) {
		b.WriteString(source[at:d.opening.Start])
		at = d.closing
	}
	return wordsOf(b.String() + source[at:])
}

func wordsOfAll(sections []*document.Section, of func(*document.Section) words) []words {
	all := make([]words, len(sections))
	for i, s := range sections {
		all[i] = of(s)
	}
	return all
}

func (w words) holdAll(stems words) bool {
	for stem := range stems {
		if !w[stem] {
			return false
		}
	}
	return true
}
