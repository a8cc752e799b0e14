package knowledge

import (
	"slices"
	"strings"
	"unicode"

	"github.com/designls/designls/server/text"
)

var (
	numbering   = text.Pattern(`^\s*(?:(?:step|part|phase|chapter|section)\s+\d+\s*[:.)-]\s*|\d+(?:\.\d+)*\s*[:.)-]\s+|\d+(?:\.\d+)+\s+|\d+\s+|[a-z][.)]\s+)`)
	parenthesis = text.Pattern(`\((?:optional|required|draft|wip|\d+)\)`)
	timeBox     = text.Pattern(`[\[(]\s*\d+(?:\s*[-–]\s*\d+)?\s*min(?:utes)?\s*[\])]`)
	fillers     = map[string]bool{"the": true, "a": true, "an": true, "of": true, "and": true, "our": true, "or": true, "for": true, "to": true, "we": true, "in": true, "on": true, "with": true}
)

// words reduces a heading or a synonym to what it is matched by: lower-case
// words without numbering, punctuation, filler words and plural endings.
// "non" is glued to the word after it, so that "Non-Goals" is no kind of goal.
func words(heading string) []string {
	lower := strings.ToLower(heading)
	if strings.ContainsAny(lower, "([") {
		lower = timeBox().ReplaceAllString(parenthesis().ReplaceAllString(lower, " "), " ")
	}
	if mayBeNumbered(lower) {
		lower = numbering().ReplaceAllString(lower, "")
	}
	fields := strings.FieldsFunc(lower, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
	kept := make([]string, 0, len(fields))
	for _, field := range fields {
		field = singular(strings.Map(dropApostrophe, field))
		switch {
		case len(kept) > 0 && kept[len(kept)-1] == "non":
			kept[len(kept)-1] += field
		case !fillers[field]:
			kept = append(kept, field)
		}
	}
	return kept
}

// mayBeNumbered spares most headings the expression.
func mayBeNumbered(lower string) bool {
	if strings.ContainsAny(lower, "0123456789") {
		return true
	}
	trimmed := strings.TrimLeft(lower, " \t")
	return len(trimmed) > 1 && (trimmed[1] == '.' || trimmed[1] == ')')
}

func dropApostrophe(r rune) rune {
	if r == '\'' || r == '’' {
		return -1
	}
	return r
}

func singular(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") &&
		!strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is"):
		return word[:len(word)-1]
	}
	return word
}

// phrase is a synonym, ready to be looked for in headings.
type phrase struct {
	words []string
	exact bool
}

// newPhrase reads a synonym of the data files; a leading "=" asks for the
// whole heading to be these words.
func newPhrase(synonym string) phrase {
	bare, exact := strings.CutPrefix(synonym, "=")
	return phrase{words: words(bare), exact: exact}
}

// in says whether a heading, given as its words, speaks of the phrase. A word
// of four letters or more also stands for the longer words that it begins
// ("compatib" for "compatibility", "detail" for "detailed").
func (p phrase) in(heading []string) bool {
	if p.exact || len(p.words) == 0 {
		return slices.Equal(p.words, heading)
	}
	for start := 0; start+len(p.words) <= len(heading); start++ {
		if matchAt(p.words, heading[start:]) {
			return true
		}
	}
	return false
}

func matchAt(want, have []string) bool {
	for i, word := range want {
		if have[i] != word && (len(word) < 4 || !strings.HasPrefix(have[i], word)) {
			return false
		}
	}
	return true
}
