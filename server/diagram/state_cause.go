package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	causeAfter  = text.Pattern(`(?is)^[^.;«»]{0,30}?\b((?:when|once|if|after|on|upon|as soon as|because|by|unless|until|whenever)\s+[^.;]+)`)
	causeBefore = text.Pattern(`(?is)^\W*((?:when|once|if|after|on|upon|as soon as|whenever)\s+[^,.;]+),`)
	nextClause  = text.Pattern(`(?i),?\s+(?:and|then|but|or|otherwise)\s+(?:then\s+)?(?:(?:it|they|the \w+)\s+)?(?:moves?|goes|go|transitions?|changes?|switch(?:es)?|returns?|becomes?|turns?|falls?|from)\b|,\s+(?:and|then|but|otherwise)\b|,?\s+(?:or|and)\s+(?:in)?to\b|:\s`)
	nameOfState = text.Pattern(`^[^«»()\[\]{}]+$`)
	stateSpace  = text.Pattern(`\s+`)
)

// causeOf is when a transition happens: the clause after it, or that which the sentence
// begins with.
func causeOf(before, after string) string {
	cause := ""
	if m := causeAfter().FindStringSubmatch(after); m != nil {
		cause = m[1]
	} else if m := causeBefore().FindStringSubmatch(before); m != nil {
		cause = m[1]
	}
	if i := nextClause().FindStringIndex(cause); i != nil {
		cause = cause[:i[0]]
	}
	return tidyCause(cause)
}

func tidyCause(s string) string {
	s = strings.NewReplacer("«", "", "»", "").Replace(s)
	return strings.Trim(stateSpace().ReplaceAllString(s, " "), " ,.;:()[]")
}

// readArrows reads "a -> b -> c: cause", if what stands at the arrows are states.
func (r *sectionStates) readArrows(plain string, speaks bool, at Place) {
	parts := arrowOfStates().Split(plain, -1)
	var names []string
	cause := ""
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if i == len(parts)-1 {
			p, cause = splitCause(p)
		}
		if i == 0 {
			p = lastName(p)
		}
		if len(strings.Fields(p)) > 4 || !nameOfState().MatchString(unmarked(p)) || !r.isArrowName(p, speaks) {
			return
		}
		names = append(names, unmarked(p))
	}
	for i := 1; i < len(names); i++ {
		if stateKey(names[i-1]) == stateKey(names[i]) {
			continue
		}
		t := Transition{From: names[i-1], To: names[i], Place: at}
		if len(names) == 2 {
			t.Cause = cause
		}
		r.machine.connect(t)
	}
}

// isArrowName says whether what stands at an arrow can be a state. In a text that speaks
// of states, short names in capitals are.
func (r *sectionStates) isArrowName(name string, speaks bool) bool {
	return r.names.is(name, speaks) || speaks && name == strings.ToUpper(name) && len(name) > 2
}

// splitCause takes what follows the last name: after a colon, in brackets, or as a clause.
func splitCause(s string) (name, cause string) {
	for _, sep := range []string{": ", " (", " when ", " if ", " on ", " after ", " once ", ", "} {
		if i := strings.Index(s, sep); i > 0 {
			cause = s[i+len(sep):]
			if word := strings.TrimSpace(sep); strings.TrimFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' }) == "" {
				cause = word + " " + cause
			}
			return strings.TrimSpace(s[:i]), tidyCause(cause)
		}
	}
	return strings.TrimRight(s, ".; "), ""
}

// lastName is the name that a text ends with: "An order: `new`" ends with `new`.
func lastName(s string) string {
	if i := strings.LastIndex(s, "«"); i >= 0 && strings.HasSuffix(s, "»") {
		return s[i:]
	}
	if i := strings.LastIndex(s, ": "); i >= 0 {
		return s[i+2:]
	}
	return s
}
