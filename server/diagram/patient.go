package diagram

import "slices"

// patient returns what the passive verb at a chunk is about, and where it comes
// from: "requests from the client are routed".
func (s *sentence) patient(at int) (patients, from []int) {
	i := at - 1
	switch {
	case i < 0:
	case s.chunks[i].kind == chunkRel:
		return s.antecedent(i), s.makerBefore(i)
	case s.chunks[at].vg.infinitive && s.chunks[at].vg.passive:
		return s.subject[at], nil // "is available to be called by"
	case s.chunks[i].kind == chunkPron && (s.isStranded(at) || s.chunks[at].vg.verb.direct && len(agentsOf(s.arguments(at))) > 0):
		return s.pronoun(i), nil // "it is written to by", "it is called by"
	case s.chunks[i].kind == chunkSub && s.chunks[at].vg.participle:
		return s.subjectAhead(at), nil // "when asked by the gateway, the stock service"
	case s.chunks[i].kind == chunkConj && s.chunks[at].vg.participle:
		if k := s.passiveBefore(i); k >= 0 {
			return s.patient(k) // "is written by A and read by B"
		}
	}
	if i > 0 && s.chunks[i].kind == chunkComma && s.chunks[i-1].kind == chunkPhrase && s.chunks[at].vg.participle {
		return named([]phrase{s.chunks[i-1].np}), nil // "the trips database, written by the trip service"
	}
	for i >= 0 && s.chunks[i].kind == chunkPhrase {
		p := s.chunks[i].np
		if i > 0 && s.chunks[i-1].kind == chunkPrep {
			if s.chunks[i-1].word == "from" && p.mention >= 0 {
				from = append(from, p.mention)
			}
			if i > 2 && s.isMadeBy(i-2) && p.mention >= 0 {
				from = append(from, p.mention) // "events produced by A are"
				i--
			}
			i -= 2
			continue
		}
		if p.mention >= 0 {
			patients = append(patients, p.mention)
		} else if p.inner >= 0 && p.det == "its" && (s.isTalkPhrase(p) || s.chunks[at].vg.verb.transfers) {
			from = append(from, p.inner) // "the API server's request is"
			s.section.out.mentions[p.inner].marks &^= markInner
		}
		break
	}
	return patients, from
}

// passiveBefore returns the chunk of the last finite verb before chunk i if that is
// passive, or -1.
func (s *sentence) passiveBefore(i int) int {
	for i--; i >= 0; i-- {
		switch c := s.chunks[i]; {
		case c.kind == chunkVerb && c.vg.passive && c.vg.finite:
			return i
		case c.kind == chunkVerb && !c.vg.participle, c.kind == chunkStop, c.kind == chunkSub:
			return -1
		}
	}
	return -1
}

// heldIn is the store that what a passive verb is about lies in: "messages in the
// queue are processed by the worker".
func (s *sentence) heldIn(at int) []int {
	if at < 3 || s.chunks[at-1].kind != chunkPhrase || s.chunks[at-2].word != "in" || s.chunks[at-3].kind != chunkPhrase || s.chunks[at-3].np.mention >= 0 {
		return nil
	}
	if m := s.chunks[at-1].np.mention; m >= 0 && s.section.out.mentions[m].kind.Holds() {
		return []int{m}
	}
	return nil
}

// written are the stores that a passive verb is about: "the database is written by".
func (s *sentence) written(v *verb, patients []int) []target {
	if v.lemma != "write" && !slices.Contains(v.from, "from") {
		return nil // "the log is served by"
	}
	var out []target
	for _, m := range patients {
		if s.section.out.mentions[m].kind.Holds() {
			out = append(out, target{mentions: []int{m}, access: v.access})
		}
	}
	return out
}
