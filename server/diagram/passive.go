package diagram

import "slices"

// relatePassive reads "X is sent by A to B", "B is called by A", "X is stored in
// B", where the doer is the subject of the sentence so far.
func (s *sentence) relatePassive(at int, args []argument) {
	g := s.chunks[at].vg
	if g.verb.light && !(g.verb.direct && len(agentsOf(args)) > 0) {
		return
	}
	patients, from := s.patient(at)
	agents := agentsOf(args)
	r := s.newRelation(g, at, args)
	if source := r.takePassive(g.verb, args); len(source) > 0 {
		from = source
	}
	if t, ok := s.stranded(at, patients); ok {
		r.targets = append(r.targets, t)
	}
	if len(agents) > 0 && g.verb.acts {
		s.section.countAgent(agents, g)
		if to := s.bound(at); len(to) > 0 && passesOn(g.verb) && len(r.targets) == 0 {
			r.targets = []target{{mentions: to}} // "requests to A are proxied by B"
		}
		if held := s.heldIn(at); len(held) > 0 {
			k := r
			k.subjects, k.targets, k.via = agents, []target{{mentions: held, access: Read}}, nil
			s.section.emit(k)
		}
		if takesRequests(g.verb) {
			s.section.emit(withEnds(r, from, agents))
		}
		if by := s.offererOf(at - 1); len(by) > 0 && g.verb.direct && len(r.targets) == 0 {
			r.targets = []target{{mentions: by, access: g.verb.access}} // "serves the API used by A"
		}
		r, agents = r.callPatient(g.verb, patients, agents)
		if len(r.targets) == 0 && g.verb.access != 0 {
			r.targets = s.written(g.verb, patients)
		}
	}
	if len(agents) > 0 && len(r.targets) == 0 && len(r.via) > 0 {
		r.targets, r.via = []target{{mentions: r.via}}, nil // "is sent through the relay by A"
	}
	if len(agents) == 0 {
		agents = from
	}
	if len(agents) == 0 && connects(g.verb) {
		agents = patients
	}
	if len(agents) == 0 && !s.modifiesRequest(at) {
		agents = s.doer(at, patients)
	}
	r.subjects = agents
	s.section.emit(r)
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

func withEnds(r relation, from, to []int) relation {
	r.subjects, r.targets, r.via = from, []target{{mentions: to}}, nil
	return r
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
		if c := s.chunks[i]; c.kind == chunkVerb && c.vg.passive && s.joins(i, at) {
			if by := agentsOf(s.arguments(i)); len(by) > 0 {
				return by // "is read by A and written to B"
			}
		}
		if where := s.workplace(i); len(where) > 0 {
			return where
		}
		if subjects := s.subject[i]; s.chunks[i].kind == chunkVerb && len(subjects) > 0 && !slices.ContainsFunc(subjects, func(m int) bool { return slices.Contains(patients, m) }) {
			return subjects
		}
	}
	if s.inner || !s.isMain(at) {
		return nil
	}
	return s.section.doing() // "## Gateway", "Orders are then sent to"
}

// bound is where the requests go that a passive verb is about.
func (s *sentence) bound(at int) []int {
	if at < 3 || s.chunks[at-1].kind != chunkPhrase || s.chunks[at-2].word != "to" || s.chunks[at-3].kind != chunkPhrase || !s.isTalkPhrase(s.chunks[at-3].np) {
		return nil
	}
	return named([]phrase{s.chunks[at-1].np})
}

// passesOn holds for what something between does to a request.
func passesOn(v *verb) bool {
	switch v.lemma {
	case "proxy", "forward", "route", "send", "relay", "balance", "distribute", "issue", "make", "redirect", "pass":
		return true
	}
	return false
}

// joins says whether "and" joins the verb at a chunk to one before it.
func (s *sentence) joins(before, at int) bool {
	for k := before + 1; k < at; k++ {
		switch s.chunks[k].kind {
		case chunkVerb, chunkSub, chunkRel, chunkStop:
			return false
		}
	}
	return s.chunks[at-1].kind == chunkConj
}

// isMain says whether the passive verb at a chunk is the first verb of a sentence
// that names nothing before it.
func (s *sentence) isMain(at int) bool {
	for _, c := range s.chunks[:at] {
		if c.kind != chunkPhrase && c.kind != chunkPrep || c.kind == chunkPhrase && c.np.mention >= 0 {
			return false
		}
	}
	return s.chunks[at].vg.passive
}

// workplace is where a passive verb says that something is done: in "is hashed in
// the distributor and pushed to" the distributor pushes.
func (s *sentence) workplace(i int) []int {
	if s.chunks[i].kind != chunkVerb || !s.chunks[i].vg.passive && s.chunks[i].vg.lemma() != "arrive" || i+2 >= len(s.chunks) || s.chunks[i+1].kind != chunkPrep || s.chunks[i+2].kind != chunkPhrase {
		return nil
	}
	m := s.chunks[i+2].np.mention
	if w := s.chunks[i+1].word; m < 0 || w != "in" && w != "at" && w != "by" || s.section.out.mentions[m].kind.Holds() {
		return nil
	}
	return []int{m}
}

// modifiesRequest holds for "requests sent to the API", which leaves open who sends.
func (s *sentence) modifiesRequest(at int) bool {
	v := s.chunks[at].vg
	return v.participle && v.verb.transfers && !v.verb.keeps() && at > 0 && s.chunks[at-1].kind == chunkPhrase && s.isTalkPhrase(s.chunks[at-1].np)
}

// keeps holds for verbs that tell where something lies: "the timeline stored in
// the cache" is there for whoever reads it.
func (v *verb) keeps() bool {
	switch v.lemma {
	case "store", "save", "persist", "record", "log", "put", "place", "keep":
		return true
	}
	return false
}

// connects holds for verbs whose passive says what the active does: "is connected
// to".
func connects(v *verb) bool {
	switch v.lemma {
	case "connect", "attach", "link", "hook", "plug", "register", "subscribe":
		return true
	}
	return false
}
