package diagram

import "slices"

// meant returns the name that "it" or "them" at chunk i, an object of the verb at a
// chunk, stands for, or -1: the last one before the verb that is not its subject.
func (s *sentence) meant(verb, i int, prep string) int {
	w := s.chunks[i].word
	if w != "it" && w != "them" && w != "there" || !s.takesParts(verb, prep) {
		return -1
	}
	subject := s.subject[verb]
	for k := verb - 1; k >= 0; k-- {
		if c := s.chunks[k]; c.kind == chunkPhrase && c.np.mention >= 0 && !slices.Contains(subject, c.np.mention) && s.fits(c.np.mention, w) && s.isApart(k, verb) {
			return c.np.mention
		}
	}
	for _, before := range [][]int{s.section.lastTarget, s.section.lastSubject, s.section.lastNamed} {
		if len(before) == 1 && !s.isSame(before[0], subject) && s.fits(before[0], w) {
			return before[0]
		}
	}
	return -1
}

// takesParts says whether what stands behind the preposition is a part of a system
// rather than data.
func (s *sentence) takesParts(verb int, prep string) bool {
	v := s.chunks[verb].vg.verb
	if v == nil {
		return false
	}
	if prep != "" {
		return prep == "from" || prep == "to" || prep == "into" || prep == "with" || prep == "against" || prep == "via" || prep == "through"
	}
	switch v.lemma {
	case "call", "query", "contact", "poll", "invoke", "ask", "notify", "scrape", "ping":
		return true
	}
	return false
}

func (s *sentence) fits(m int, pronoun string) bool {
	n := &s.section.out.mentions[m]
	return n.marks&(markWeak|markTech|markBold) != 0 && (n.marks&markPlural != 0) == (pronoun == "them")
}

// isSame says whether a mention goes by the name of one of others.
func (s *sentence) isSame(m int, others []int) bool {
	return slices.ContainsFunc(others, func(o int) bool { return s.section.out.mentions[o].key == s.section.out.mentions[m].key })
}

// isApart says whether chunk k belongs to a clause before the one of the verb.
func (s *sentence) isApart(k, verb int) bool {
	for k++; k < verb; k++ {
		switch s.chunks[k].kind {
		case chunkVerb, chunkComma, chunkStop, chunkConj, chunkColon:
			return true
		}
	}
	return false
}
