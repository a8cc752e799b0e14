package diagram

import (
	"slices"
	"strings"
)

// newRelation starts a relation of a verb.
func (s *sentence) newRelation(g verbGroup, args []argument) relation {
	carrier := s.carrier(args)
	return relation{label: s.label(g, args), protocol: s.protocol(), carrier: carrier, async: g.verb.async || s.saysAsync() || carrier != "", span: s.span}
}

// label is the verb and its object, as written: "sends create request", or the verb with
// the words that it means nothing without: "falls back to".
func (s *sentence) label(g verbGroup, args []argument) string {
	parts := []string{s.tokens[g.at].lower}
	if p, ok := directObject(g, args); ok && !s.isTime(p) {
		if p.mention < 0 {
			parts = append(parts, s.objectWords(p)...)
		}
	} else if particle := s.particleOf(g); particle != "" && !g.passive {
		parts = append(append(parts, particle), leadingPrep(g.verb, args)...)
	} else if hollow[g.lemma()] {
		parts = append(parts, leadingPrep(g.verb, args)...)
	}
	return strings.Join(parts, " ")
}

// hollow are verbs that say nothing without their preposition: "goes to".
var hollow = map[string]bool{"go": true, "fall": true, "come": true, "talk": true, "speak": true, "listen": true, "look": true, "subscribe": true, "depend": true, "rely": true, "point": true, "flow": true, "travel": true}

// particleOf is the particle behind a verb, "back" in "falls back to", or "".
func (s *sentence) particleOf(g verbGroup) string {
	if g.at+1 < len(s.tokens) {
		switch w := s.tokens[g.at+1].lower; w {
		case "back", "over", "up", "out":
			return w
		}
	}
	return ""
}

// leadingPrep is the preposition by which a verb's first target is told.
func leadingPrep(v *verb, args []argument) []string {
	for _, a := range args {
		if slices.Contains(v.to, a.prep) || slices.Contains(v.from, a.prep) || a.prep != "from" && slices.Contains(v.back, a.prep) {
			return []string{a.prep}
		}
	}
	return nil
}

// objectWords are the nouns of what a verb is done to, unless they are many.
func (s *sentence) objectWords(p phrase) []string {
	var object []string
	for _, t := range s.tokens[p.from:p.to] {
		if t.tag == tagNoun {
			object = append(object, t.text)
		}
	}
	if len(object) > 4 {
		return nil
	}
	return object
}

// directObject is the phrase right behind a verb that has one.
func directObject(g verbGroup, args []argument) (phrase, bool) {
	if g.passive || len(args) == 0 || args[0].prep != "" {
		return phrase{}, false
	}
	return args[0].phrases[0], true
}

// isTime holds for "every hour" and "ten times", which tell when.
func (s *sentence) isTime(p phrase) bool {
	switch Singular(s.tokens[p.to-1].lower) {
	case "second", "minute", "hour", "day", "night", "week", "month", "time", "morning", "evening":
		return true
	}
	return false
}

// protocol is the first protocol that the sentence names.
func (s *sentence) protocol() string {
	l := words()
	for _, c := range s.chunks {
		if c.kind != chunkPhrase {
			continue
		}
		for _, t := range s.tokens[c.np.from:c.np.to] {
			if _, ok := l.protocols[t.lower]; ok {
				return t.text
			}
		}
	}
	return ""
}

func (s *sentence) saysAsync() bool {
	for _, t := range s.tokens {
		if strings.HasPrefix(t.lower, "async") || t.lower == "background" || t.lower == "eventually" || t.lower == "periodically" {
			return true
		}
	}
	return false
}
