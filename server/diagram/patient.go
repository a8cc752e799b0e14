package diagram

import "slices"

// patient returns what the passive verb at a chunk is about, and where it comes
// from: "requests from the client are routed".
func (s *sentence) patient(at int) (patients, from []int) {
	i := at - 1
	if i >= 0 && s.chunks[i].kind == chunkRel {
		return s.antecedent(i), nil
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
