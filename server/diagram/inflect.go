package diagram

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// inflected is a form of a verb.
type inflected struct {
	verb *verb
	form verbForm
}

// lemma returns the verb that a word is a form of, or nil.
func (l *lexicon) lemma(word string) (*verb, verbForm) {
	f := l.forms[word]
	return f.verb, f.form
}

// inflect notes the forms of all verbs. Where two verbs share a form, the one
// that is spelled like it wins, then the shorter lemma.
func (l *lexicon) inflect() {
	lemmas := slices.SortedFunc(maps.Keys(l.verbs), func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	for _, lemma := range lemmas {
		l.forms[lemma] = inflected{l.verbs[lemma], formBase}
	}
	for form, lemma := range l.irregular {
		if v := l.verbs[lemma]; v != nil && (form == "has" || form == "does") {
			l.forms[form] = inflected{v, formThird}
		} else if v != nil {
			l.forms[form] = inflected{v, formPast}
		}
	}
	for _, lemma := range lemmas {
		third, stem := thirdPerson(lemma), strings.TrimSuffix(lemma, "e")
		l.note(third, lemma, formThird)
		past, gerund := stem+"ed", stem+"ing"
		if strings.HasSuffix(lemma, "y") && third == lemma[:len(lemma)-1]+"ies" {
			past = lemma[:len(lemma)-1] + "ied"
		}
		if strings.HasSuffix(lemma, "ee") || strings.HasSuffix(lemma, "ye") {
			gerund = lemma + "ing"
		}
		l.note(past, lemma, formPast)
		l.note(gerund, lemma, formGerund)
		last := lemma[len(lemma)-1:]
		l.note(lemma+last+"ed", lemma, formPast)
		l.note(lemma+last+"ing", lemma, formGerund)
	}
}

func (l *lexicon) note(form, lemma string, f verbForm) {
	if _, known := l.forms[form]; !known {
		l.forms[form] = inflected{l.verbs[lemma], f}
	}
}

func thirdPerson(lemma string) string {
	n := len(lemma)
	switch {
	case strings.HasSuffix(lemma, "y") && n > 1 && !strings.ContainsRune("aeiou", rune(lemma[n-2])):
		return lemma[:n-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "z"), strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	}
	return lemma + "s"
}
