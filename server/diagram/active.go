package diagram

import "slices"

// relateActive reads "A sends X to B", "A queries B", "A receives X from B".
func (s *sentence) relateActive(g verbGroup, subjects []int, args []argument, at int) {
	if g.verb.light && !s.isTalkOf(args) || s.tellsOfMove(g, subjects, args) || s.isLikeness(g, args) || s.tellsOfEnd(at) || s.tellsOfAbility(g, args) {
		return
	}
	s.relateHandled(g, subjects, args)
	if s.relateOrigin(at, args) {
		return
	}
	r := s.newRelation(g, args)
	r.subjects = s.carriedBy(at, subjects)
	if m := s.joined(g, subjects, args); len(m) > 0 {
		r.subjects, args = m, args[1:]
	}
	s.targetsBefore(&r, g, args, at)
	s.targetsBehind(&r, g, args)
	if len(r.targets) == 0 {
		s.targetsUnsaid(&r, g, subjects, args, at)
	}
	r.targets = append(r.targets, s.contents(g.verb, args)...)
	if by := s.madeBy(at); len(by) > 0 && g.verb.direct && isInterface(s.objectNoun(args)) {
		r.targets = append(r.targets, target{mentions: by, access: g.verb.access}) // "uses an endpoint exposed by B"
	}
	if len(r.subjects) == 0 && len(r.via) > 0 {
		r.subjects, r.via = r.via, nil // "passes through the matcher to the trip service"
	}
	s.readStores(g, &r)
	s.selectQueues(g, &r)
	s.section.emit(r)
}

// targetsUnsaid takes the targets that are no object of the verb.
func (s *sentence) targetsUnsaid(r *relation, g verbGroup, subjects []int, args []argument, at int) {
	if r.targets = s.implied(g, args, at); len(r.targets) == 0 {
		r.targets = s.queued(g, at)
	}
	if len(r.targets) == 0 && len(subjects) == 2 && g.isMutual() {
		r.subjects, r.targets = subjects[1:], []target{{mentions: subjects[:1]}}
	}
	if len(r.targets) == 0 && g.verb.acts {
		if len(r.subjects) == 0 && !(g.isPassage() && (len(args) == 0 || args[0].prep != "")) {
			r.subjects = s.doer(at, nil) // "tells the user that it is done through B"
		}
		r.targets, r.via = []target{{mentions: r.via}}, nil
	}
}

// targetsBefore takes the targets that no preposition introduces.
func (s *sentence) targetsBefore(r *relation, g verbGroup, args []argument, at int) {
	if tool := s.runTool(g, args); tool >= 0 {
		r.targets = []target{{mentions: []int{tool}}}
	}
	if g.lemma() == "request" && len(args) > 0 && args[0].prep == "" && s.isToldTo(args[0].phrases[0]) {
		r.targets = []target{{mentions: named(args[0].phrases), access: Write}}
	}
	if to := g.verb.provided(args); len(to) > 0 {
		r.targets = []target{{mentions: to, access: Write}}
	}
	if to := g.verb.receiver(args); len(to) > 0 {
		r.targets = []target{{mentions: to, access: Write}}
	}
	if of, prep := s.asked(at, args); len(of) > 0 {
		if prep == "from" && g.verb.takesOn(args) && s.areParts(r.subjects) {
			k := *r
			k.targets, k.via = []target{s.origin(of)}, nil
			s.section.emit(k) // "from which the loader copies files into the store"
			return
		}
		if t, ok := g.verb.target(prep, of); ok {
			if t.access != Write && s.isHandedOver(at) {
				t = target{mentions: of, reversed: true, access: Write}
			}
			r.targets = append(r.targets, t)
		}
	}
}

// isToldTo says whether an infinitive stands behind a phrase: "requests B to complete".
func (s *sentence) isToldTo(p phrase) bool {
	for i, c := range s.chunks {
		if c.kind == chunkPhrase && c.np.from == p.from {
			return i+1 < len(s.chunks) && s.chunks[i+1].kind == chunkVerb && s.chunks[i+1].vg.infinitive
		}
	}
	return false
}

// targetsBehind sorts the phrases behind the verb into targets and ways.
func (s *sentence) targetsBehind(r *relation, g verbGroup, args []argument) {
	for i, a := range args {
		mentions := named(a.phrases)
		if s.areParts(r.subjects) && g.verb.movesFrom(args, i) {
			k := *r
			k.targets, k.via = []target{s.origin(mentions)}, nil
			s.section.emit(k)
			continue
		}
		t, ok := g.verb.target(a.prep, mentions)
		if ok && (a.prep == "to" || a.prep == "for") && offers(g) && isInterface(s.objectNoun(args)) {
			t = target{mentions, true, 0} // "exposes an API to the app"
		}
		switch {
		case a.negated || len(mentions) == 0:
		case isThrough(a.prep) && a.phrases[0].det == "its" && len(r.targets) > 0: // a part of the sender
		case isThrough(a.prep):
			r.via = mentions
		case !ok && a.prep == "from" && g.verb.transfers && len(r.subjects) == 0 && g.lemma() != "move" && g.lemma() != "migrate":
			r.subjects = mentions
		case ok && a.joined && len(r.targets) > 0:
			s.section.emit(*r)
			r.targets = []target{t}
		case ok && a.prep == "from" && g.verb.direct:
			r.targets = append([]target{t}, r.targets...) // "reads the index from the store"
		case ok:
			r.targets = append(r.targets, t)
		}
	}
}

// implied are the targets of a verb where nothing behind it names one.
func (s *sentence) implied(g verbGroup, args []argument, at int) (out []target) {
	if t, ok := g.verb.target("from", s.madeBy(at)); ok && len(t.mentions) > 0 {
		return []target{t}
	}
	if by := s.madeBy(at); g.verb.direct && len(by) > 0 && s.isOffered(at+2) {
		return []target{{mentions: by, access: g.verb.access}} // "calls the API exposed by B"
	}
	if slices.Contains(g.verb.from, "from") && s.tokens[0].tag == tagSub {
		out = s.foundIn(at, args)
	}
	if len(out) == 0 && g.verb.direct && g.verb.access == Read {
		out = s.looksInto(args)
	}
	if len(out) == 0 && g.verb.acts {
		out = s.kept(args)
	}
	return out
}

// isTalkOf says whether the object of a verb like "make" is a call or the like.
func (s *sentence) isTalkOf(args []argument) bool {
	return len(args) > 0 && args[0].prep == "" && (s.isTalkPhrase(args[0].phrases[0]) || args[0].phrases[0].mention >= 0)
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

// objectNoun is the last word of what a verb has for its object, or "".
func (s *sentence) objectNoun(args []argument) string {
	if len(args) == 0 || args[0].prep != "" {
		return ""
	}
	return s.tokens[args[0].phrases[0].to-1].lower
}
