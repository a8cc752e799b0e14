package diagram

// subjectOf finds who does what the verb at a chunk says.
func (s *sentence) subjectOf(at int) []int {
	g := s.chunks[at].vg
	switch {
	case g.infinitive:
		return s.subjectOfInfinitive(at)
	case g.gerund:
		return s.subjectOfGerund(at)
	}
	return s.subjectBefore(at)
}

// subjectBefore looks left of a finite verb.
func (s *sentence) subjectBefore(at int) []int {
	i := at - 1
	if i < 0 {
		return s.section.inherited(s)
	}
	switch c := s.chunks[i]; c.kind {
	case chunkPhrase:
		if i >= 2 && s.chunks[i-1].kind == chunkPrep && s.chunks[i-2].kind == chunkConj && s.tokens[s.chunks[at].vg.at].form == formThird {
			return s.subjectOfPeer(at) // "reads A, and on a miss falls back to B"
		}
		return s.subjectPhrase(i)
	case chunkPron:
		if c.word == "we" || c.word == "you" {
			return s.placeBefore(i)
		}
		return s.pronoun(i)
	case chunkRel:
		if m := s.antecedent(i); len(m) > 0 || c.at+1 >= len(s.tokens) || s.tokens[c.at+1].lower != "in" && s.tokens[c.at+1].lower != "then" {
			return m
		}
		return s.subjectOfLastVerb(i) // "asks B to take the card, which in turn calls C"
	case chunkComma:
		return s.subjectBeforeComma(at)
	case chunkColon:
		return s.subjectBeforeColon(i)
	case chunkConj:
		return s.subjectOfPeer(at)
	case chunkStop:
		if i == 1 && s.chunks[0].kind == chunkPhrase && isDash(s.tokens[c.at].text) {
			return s.subjectPhrase(0) // "The gateway — routes requests"
		}
		return s.section.inherited(s)
	case chunkVerb:
		return s.headOfRelative(i)
	}
	return nil
}

// headOfRelative is who the relative clause that ends with the verb at a chunk is about:
// "a client that wants to write contacts".
func (s *sentence) headOfRelative(i int) []int {
	for i--; i > 0; i-- {
		switch s.chunks[i].kind {
		case chunkRel:
			return s.antecedent(i)
		case chunkComma, chunkStop, chunkSub, chunkConj, chunkColon:
			return nil
		}
	}
	return nil
}

// subjectBeforeColon reads "Gateway: routes requests".
func (s *sentence) subjectBeforeColon(i int) []int {
	if i >= 1 && s.chunks[i-1].kind == chunkPhrase {
		return s.subjectPhrase(i - 1)
	}
	return s.section.inherited(s)
}

func (s *sentence) subjectOfLastVerb(i int) []int {
	for ; i >= 0; i-- {
		if s.chunks[i].kind == chunkVerb {
			if subject := s.subject[i]; len(subject) > 0 || !s.chunks[i].vg.passive {
				return subject
			}
		}
	}
	return s.section.inherited(s)
}

// placeBefore is where "we" act: "in the trip service, we store trips".
func (s *sentence) placeBefore(i int) []int {
	if i > 0 && s.chunks[i-1].kind == chunkComma {
		i--
	}
	if i < 2 || s.chunks[i-1].kind != chunkPhrase || s.chunks[i-2].kind != chunkPrep || i > 2 && s.chunks[i-3].kind != chunkStop {
		return s.where(i)
	}
	switch s.chunks[i-2].word {
	case "in", "from", "at", "on", "inside", "within":
		if m := s.chunks[i-1].np.mention; m >= 0 && !s.section.out.mentions[m].kind.Holds() {
			return []int{m}
		}
	}
	return nil
}

// isClass holds for "a new service", which names nothing.
func (s *sentence) isClass(p phrase) bool {
	return (p.det == "a" || p.det == "an") && (p.mention < 0 || s.section.out.mentions[p.mention].marks&markAlone != 0)
}
