package diagram

import "github.com/designls/designls/server/text"

// relation is a statement of one verb: who does something to whom. Its ends are
// mentions of the section; which of them are components is decided for the whole
// document, so the targets are alternatives, the nearest to the verb first.
type relation struct {
	subjects []int
	targets  []target
	via      []int
	label    string
	protocol string
	async    bool
	span     text.Span
	list     int // the list or, below zero, the diagram that it is a step of; 0 for none
	step     int
	reply    bool
	source   Source
}

type target struct {
	mentions []int
	reversed bool // the target is where it comes from
	access   Access
}

// argument is a noun phrase behind a verb, with those joined to it by "and".
type argument struct {
	prep    string
	phrases []phrase
	negated bool
	joined  bool // behind "and": not an alternative to what stands before
}

// sentence reads the relations of one sentence.
type sentence struct {
	section *sectionReader
	tokens  []token
	chunks  []chunk
	subject map[int][]int // of the verb at a chunk, once known
	span    text.Span
	inner   bool // stands in parentheses
}

// relate finds what the verbs, arrows and "from ... to" of the sentence say.
func (s *sentence) relate() {
	s.subject = map[int][]int{}
	for i := range s.chunks {
		switch s.chunks[i].kind {
		case chunkVerb:
			s.relateVerb(i)
		case chunkArrow:
			s.relateArrow(i)
		case chunkPrep:
			s.relatePrep(i)
		}
	}
}

func (s *sentence) relateVerb(i int) {
	g := s.chunks[i].vg
	subjects := s.subjectOf(i)
	s.subject[i] = subjects
	args := s.arguments(i)
	s.relateSetting(i, subjects, args)
	if g.verb == nil || g.lemma() == "be" {
		s.relateBe(i, subjects, args)
		return
	}
	if g.verb.acts && s.isExplicit(i) {
		s.section.countAgent(subjects, g)
	}
	if isNaming(g) && s.relateNaming(i, args) {
		return
	}
	if g.negated || s.section.question || s.isDenied(i) {
		return
	}
	if g.passive || g.participle && s.isReduced(i) {
		s.relatePassive(i, args)
		return
	}
	s.relateActive(g, subjects, args, i)
}

// isExplicit says whether the subject of the verb stands in the sentence.
func (s *sentence) isExplicit(i int) bool { return i > 0 && !s.inner }

// isDenied says whether an infinitive hangs on something that is denied: "has no
// way to inform", "does not need to contact".
func (s *sentence) isDenied(i int) bool {
	if !s.chunks[i].vg.infinitive && !s.chunks[i].vg.gerund {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch c := s.chunks[k]; c.kind {
		case chunkPhrase:
			if isNegativeDet(c.np.det) {
				return true
			}
		case chunkPrep:
			if c.word == "without" || c.word == "instead of" {
				return true
			}
		case chunkVerb:
			switch c.vg.lemma() {
			case "avoid", "prevent", "fail", "refuse", "stop", "eliminate", "forget":
				return true
			}
			return c.vg.negated
		default:
			return false
		}
	}
	return false
}

// isReduced says whether a participle belongs to the noun before it: "the tweet
// stored in the cache", rather than being a past tense: "the client sent a tweet".
func (s *sentence) isReduced(i int) bool {
	if i+1 >= len(s.chunks) {
		return true
	}
	next := s.chunks[i+1]
	if next.kind == chunkPhrase || next.kind == chunkPron {
		return false
	}
	if i > 0 && s.chunks[i-1].kind == chunkPhrase && s.chunks[i-1].np.mention >= 0 && !s.verbBefore(i) && !s.verbAfter(i) && next.kind == chunkPrep && next.word != "by" && next.word != "in" && next.word != "on" {
		return false
	}
	return true
}

func (s *sentence) verbBefore(i int) bool {
	for i--; i >= 0; i-- {
		if s.chunks[i].kind == chunkVerb {
			return true
		}
	}
	return false
}

func (s *sentence) verbAfter(i int) bool {
	for i++; i < len(s.chunks); i++ {
		if s.chunks[i].kind == chunkVerb && s.chunks[i].vg.finite {
			return true
		}
	}
	return false
}

// arguments collects the noun phrases behind a verb until the clause ends.
func (s *sentence) arguments(v int) []argument {
	var args []argument
	prep, negated, joined := "", false, false
	for i := v + 1; i < len(s.chunks); i++ {
		switch c := s.chunks[i]; c.kind {
		case chunkPrep:
			if isContrast(c.word) {
				negated = true
			}
			if c.word == "such as" || c.word == "like" || c.word == "alias" || c.word == "including" {
				return args
			}
			prep = c.word
		case chunkPhrase:
			if s.startsClause(i) {
				return args
			}
			if i > v+1 && s.chunks[i-1].kind == chunkConj && len(args) > 0 && args[len(args)-1].prep == prep {
				args[len(args)-1].phrases = append(args[len(args)-1].phrases, c.np)
			} else {
				args = append(args, argument{prep: prep, phrases: []phrase{c.np}, negated: negated, joined: joined})
			}
		case chunkConj:
			joined = true
			if c.word == "but" || c.word == "then" || i+1 < len(s.chunks) && s.chunks[i+1].kind == chunkVerb {
				return args
			}
		case chunkComma:
			if !s.continuesList(i, prep) {
				return args
			}
			joined = true
			if s.chunks[i+1].kind == chunkPhrase && len(args) > 0 {
				args[len(args)-1].phrases = append(args[len(args)-1].phrases, s.chunks[i+1].np)
				i++
			}
		case chunkPron:
		default:
			return args
		}
	}
	return args
}

func isContrast(prep string) bool {
	switch prep {
	case "instead of", "without", "except", "unlike", "than", "against_", "despite", "besides_":
		return true
	}
	return false
}

// startsClause says whether the phrase at i is the subject of the next verb.
func (s *sentence) startsClause(i int) bool {
	if i == 0 || s.chunks[i-1].kind != chunkConj && s.chunks[i-1].kind != chunkComma {
		return false
	}
	for k := i + 1; k < len(s.chunks); k++ {
		switch c := s.chunks[k]; c.kind {
		case chunkVerb:
			return c.vg.finite && !c.vg.participle || c.vg.participle && k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkPhrase
		case chunkPhrase, chunkPrep:
		default:
			return false
		}
	}
	return false
}

// continuesList says whether the comma at i stands in "A, B and C" or before
// another phrase of the same verb: "to A, and to B".
func (s *sentence) continuesList(i int, prep string) bool {
	if i+1 >= len(s.chunks) {
		return false
	}
	switch next := s.chunks[i+1]; next.kind {
	case chunkPrep:
		return next.word == prep && next.word != ""
	case chunkConj:
		return i+2 < len(s.chunks) && (s.chunks[i+2].kind == chunkPhrase && !s.startsClause(i+2) || s.chunks[i+2].kind == chunkPrep)
	case chunkPhrase:
		if s.startsClause(i + 1) {
			return false
		}
		k := i + 2
		for k < len(s.chunks) && (s.chunks[k].kind == chunkComma || s.chunks[k].kind == chunkPhrase) {
			k++
		}
		return k < len(s.chunks) && s.chunks[k].kind == chunkConj
	}
	return false
}
