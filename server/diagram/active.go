package diagram

import "slices"

// relateActive reads "A sends X to B", "A queries B", "A receives X from B".
func (s *sentence) relateActive(g verbGroup, subjects []int, args []argument, at int) {
	if g.verb.light && (len(args) == 0 || args[0].prep != "" || !s.isTalkPhrase(args[0].phrases[0]) && args[0].phrases[0].mention < 0) {
		return
	}
	r := s.newRelation(g, at, args)
	r.subjects = subjects
	flush := func() {
		if len(r.targets) > 0 {
			s.section.emit(r)
		}
	}
	var source []int
	for _, a := range args {
		mentions := named(a.phrases)
		if a.negated || len(mentions) == 0 {
			continue
		}
		if isThrough(a.prep) {
			r.via = mentions
			continue
		}
		t, ok := g.verb.target(a.prep, mentions)
		if !ok {
			if a.prep == "from" && g.verb.transfers {
				source = mentions
			}
			continue
		}
		if a.joined && len(r.targets) > 0 {
			flush()
			r.targets = nil
		}
		r.targets = append(r.targets, t)
	}
	if len(r.targets) == 0 && len(r.via) > 0 && g.verb.acts {
		r.targets, r.via = []target{{mentions: r.via}}, nil
	}
	if len(source) > 0 && len(subjects) == 0 {
		r.subjects = source
	}
	flush()
}

func isThrough(prep string) bool { return prep == "via" || prep == "through" }

// target says which end the phrases after a preposition are for the verb.
func (v *verb) target(prep string, mentions []int) (target, bool) {
	switch {
	case prep == "" && v.direct:
		return target{mentions, false, v.access}, true
	case prep == "" && v.origin:
		return target{mentions, true, Write}, true
	case slices.Contains(v.to, prep):
		return target{mentions, false, v.access}, true
	case slices.Contains(v.from, prep):
		return target{mentions, false, Read}, true
	case slices.Contains(v.back, prep):
		return target{mentions, true, Write}, true
	}
	return target{}, false
}

// relatePassive reads "X is sent by A to B", "B is called by A", "X is stored in
// B", where the doer is the subject of the sentence so far.
func (s *sentence) relatePassive(at int, args []argument) {
	g := s.chunks[at].vg
	if g.verb.light {
		return
	}
	patients, from := s.patient(at)
	r := s.newRelation(g, at, args)
	var agents []int
	for _, a := range args {
		if a.prep == "by" && !a.negated {
			agents = append(agents, named(a.phrases)...)
		}
	}
	for _, a := range args {
		mentions := named(a.phrases)
		if a.negated || a.prep == "" || a.prep == "by" || len(mentions) == 0 {
			continue
		}
		if a.prep == "from" && g.verb.transfers && len(g.verb.from) == 0 {
			from = mentions
			continue
		}
		if isThrough(a.prep) {
			r.via = mentions
			continue
		}
		if t, ok := g.verb.target(a.prep, mentions); ok {
			r.targets = append(r.targets, t)
		}
	}
	if len(agents) > 0 && g.verb.acts {
		s.section.countAgent(agents, g)
		if len(from) > 0 && takesRequests(g.verb) {
			s.section.emit(s.withEnds(r, from, agents))
		}
		if len(r.targets) == 0 && (g.verb.direct || g.lemma() == "back" || g.lemma() == "front") {
			r.targets = []target{{mentions: patients, access: g.verb.access}}
			if g.lemma() == "back" {
				agents, r.targets[0].mentions = patients, agents
			}
		}
	}
	if len(agents) == 0 {
		agents = from
	}
	if len(agents) == 0 {
		agents = s.doer(at, patients)
	}
	if r.subjects = agents; len(r.targets) > 0 {
		s.section.emit(r)
	}
}

func (s *sentence) withEnds(r relation, from, to []int) relation {
	r.subjects, r.targets, r.via = from, []target{{mentions: to}}, nil
	return r
}

// patient returns what the passive verb at a chunk is about, and where it comes
// from: "requests from the client are routed".
func (s *sentence) patient(at int) (patients, from []int) {
	i := at - 1
	if i >= 0 && s.chunks[i].kind == chunkRel {
		return s.antecedent(i), nil
	}
	for i >= 0 && s.chunks[i].kind == chunkPhrase {
		p := s.chunks[i].np
		if i > 0 && s.chunks[i-1].kind == chunkPrep {
			if s.chunks[i-1].word == "from" && p.mention >= 0 {
				from = append(from, p.mention)
			}
			i -= 2
			continue
		}
		if p.mention >= 0 {
			patients = append(patients, p.mention)
		}
		break
	}
	return patients, from
}

// takesRequests holds for what is done to a request: "requests from A are handled
// by B" tells that A calls B.
func takesRequests(v *verb) bool {
	switch v.lemma {
	case "handle", "process", "serve", "answer", "receive", "accept", "proxy", "intercept", "validate", "authenticate", "authorize", "terminate", "balance", "consume", "collect", "ingest":
		return true
	}
	return v.transfers
}

// doer guesses who does what a passive verb without "by" says: the subject of
// the verb before it.
func (s *sentence) doer(at int, patients []int) []int {
	for i := at - 1; i >= 0; i-- {
		if subjects := s.subject[i]; s.chunks[i].kind == chunkVerb && len(subjects) > 0 && !slices.ContainsFunc(subjects, func(m int) bool { return slices.Contains(patients, m) }) {
			return subjects
		}
	}
	return nil
}

// named returns the mentions that phrases are about.
func named(phrases []phrase) []int {
	var out []int
	for _, p := range phrases {
		if p.mention >= 0 {
			out = append(out, p.mention)
		}
	}
	return out
}
