package diagram

// subjectOfInfinitive: in "A uses B to send", B sends; in "A needs to send", A.
func (s *sentence) subjectOfInfinitive(at int) []int {
	if m := s.askedFor(at); len(m) > 0 {
		return m
	}
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
	if at == 0 {
		if m := s.subjectAhead(at); len(m) > 0 {
			return m
		}
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
	case "use", "leverage", "utilize", "allow", "enable", "cause", "ask", "tell", "instruct", "request", "require", "force", "configure", "let", "help", "notify", "trigger", "call", "provision", "deploy", "launch", "spawn":
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
	if m, ok := s.charged(at); ok {
		return m
	}
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
			if by := s.agentsAt(i); len(by) > 0 && s.chunks[at-1].word == "by" {
				return by // "is found by A by calling"
			}
			return s.subject[i]
		}
	}
	if m := s.subjectAhead(at); len(m) > 0 {
		return m
	}
	if len(s.chunks) > 2 && s.termBefore(2) >= 0 {
		return []int{s.termBefore(2)} // "Mail workers - responsible for sending"
	}
	return s.section.inherited(s)
}

// subjectAhead is the subject of the clause that follows the verb at a chunk: "To read
// from B, A uses".
func (s *sentence) subjectAhead(at int) []int {
	for i := at + 1; i < len(s.chunks); i++ {
		if s.chunks[i].kind == chunkVerb && s.chunks[i].vg.finite && !s.chunks[i].vg.participle {
			return s.subjectBefore(i)
		}
	}
	return nil
}

// charged is who has the task that a gerund tells: "Notifier: sending mails", "Notifier --
// responsible for sending mails", and under a heading "Responsible for sending mails".
func (s *sentence) charged(at int) ([]int, bool) {
	first := at
	if at >= 2 && s.chunks[at-1].kind == chunkPrep && s.chunks[at-2].kind == chunkPhrase && isDuty(s.tokens[s.chunks[at-2].np.to-1].lower) {
		first = at - 2
	} else if at >= 3 && s.chunks[at-1].word == "of" && s.chunks[at-2].kind == chunkPhrase && s.tokens[s.chunks[at-2].np.to-1].lower == "charge" && s.chunks[at-3].word == "in" {
		first = at - 3
	}
	switch {
	case first > 0 && s.chunks[first-1].kind == chunkColon:
		return s.subjectBeforeColon(first - 1), true
	case first == 0 && at > 0 && s.section.item == nil:
		return s.section.doing(), true
	}
	return nil, false
}

func isDuty(w string) bool {
	switch w {
	case "responsible", "accountable", "dedicated", "tasked", "meant", "intended":
		return true
	}
	return false
}

// agentsAt are who does what a passive verb says.
func (s *sentence) agentsAt(i int) []int {
	if g := s.chunks[i].vg; !g.passive || !g.finite {
		return nil
	}
	return agentsOf(s.arguments(i))
}
