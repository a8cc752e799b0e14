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
	case bareNouns[word] && p.det != "the":
		return s.section.pointed()
	case p.mention >= 0:
		if m := s.section.pointed(); len(m) == 1 {
			s.section.out.mentions[p.mention].refers = m[0] + 1
		}
	}
	return nil
}

// pointed is what "this component" points at: what was named last where that does things,
// else what the sentence before is about.
func (r *sectionReader) pointed() []int {
	if len(r.lastTarget) == 1 && r.canDo(r.lastTarget) {
		return r.lastTarget
	}
	return r.pronoun(true)
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
	if s.hasFormer() && len(s.section.lastNames) > 1 {
		at = 0
	}
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

// hasFormer says whether the sentence tells what each of two does: "the former writes and
// the latter reads".
func (s *sentence) hasFormer() bool {
	former, latter := false, false
	for i := range s.tokens {
		former, latter = former || s.tokens[i].lower == "former", latter || s.tokens[i].lower == "latter"
	}
	return former && latter
}

// severalBefore are the things that "these services" or "each" stands for: those that a
// clause before, or the sentence before, joins by "and".
func (s *sentence) severalBefore(at int) []int {
	for i := at - 1; i >= 0; i-- {
		if s.chunks[i].kind == chunkVerb {
			if object := s.objectOf(i); len(object) > 1 {
				return object
			} else if len(s.subject[i]) > 1 {
				return s.subject[i]
			}
		}
	}
	for _, before := range [][]int{s.section.lastTarget, s.section.lastSubject} {
		if len(before) > 1 {
			return slices.Clone(before)
		}
	}
	return nil
}
