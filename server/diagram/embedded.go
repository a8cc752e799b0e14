package diagram

// skipsClause returns the chunk before the verb's own preposition where a clause about its
// object begins at chunk i: "sends the trips that have ended to B"; or -1.
func (r *argumentReader) skipsClause(i int) int {
	outer := r.chunks[r.verb].vg.verb
	k := i + 1
	for k < len(r.chunks) && k < i+3 && r.chunks[k].kind == chunkPron {
		k++
	}
	if outer == nil || len(r.args) == 0 || r.args[0].prep != "" || k >= len(r.chunks) || r.chunks[k].kind != chunkVerb || r.chunks[k].vg.verb == nil {
		return -1
	}
	inner := r.chunks[k].vg.verb
	if k+1 < len(r.chunks) && r.chunks[k+1].kind == chunkPhrase && r.chunks[k+1].np.mention < 0 {
		k++
	}
	if k+2 >= len(r.chunks) || r.chunks[k+1].kind != chunkPrep || r.chunks[k+2].kind != chunkPhrase || r.chunks[k+1].word == "from" {
		return -1
	}
	if _, ok := inner.target(r.chunks[k+1].word, nil); ok {
		return -1
	}
	if _, ok := outer.target(r.chunks[k+1].word, nil); !ok {
		return -1
	}
	return k
}

// duties are nouns for what a part is there for: "the job of the matcher is to notify".
var duties = map[string]bool{"responsibility": true, "duty": true, "task": true, "job": true, "role": true, "purpose": true, "goal": true, "aim": true}

// relateOrigin reads "requests to B come from A".
func (s *sentence) relateOrigin(at int, args []argument) bool {
	switch s.chunks[at].vg.lemma() {
	case "come", "originate", "arrive", "stem":
	default:
		return false
	}
	to := s.bound(at)
	if len(to) == 0 {
		return false
	}
	for _, a := range args {
		if a.prep == "from" && !a.negated {
			s.section.emit(relation{subjects: named(a.phrases), targets: []target{{mentions: to}}, protocol: s.protocol(), span: s.span})
			return true
		}
	}
	return false
}
