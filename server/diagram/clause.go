package diagram

import "github.com/designls/designls/server/text"

// relation is a statement of one verb: who does something to whom. Its ends are
// mentions of the section; which of them are components is decided for the whole
// document, so the targets are alternatives, the nearest to the verb first.
type relation struct {
	subjects []int
	targets  []target
	via      []int
	carrier  string // "log" in "through a log", or ""
	label    string
	protocol string
	async    bool
	span     text.Span
	list     int // the list or, below zero, the diagram that it is a step of; 0 for none
	step     int
	reply    bool
	cell     bool // stands in a table's cell, which makes no component of a name
	source   Source
}

type target struct {
	mentions []int
	reversed bool // the target is where it comes from
	access   Access
}

// sentence reads the relations of one sentence.
type sentence struct {
	section *sectionReader
	tokens  []token
	chunks  []chunk
	subject [][]int // of the verb at a chunk, once known
	span    text.Span
	inner   bool // stands in parentheses
}

// relate finds what the verbs, arrows and "from ... to" of the sentence say.
func (s *sentence) relate() {
	if s.inner { // the sentence around it is not done with its own
		s.subject = make([][]int, len(s.chunks))
	} else {
		s.subject = s.section.scratch.subjectsFor(len(s.chunks))
	}
	for i := range s.chunks {
		switch s.chunks[i].kind {
		case chunkVerb:
			s.relateVerb(i)
		case chunkArrow:
			s.relateArrow(i)
		case chunkPrep:
			s.relatePrep(i)
		case chunkPhrase:
			s.relateTalk(i)
			s.relateCheck(i)
		}
	}
}

func (s *sentence) relateVerb(i int) {
	g := s.chunks[i].vg
	if s.isInverted(i) {
		s.relateInverted(i)
		return
	}
	subjects := s.subjectOf(i)
	s.subject[i] = subjects
	args := s.arguments(i)
	s.relateSetting(i, subjects, args)
	s.relateRole(i, subjects, args)
	if g.verb != nil && introduces[g.lemma()] {
		s.introduce(i, args)
	}
	if !g.negated && !s.section.question {
		s.relateOffered(i, subjects, args)
		s.relateUseOf(i, subjects, args)
	}
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
	if g.negated || s.section.question || s.isNeither(i) || s.isDenied(i) || g.would && (s.isSubordinate(i) || s.hadTo(g) || s.isRevoked(i)) {
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

// hadTo says whether the verb hangs on "would have to", which tells of what is not.
func (s *sentence) hadTo(g verbGroup) bool {
	return g.at > 1 && s.tokens[g.at-1].lower == "to"
}

// isRevoked says whether "but" and another clause follow what the verb at a chunk
// supposes: "would call Stripe, but we put a queue between".
func (s *sentence) isRevoked(i int) bool {
	for i++; i < len(s.chunks); i++ {
		if s.chunks[i].kind == chunkConj && s.chunks[i].word == "but" {
			return s.verbAfter(i)
		}
	}
	return false
}
