package diagram

import "slices"

// doer guesses who does what a passive verb without "by" says: the subject of
// the verb before it.
func (s *sentence) doer(at int, patients []int) []int {
	for i := at - 1; i >= 0; i-- {
		if by := s.agentsBefore(i, at); len(by) > 0 {
			return by
		}
		if where := s.workplace(i); len(where) > 0 {
			return where
		}
		if s.isOff(i) {
			continue
		}
		if s.chunks[i].word == "where" && s.chunks[i].kind == chunkSub {
			if there := s.placeOf(i); len(there) > 0 {
				return there
			}
		}
		if s.chunks[i].kind == chunkVerb && s.chunks[i].vg.passive && s.isMain(i) && len(agentsOf(s.arguments(i))) == 0 {
			return s.doer(i, patients) // "is sent to A, and the result is stored in B"
		}
		if s.chunks[i].kind == chunkVerb && s.chunks[i].vg.passive && s.joins(i, at) {
			continue // "it is checked and sent to": the same is done to one thing
		}
		if subjects := s.subject[i]; s.chunks[i].kind == chunkVerb && len(subjects) > 0 && !slices.ContainsFunc(subjects, func(m int) bool { return slices.Contains(patients, m) }) {
			return subjects
		}
	}
	if m := s.stage(); len(m) > 0 {
		return m
	}
	if s.inner || !s.isMain(at) {
		return nil
	}
	if m := s.section.goingOn(s.chunks[at].vg.verb); len(m) > 0 {
		return m
	}
	return s.section.doing() // "## Gateway", "Orders are then sent to"
}

// agentsBefore are who does what the verb at i says, where they do that at a chunk behind it,
// too: "is read by A and written to B", "once encoded by A, videos are sent".
func (s *sentence) agentsBefore(i, at int) []int {
	c := s.chunks[i]
	if c.kind == chunkVerb && (c.vg.passive && s.joins(i, at) || c.vg.participle && i > 0 && s.chunks[i-1].kind == chunkSub) {
		return agentsOf(s.arguments(i))
	}
	return nil
}

// isOff says whether the verb at a chunk tells that its subject does nothing: "if the cache
// is disabled, reads are sent to the store".
func (s *sentence) isOff(i int) bool {
	if s.chunks[i].kind != chunkVerb || !s.chunks[i].vg.passive || s.chunks[i].vg.negated {
		return false
	}
	switch s.chunks[i].vg.lemma() {
	case "disable", "remove", "delete", "stop", "skip", "bypass", "omit", "disconnect", "kill", "evict":
		return true
	}
	return false
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

// modifiesRequest holds for "requests sent to the API" and "the number of records sent to
// the API", which leave open who sends.
func (s *sentence) modifiesRequest(at int) bool {
	v := s.chunks[at].vg
	return v.participle && s.isMeasured(at) || v.participle && v.verb.transfers && !v.verb.keeps() && at > 0 && s.chunks[at-1].kind == chunkPhrase && s.isTalkPhrase(s.chunks[at-1].np)
}

// isMeasured says whether what the participle at a chunk belongs to is only counted: "the
// amount of data written to".
func (s *sentence) isMeasured(at int) bool {
	if at < 3 || s.chunks[at-1].kind != chunkPhrase || s.chunks[at-2].word != "of" || s.chunks[at-3].kind != chunkPhrase {
		return false
	}
	switch Singular(s.tokens[s.chunks[at-3].np.to-1].lower) {
	case "number", "amount", "volume", "rate", "size", "count", "frequency", "share", "percentage", "quantity":
		return true
	}
	return false
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
	case "connect", "attach", "link", "hook", "plug", "register", "subscribe", "integrate", "pair", "couple", "peer":
		return true
	}
	return false
}
