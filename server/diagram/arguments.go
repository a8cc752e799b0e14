package diagram

// argument is a noun phrase behind a verb, with those joined to it by "and".
type argument struct {
	prep    string
	phrases []phrase
	negated bool
	joined  bool // behind "and": not an alternative to what stands before
}

// argumentReader collects the arguments of one verb.
type argumentReader struct {
	*sentence
	verb            int // chunk
	args            []argument
	prep            string
	negated, joined bool
}

// arguments collects the noun phrases behind a verb until the clause ends.
func (s *sentence) arguments(v int) []argument {
	if v+3 < len(s.chunks) && s.chunks[v+1].kind == chunkConj && s.chunks[v+2].kind == chunkVerb && s.tokens[s.chunks[v+2].vg.at].form == s.tokens[s.chunks[v].vg.at].form {
		v += 2 // "retrieves and verifies the order from"
	}
	if s.sharesObject(v) {
		return s.sharedObject(v)
	}
	r := argumentReader{sentence: s, verb: v, args: make([]argument, 0, 4)}
	for i := v + 1; i < len(s.chunks); i++ {
		next, ok := r.take(i)
		if !ok {
			break
		}
		i = next
	}
	return r.args
}

// take reads the chunk at i and returns the last that it has read; it is not ok
// where the clause ends.
func (r *argumentReader) take(i int) (int, bool) {
	switch c := r.chunks[i]; c.kind {
	case chunkPrep:
		if c.word == "of" && (r.chunks[i-1].kind == chunkPron || r.isPortion(i-1)) {
			return i, true // "to one of the workers", "to each of the workers"
		}
		r.prep = c.word
		r.negated = r.negated || isContrast(c.word) || c.at > 0 && r.tokens[c.at-1].tag == tagNeg // "never from Redis"
		return i, c.word != "such as" && c.word != "like" && c.word != "alias" && c.word != "including"
	case chunkPhrase:
		return i, r.takePhrase(i)
	case chunkRel:
		if k := r.skipsClause(i); k >= 0 {
			return k, true
		}
	case chunkConj:
		r.joined = true
		if i+2 < len(r.chunks) && r.chunks[i+1].word == "from" && r.chunks[i+2].word == "there" {
			return i, false // see relateThence
		}
		return i, c.word != "but" && !(i+1 < len(r.chunks) && r.chunks[i+1].kind == chunkVerb)
	case chunkComma:
		return r.takeComma(i)
	case chunkPron:
		return r.takePronoun(i)
	}
	return i, false
}

func (r *argumentReader) takePhrase(i int) bool {
	if r.startsClause(i) || i == r.verb+1 && i+1 < len(r.chunks) && r.chunks[i+1].kind == chunkVerb && r.chunks[i+1].vg.copula {
		return false // "checks the node is free"
	}
	c := r.chunks[i]
	if r.isPart(i) || r.isPortion(i) || r.addSeveral(c.np) {
		return true
	}
	r.negated = r.negated || c.at > 0 && r.tokens[c.at-1].lower == "without"
	r.add(c.np, i > r.verb+1 && r.chunks[i-1].kind == chunkConj)
	return true
}

func (r *argumentReader) takePronoun(i int) (int, bool) {
	c := r.chunks[i]
	if r.chunks[i-1].kind == chunkPhrase && i+1 < len(r.chunks) && r.chunks[i+1].kind == chunkVerb && r.chunks[i+1].vg.finite && (c.word == "it" || isSubjectPronoun(c.word)) {
		if k := r.skipsClause(i - 1); k >= 0 {
			return k, true // "forwards any request it receives to B"
		}
		return i, false // "with keys it downloads"
	}
	if m := r.meant(r.verb, i, r.prep); m >= 0 {
		r.add(phrase{from: c.at, to: c.at + 1, det: "the", mention: m, inner: -1}, false)
	}
	return i, true
}

// takeComma goes on behind a comma in "A, B and C".
func (r *argumentReader) takeComma(i int) (int, bool) {
	if !r.continuesList(i, r.prep) {
		if k := r.skipsInsertion(i); k >= 0 {
			return k, true
		}
		return i, false
	}
	r.joined = true
	if r.chunks[i+1].kind == chunkPhrase && len(r.args) > 0 {
		last := &r.args[len(r.args)-1]
		last.phrases = append(last.phrases, r.chunks[i+1].np)
		return i + 1, true
	}
	return i, true
}

// add adds a phrase, to the argument before when "and" joins it to that.
func (r *argumentReader) add(p phrase, peer bool) {
	if m := r.latter(r.verb, p); m >= 0 {
		p.mention = m
	}
	if n := len(r.args) - 1; peer && n >= 0 && r.args[n].prep == r.prep {
		r.args[n].phrases = append(r.args[n].phrases, p)
		return
	}
	r.args = append(r.args, argument{prep: r.prep, phrases: []phrase{p}, negated: r.negated, joined: r.joined})
}

func isContrast(prep string) bool {
	switch prep {
	case "instead of", "without", "except", "unlike", "than", "despite":
		return true
	}
	return false
}

// startsClause says whether the phrase at i is the subject of the next verb.
func (s *sentence) startsClause(i int) bool {
	if i == 0 || s.chunks[i-1].kind != chunkConj && s.chunks[i-1].kind != chunkComma {
		return false
	}
	for k := i + 1; k < len(s.chunks); k++ {
		switch c := s.chunks[k]; c.kind {
		case chunkVerb:
			return c.vg.finite && !c.vg.participle || c.vg.participle && k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkPhrase
		case chunkPhrase, chunkPrep:
		default:
			return false
		}
	}
	return false
}

// continuesList says whether the comma at i stands in "A, B and C" or before
// another phrase of the same verb: "to A, and to B".
func (s *sentence) continuesList(i int, prep string) bool {
	if i+1 >= len(s.chunks) {
		return false
	}
	switch next := s.chunks[i+1]; next.kind {
	case chunkPrep:
		return next.word == prep && next.word != ""
	case chunkConj:
		return i+2 < len(s.chunks) && (s.chunks[i+2].kind == chunkPhrase && !s.startsClause(i+2) || s.chunks[i+2].kind == chunkPrep)
	case chunkPhrase:
		if s.startsClause(i + 1) {
			return false
		}
		k := i + 2
		for k < len(s.chunks) && (s.chunks[k].kind == chunkComma || s.chunks[k].kind == chunkPhrase) {
			k++
		}
		return k < len(s.chunks) && s.chunks[k].kind == chunkConj
	}
	return false
}
