package diagram

// askedFor is whom an infinitive is about that "for" introduces: "it is possible for A to
// call B".
func (s *sentence) askedFor(at int) []int {
	if at < 3 || s.chunks[at-1].kind != chunkPhrase || s.chunks[at-2].word != "for" || s.chunks[at-1].np.mention < 0 {
		return nil
	}
	if s.chunks[at-3].kind != chunkVerb && (at < 4 || s.chunks[at-4].kind != chunkVerb || !s.chunks[at-4].vg.copula) {
		return nil // "provides APIs for clients to call"
	}
	if m := s.chunks[at-1].np.mention; s.section.out.mentions[m].kind != Person {
		return []int{m}
	}
	return nil // "for users to opt in, they need"
}

// afterInsertion returns the phrase that a clause or an infinitive parts from its verb: "The
// gateway, when a trip ends, calls", "The gateway, in order to bill, calls"; or -1.
func (s *sentence) afterInsertion(i int) int {
	for k := i - 1; k > 0; k-- {
		if s.chunks[k].kind != chunkComma {
			continue
		}
		if next := s.chunks[k+1]; s.chunks[k-1].kind == chunkPhrase && !s.hasVerb(k) && (next.kind == chunkSub || next.kind == chunkPrep && s.isPurpose(k+1) || next.kind == chunkVerb && next.vg.infinitive || next.kind == chunkConj && next.word == "and" && k+3 == i) {
			return k - 1
		}
		return -1
	}
	return -1
}

// isPurpose reads "in order to send".
func (s *sentence) isPurpose(i int) bool {
	return matchesWords(s.tokens[s.chunks[i].at:], []string{"in", "order", "to"})
}

// skipsInsertion returns the comma that ends an insertion of prepositions behind the one at
// i, before where the verb's own preposition stands: "sends trips, in batches, to B"; or -1.
func (r *argumentReader) skipsInsertion(i int) int {
	k := i + 1
	for k+1 < len(r.chunks) && r.chunks[k].kind == chunkPrep && r.chunks[k+1].kind == chunkPhrase && !isContrast(r.chunks[k].word) {
		k += 2
	}
	if k == i+1 || k+2 >= len(r.chunks) || r.chunks[k].kind != chunkComma || r.chunks[k+1].kind != chunkPrep || r.chunks[k+2].kind != chunkPhrase || r.chunks[r.verb].vg.verb == nil {
		return -1
	}
	if _, ok := r.chunks[r.verb].vg.verb.target(r.chunks[k+1].word, nil); !ok {
		return -1
	}
	return k
}
