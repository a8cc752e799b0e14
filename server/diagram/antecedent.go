package diagram

// hasVerb says whether the clause before chunk i has a verb.
func (s *sentence) hasVerb(i int) bool {
	for i--; i >= 0; i-- {
		switch s.chunks[i].kind {
		case chunkVerb:
			return true
		case chunkStop, chunkSub, chunkRel, chunkColon:
			return false
		}
	}
	return false
}

// antecedent returns what "which", "who" or "that" stands for.
func (s *sentence) antecedent(i int) []int {
	i--
	if i >= 0 && s.chunks[i].kind == chunkComma {
		i--
	}
	if i >= 0 && s.chunks[i].kind == chunkPhrase {
		if i >= 2 && s.chunks[i-1].word == "as" && s.chunks[i-2].kind == chunkVerb && len(s.subject[i-2]) > 0 {
			return s.subject[i-2] // "queriers act as workers, which"
		}
		if i >= 2 && s.chunks[i-1].word == "per" {
			return s.antecedent(i - 1) // "a queue per tenant in which"
		}
		if m := s.appositionOf(i); m >= 0 {
			return []int{m}
		}
		if m := s.definedBefore(i); len(m) > 0 {
			return m
		}
		if m := s.chunks[i].np.mention; m >= 0 {
			return []int{m}
		}
		if m := s.runnerOf(i); len(m) > 0 {
			return m
		}
		if i >= 2 && s.chunks[i-1].kind == chunkPrep && s.chunks[i-1].word != "to" {
			return s.antecedent(i - 1)
		}
		return nil
	}
	return s.subjectOfLastVerb(i)
}

// appositionOf returns X in "X, a new component for Y, which", or -1.
func (s *sentence) appositionOf(i int) int {
	for i >= 2 && s.chunks[i-1].kind == chunkPrep && s.chunks[i-2].kind == chunkPhrase {
		i -= 2
	}
	if s.termBefore(i) >= 0 {
		return s.termBefore(i)
	}
	if i < 2 || s.chunks[i-1].kind != chunkComma && !(s.chunks[i-1].kind == chunkColon && i == 2) || s.chunks[i-2].kind != chunkPhrase {
		return -1
	}
	if det := s.chunks[i].np.det; det != "a" && det != "an" {
		return -1
	}
	return s.chunks[i-2].np.mention
}

// pronoun resolves "it" and "they" in this sentence, else in the one before.
func (s *sentence) pronoun(at int) []int {
	switch w := s.chunks[at].word; w {
	case "both":
		return s.theTwo(at)
	case "each":
		return s.severalBefore(at)
	case "it", "they", "itself", "these", "those":
	default:
		return nil
	}
	one := s.chunks[at].word == "it"
	for i := at - 1; i >= 0; i-- {
		if s.chunks[i].kind == chunkVerb && len(s.subject[i]) > 0 && !(one && (s.isPlural(s.subject[i]) || s.isStranger(s.subject[i]))) {
			return s.subject[i]
		}
	}
	first := s.firstNames(at)
	if one && len(first) > 0 && s.isActedOn(first[0], at) {
		return nil
	}
	if len(first) > 0 && !(one && (s.isPlural(first) || s.isStranger(first))) {
		return first
	}
	return s.section.pronoun(one)
}

// definedBefore returns X in "X is a proxy for Y that".
func (s *sentence) definedBefore(i int) []int {
	for i >= 2 && s.chunks[i-1].kind == chunkPrep && s.chunks[i-2].kind == chunkPhrase && s.chunks[i].np.mention < 0 {
		i -= 2
	}
	if i == 0 || s.chunks[i-1].kind != chunkVerb || !s.chunks[i-1].vg.copula || s.chunks[i].np.det == "" && !isPlural(s.tokens[s.chunks[i].np.to-1].lower) {
		return nil
	}
	if i > 1 && s.chunks[i-2].kind == chunkPron && s.chunks[i].np.det == "the" {
		return nil // "it is the order service that writes"
	}
	if s.chunks[0].kind == chunkVerb && s.chunks[0].vg.participle {
		return nil // "Subscribed to the queue is a proxy, which"
	}
	return s.subject[i-1]
}

// firstNames are the first name before a chunk, and those that stand right behind
// it, as in "`a`/`b`".
func (s *sentence) firstNames(at int) []int {
	var out []int
	for _, c := range s.chunks[:at] {
		switch {
		case c.kind == chunkPhrase && c.np.mention >= 0:
			out = append(out, c.np.mention)
		case c.word == "/":
		case len(out) > 0:
			return out
		}
	}
	return out
}

// isActedOn says whether the first name of a sentence is a store that something is done to:
// "must not read its database; it has to call".
func (s *sentence) isActedOn(m, at int) bool {
	if !s.section.out.mentions[m].kind.Holds() {
		return false
	}
	for _, c := range s.chunks[:at] {
		if c.kind == chunkPhrase && c.np.mention == m {
			return false
		} else if c.kind == chunkVerb && !c.vg.passive {
			return true
		}
	}
	return false
}

// isPlural says whether what some mentions name is several by its form.
func (s *sentence) isPlural(mentions []int) bool {
	n := s.section.out.mentions[mentions[0]]
	return n.marks&markPlural != 0 && n.marks&markTech == 0
}

// isStranger says whether the sentence before is about something that works, and the one
// of a name that nothing is known of: "The chat server stores it. If Bob is offline, it".
func (s *sentence) isStranger(mentions []int) bool {
	known := func(m int) bool { return s.section.out.mentions[m].marks&(markHead|markTech|markBold|markCoined) != 0 }
	last := s.section.lastSubject
	return len(last) > 0 && known(last[0]) && !known(mentions[0]) && s.tokens[0].tag == tagSub
}
