package diagram

// sharesObject says whether the verb at a chunk and the next one have one object, which
// stands behind the second of their prepositions: "reads from and writes to the store".
func (s *sentence) sharesObject(v int) bool {
	if v+5 >= len(s.chunks) {
		return false
	}
	prep, and, other, last, object := s.chunks[v+1], s.chunks[v+2], s.chunks[v+3], s.chunks[v+4], s.chunks[v+5]
	return prep.kind == chunkPrep && and.kind == chunkConj && (and.word == "and" || and.word == "or") && other.kind == chunkVerb && last.kind == chunkPrep && object.kind == chunkPhrase &&
		s.tokens[other.vg.at].form == s.tokens[s.chunks[v].vg.at].form
}

// sharedObject are the arguments of the verb that takes its object from the next one.
func (s *sentence) sharedObject(v int) []argument {
	var out []argument
	for _, a := range s.arguments(v + 3) {
		if a.prep == s.chunks[v+4].word {
			a.prep = s.chunks[v+1].word
			out = append(out, a)
		}
	}
	return out
}
