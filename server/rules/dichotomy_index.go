package rules

import (
	"strings"
	"sync"

	"github.com/designls/designls/server/knowledge"
)

// dichotomyIndex finds the poles of all known dichotomies in one pass.
type dichotomyIndex struct {
	lexicon *lexicon
	sides   [][]side // by index in the lexicon: what a phrase may stand for
}

// side is one pole of a dichotomy.
type side struct{ axis, pole int }

// poleMention is a word or phrase of a sentence that may stand for a pole.
type poleMention struct {
	sides       []side
	first, last int // indices of words, half open
}

var dichotomies = sync.OnceValue(newDichotomyIndex)

func newDichotomyIndex() *dichotomyIndex {
	x := &dichotomyIndex{}
	var phrases []string
	known := map[string]int{}
	for a, d := range knowledge.Dichotomies() {
		for p, pole := range d.Poles {
			for _, term := range pole.Terms {
				for _, form := range []string{term, term + "s"} {
					if _, ok := known[form]; !ok {
						known[form] = len(phrases)
						phrases = append(phrases, form)
						x.sides = append(x.sides, nil)
					}
					x.sides[known[form]] = append(x.sides[known[form]], side{a, p})
				}
			}
		}
	}
	x.lexicon = newLexicon(phrases...)
	return x
}

// mentions finds what may stand for a pole in a sentence given as its words.
// Hyphens are taken for blanks, as in the terms.
func (x *dichotomyIndex) mentions(lower string, ws tokens) []poleMention {
	if len(ws) == 0 {
		return nil
	}
	start := ws[0].span.Start
	sentence := strings.ReplaceAll(lower[start:ws[len(ws)-1].span.End], "-", " ")
	var found []poleMention
	for _, m := range x.lexicon.find(sentence) {
		s := m.Span.Shift(start)
		found = append(found, poleMention{x.sides[m.Phrase], ws.holding(s.Start), ws.index(s.End)})
	}
	return found
}

// opposed finds the two mentions, the first before the word at a joint ("or") and
// the second after it, that are the poles of one dichotomy. Of several pairs the
// nearest to the joint wins, and of several dichotomies the one that the words
// around speak of.
func opposed(mentions []poleMention, joint int, about func(axis int) int) (axis int, a, b poleMention, ok bool) {
	best := 0
	for _, left := range mentions {
		for _, right := range mentions {
			if left.last > joint || right.first <= joint {
				continue
			}
			for _, l := range left.sides {
				for _, r := range right.sides {
					if l.axis != r.axis || l.pole == r.pole {
						continue
					}
					fit := about(l.axis)
					score := fit*100 + 50 - (joint - left.last) - (right.first - joint) + 2*(left.last-left.first+right.last-right.first)
					if fit > 0 && score > best {
						best, axis, a, b, ok = score, l.axis, left, right, true
					}
				}
			}
		}
	}
	return axis, a, b, ok
}
