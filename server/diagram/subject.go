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

// subjectOfInfinitive: in "A uses B to send", B sends; in "A needs to send", A.
func (s *sentence) subjectOfInfinitive(at int) []int {
	for i := at - 1; i >= 0; i-- {
		if s.chunks[i].kind != chunkVerb {
			continue
		}
		if objects := s.helpers(i); len(objects) > 0 {
			return objects
		}
		if lemma := s.chunks[i].vg.lemma(); (lemma == "require" || lemma == "need") && at > 0 && s.chunks[at-1].kind == chunkPhrase && s.chunks[at-1].np.mention >= 0 {
			return []int{s.chunks[at-1].np.mention}
		}
		if object := s.objectOf(i); len(s.subject[i]) == 0 && i > 0 && s.chunks[i-1].kind == chunkPron && len(object) > 0 {
			return object // "we extend the kubelet to call"
		}
		return s.subject[i]
	}
	return s.section.inherited(s)
}

// objectOf is what a verb that is followed by an infinitive has for its object.
func (s *sentence) objectOf(verb int) []int {
	for _, a := range s.arguments(verb) {
		if a.prep == "" && !a.negated {
			return named(a.phrases)
		}
	}
	return nil
}

// helpers are what a verb like "use" or "ask" makes do something.
func (s *sentence) helpers(verb int) []int {
	switch s.chunks[verb].vg.lemma() {
	case "use", "leverage", "utilize", "allow", "enable", "cause", "ask", "tell", "instruct", "request", "require", "force", "configure", "let", "help", "notify", "trigger", "call":
		for _, a := range s.arguments(verb) {
			if a.prep == "" {
				return named(a.phrases)
			}
		}
	}
	return nil
}

// subjectOfGerund: the noun right before ("a service sending"), else the subject
// of the verb before, else that of the clause that follows.
func (s *sentence) subjectOfGerund(at int) []int {
	if at > 0 && s.chunks[at-1].kind == chunkPhrase {
		if at >= 3 && s.chunks[at-2].word == "as" && s.chunks[at-3].kind == chunkVerb && len(s.subject[at-3]) > 0 {
			return s.subject[at-3] // "acts as a proxy sending"
		}
		if m := s.chunks[at-1].np.mention; m >= 0 {
			return []int{m}
		}
	}
	for i := at - 1; i >= 0; i-- {
		if s.chunks[i].kind == chunkVerb {
			return s.subject[i]
		}
	}
	for i := at + 1; i < len(s.chunks); i++ {
		if s.chunks[i].kind == chunkVerb && s.chunks[i].vg.finite && !s.chunks[i].vg.participle {
			return s.subjectBefore(i)
		}
	}
	return s.section.inherited(s)
}

// subjectBefore looks left of a finite verb.
func (s *sentence) subjectBefore(at int) []int {
	i := at - 1
	if i < 0 {
		return s.section.inherited(s)
	}
	switch c := s.chunks[i]; c.kind {
	case chunkPhrase:
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

// subjectBeforeComma reads "The gateway, a proxy, sends", "The gateway, which
// runs here, sends", and "..., sends".
func (s *sentence) subjectBeforeComma(at int) []int {
	i := at - 1
	if i >= 3 && s.chunks[i-1].kind == chunkPhrase && s.chunks[i-2].kind == chunkComma && s.chunks[i-3].kind == chunkPhrase && !s.hasVerb(i) {
		if m := s.chunks[i-1].np.mention; m >= 0 && s.isClass(s.chunks[i-3].np) {
			return []int{m} // "A new service, the usage aggregator, consumes"
		}
		return s.subjectPhrase(i - 3)
	}
	if k := s.insertedAfter(i); k >= 0 {
		return s.subjectPhrase(k)
	}
	return s.subjectOfPeer(at)
}

// insertedAfter returns the phrase before an insertion without a verb that the
// comma at i ends: "The gateway, in turn, calls"; or -1.
func (s *sentence) insertedAfter(i int) int {
	for k := i - 1; k > 0; k-- {
		switch s.chunks[k].kind {
		case chunkPhrase, chunkPrep:
		case chunkVerb:
			if g := s.chunks[k].vg; !g.gerund && !g.participle || s.chunks[k-1].kind != chunkComma {
				return -1
			}
		case chunkComma:
			if s.chunks[k-1].kind == chunkPhrase && (k+1 == i || s.chunks[k+1].kind == chunkPrep || s.chunks[k+1].kind == chunkVerb || s.tokens[s.chunks[k+1].at].lower == "running") && !s.hasVerb(k) {
				return k - 1
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// subjectOfPeer is the subject of the verb that the one at a chunk is joined to:
// "asks B to verify the token, then forwards it" goes on with who asks.
func (s *sentence) subjectOfPeer(at int) []int {
	g := s.chunks[at].vg
	if g.verb != nil && g.finite && s.tokens[g.at].form != formBase {
		for i := at - 1; i >= 0; i-- {
			if c := s.chunks[i]; c.kind == chunkVerb && c.vg.finite && !c.vg.participle && len(s.subject[i]) > 0 {
				return s.subject[i]
			}
		}
	}
	if g.verb != nil && s.tokens[g.at].form == formBase && s.tokens[0].tag == tagSub && !s.hasMain(at) {
		return s.section.inherited(s) // "If the order is new, then add it to the queue"
	}
	return s.subjectOfLastVerb(at - 1)
}

// hasMain says whether a verb before the one at a chunk is in the main clause.
func (s *sentence) hasMain(at int) bool {
	for i := 0; i < at; i++ {
		if s.chunks[i].kind == chunkVerb && s.chunks[i].vg.finite && !s.isSubordinate(i) && s.commaBefore(i) {
			return true
		}
	}
	return false
}

func (s *sentence) commaBefore(i int) bool {
	for i--; i >= 0; i-- {
		if s.chunks[i].kind == chunkComma {
			return true
		}
	}
	return false
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
		return nil
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
