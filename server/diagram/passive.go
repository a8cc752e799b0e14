package diagram

import "slices"

// relatePassive reads "X is sent by A to B", "B is called by A", "X is stored in
// B", where the doer is the subject of the sentence so far.
func (s *sentence) relatePassive(at int, args []argument) {
	g := s.chunks[at].vg
	agents := agentsOf(args)
	if g.verb.light && !(g.verb.direct && len(agents) > 0) {
		if to := s.bound(at); len(agents) > 0 && len(to) > 0 {
			s.section.emit(relation{subjects: agents, targets: []target{{mentions: to}}, protocol: s.protocol(), span: s.span}) // "calls to B are made by A"
		}
		return
	}
	patients, from := s.patient(at)
	if len(agents) == 0 && g.finite && isCalling(g.verb) {
		agents = agentsFrom(args) // "is called from A"
	}
	r := s.newRelation(g, args)
	source := r.takePassive(g.verb, args)
	if len(source) > 0 {
		from = source
	}
	if t, ok := s.stranded(at, patients); ok {
		r.targets = append(r.targets, t)
	}
	if len(agents) > 0 && len(r.targets)+len(r.via) == 0 {
		r.targets = s.sameStore(g, at)
	}
	if len(agents) > 0 && g.verb.acts {
		s.takeRequest(g, &r, at, agents, from)
		r, agents = r.callPatient(g.verb, patients, agents)
		if len(r.targets) == 0 && g.verb.access != 0 {
			r.targets = s.written(g.verb, patients)
		}
	}
	if len(agents) > 0 && len(r.targets) == 0 && len(r.via) > 0 {
		r.targets, r.via = []target{{mentions: r.via}}, nil // "is sent through the relay by A"
	}
	switch {
	case len(agents) > 0:
	case len(from) > 0:
		agents = from
	case connects(g.verb) && len(patients) > 0:
		agents = patients
	case !s.modifiesRequest(at):
		agents = s.doer(at, patients)
	}
	if len(r.targets)+len(source) == 0 && len(r.via) > 0 && g.finite {
		r.targets, r.via = s.throughOnly(g.verb, &agents, patients, r.via), nil
	}
	r.subjects = s.notItself(agents, r.targets)
	if len(agents) == 0 || len(source) > 0 && len(r.targets) == 0 && s.section.out.mentions[source[0]].kind.Holds() {
		r.carryThrough(source)
	}
	s.section.emit(r)
}

// carryThrough reads "messages are delivered to B through A" and "files are served from
// B through A", where nothing else is said to do it than A.
func (r *relation) carryThrough(source []int) {
	if len(r.via) == 0 {
		return
	}
	r.subjects, r.via = r.via, nil
	if len(r.targets) == 0 {
		r.targets = []target{{mentions: source, access: Read}}
	}
}

// throughOnly are the targets where nothing is said but what the data go through: "is sent
// to the customer through the mail relay", and "the worker is notified through the queue",
// where the queue is who tells it.
func (s *sentence) throughOnly(v *verb, agents *[]int, patients, via []int) []target {
	if len(patients) > 0 && v.direct && v.access == Write && v.to == nil {
		*agents = via
		return []target{{mentions: patients, access: Write}}
	}
	return []target{{mentions: via}}
}

// takeRequest states what else it says of A that something is done by A: it takes
// requests, reads a queue, goes between or uses what is offered.
func (s *sentence) takeRequest(g verbGroup, r *relation, at int, agents, from []int) {
	s.section.countAgents(agents)
	if to := s.bound(at); len(to) > 0 && passesOn(g.verb) && len(r.targets) == 0 {
		r.targets = []target{{mentions: to}} // "requests to A are proxied by B"
	}
	if held := s.heldIn(at); len(held) > 0 {
		k := *r
		k.subjects, k.targets, k.via = agents, []target{{mentions: held, access: Read}}, nil
		s.section.emit(k)
	}
	if takesRequests(g.verb) && len(from) > 0 {
		k := *r
		k.subjects, k.targets, k.via = agents, []target{s.origin(from)}, nil
		s.section.emit(k)
	}
	last := at - 1
	if last > 1 && s.chunks[last].kind == chunkRel {
		last--
		if s.chunks[last].kind == chunkComma {
			last--
		}
	}
	if by := s.offererOf(last); len(by) > 0 && g.verb.direct && len(r.targets) == 0 {
		r.targets = []target{{mentions: by, access: g.verb.access}} // "serves the API used by A"
	}
}

// stranded reads "X is written to by A", where the preposition belongs to X.
func (s *sentence) stranded(at int, patients []int) (target, bool) {
	if !s.isStranded(at) {
		return target{}, false
	}
	return s.chunks[at].vg.verb.target(s.chunks[at+1].word, patients)
}

func (s *sentence) isStranded(at int) bool {
	return at+2 < len(s.chunks) && s.chunks[at].vg.passive && s.chunks[at+1].kind == chunkPrep && s.chunks[at+2].kind == chunkPrep && s.chunks[at+2].word == "by"
}

func agentsOf(args []argument) []int {
	var out []int
	for _, a := range args {
		if a.prep == "by" && !a.negated {
			out = append(out, named(a.phrases)...)
		}
	}
	return out
}

// takePassive sorts what stands behind a passive verb into targets and ways, and
// returns where the data come from.
func (r *relation) takePassive(v *verb, args []argument) (source []int) {
	for _, a := range args {
		mentions := named(a.phrases)
		switch {
		case a.negated || a.prep == "" || a.prep == "by" || len(mentions) == 0:
		case a.prep == "from" && v.transfers && (len(v.from) == 0 || slices.ContainsFunc(args, func(b argument) bool { return slices.Contains(v.to, b.prep) })):
			source = mentions
		case isThrough(a.prep):
			r.via = mentions
		default:
			if t, ok := v.target(a.prep, mentions); ok {
				r.targets = append(r.targets, t)
			}
		}
	}
	return source
}

// callPatient reads "B is called by A", and "A is backed by B", which is the
// other way round.
func (r relation) callPatient(v *verb, patients, agents []int) (relation, []int) {
	switch {
	case len(r.targets) > 0:
	case v.lemma == "back":
		r.targets = []target{{mentions: agents}}
		return r, patients
	case v.direct:
		r.targets = []target{{mentions: patients, access: v.access}}
	}
	return r, agents
}

// takesRequests holds for what is done to a request: "requests from A are handled
// by B" tells that A calls B.
func takesRequests(v *verb) bool {
	switch v.lemma {
	case "handle", "process", "serve", "answer", "receive", "accept", "proxy", "intercept", "validate", "authenticate", "authorize", "terminate", "balance", "consume", "collect", "ingest":
		return true
	}
	return v.transfers && !v.direct
}
