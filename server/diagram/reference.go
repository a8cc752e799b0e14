package diagram

import "slices"

// bareNouns say of a part of the system only that it is one: what "this component" is,
// the sentences before tell.
var bareNouns = map[string]bool{"component": true, "process": true, "tool": true, "module": true, "subsystem": true, "program": true, "binary": true, "part": true}

// referents are what a phrase that names nothing by itself stands for in the clause that
// begins at a chunk: "the latter", "this component", "each of them", "these services".
func (s *sentence) referents(p phrase, at int) []int {
	word := s.tokens[p.to-1].lower
	switch {
	case word == "latter" || word == "former":
		if m := s.latterBefore(at, word == "former"); m >= 0 {
			return []int{m}
		}
	case !s.refersBack(p):
	case p.det == "each" && p.to-p.from == 1, isPlural(word):
		return s.severalBefore(at)
	case bareNouns[word] && p.mention < 0:
		return s.section.pronoun(true)
	}
	return nil
}

// refersBack says whether a phrase is of what was told of before: "this service", "each".
func (s *sentence) refersBack(p phrase) bool {
	switch p.det {
	case "this", "that", "these", "those", "the":
	case "each":
		return p.to-p.from == 1
	default:
		return false
	}
	return p.to-p.from == 2 && (p.mention < 0 || s.section.out.mentions[p.mention].marks&markAlone != 0)
}

// latterBefore is the last name before a chunk that another clause has, or the first; where
// this sentence has none, those of the one before count.
func (s *sentence) latterBefore(at int, former bool) int {
	found := -1
	for k, c := range s.chunks[:at] {
		if c.kind == chunkPhrase && c.np.mention >= 0 && s.isApart(k, at) {
			if found = c.np.mention; former {
				return found
			}
		}
	}
	if found >= 0 || len(s.section.lastNames) == 0 {
		return found
	}
	if former {
		return s.section.lastNames[0]
	}
	return s.section.lastNames[len(s.section.lastNames)-1]
}

// severalBefore are the things that "these services" or "each" stands for: those that a
// clause before, or the sentence before, joins by "and".
func (s *sentence) severalBefore(at int) []int {
	if two := s.theTwo(at); len(two) > 1 {
		return two
	}
	for _, before := range [][]int{s.section.lastTarget, s.section.lastSubject} {
		if len(before) > 1 {
			return slices.Clone(before)
		}
	}
	return nil
}
