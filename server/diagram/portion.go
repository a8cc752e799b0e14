package diagram

// isPart takes the phrase at i in the place of the one before in "a local instance
// of the database".
func (r *argumentReader) isPart(i int) bool {
	if r.prep != "of" || len(r.args) == 0 || r.chunks[i-1].kind != chunkPrep || r.chunks[i-2].kind != chunkPhrase || r.chunks[i].np.mention < 0 {
		return false
	}
	last := &r.args[len(r.args)-1]
	k := len(last.phrases) - 1
	p := last.phrases[k]
	if w := Singular(r.tokens[p.to-1].lower); p.to != r.chunks[i-2].np.to || !partitive[w] && !(innerNouns[w] && (p.mention < 0 || r.section.out.mentions[p.mention].marks&(markWeak|markTech|markBold) == 0)) {
		return false
	}
	last.phrases[k] = r.chunks[i].np
	if last.phrases[k].det == "" {
		last.phrases[k].det = p.det
	}
	return true
}

// isPortion says whether the phrase at a chunk is "each" or the like before "of".
func (r *argumentReader) isPortion(i int) bool {
	p := r.chunks[i].np
	return r.chunks[i].kind == chunkPhrase && p.mention < 0 && p.det != "" && p.to-p.from == 1 && i+1 < len(r.chunks) && r.chunks[i+1].word == "of"
}

// addSeveral adds the things that "those services" stands for.
func (r *argumentReader) addSeveral(p phrase) bool {
	if !isPlural(r.tokens[p.to-1].lower) || !r.refersBack(p) || p.det == "the" {
		return false
	}
	all := r.severalBefore(r.verb)
	for i, m := range all {
		p.mention = m
		r.add(p, i > 0)
	}
	return len(all) > 0
}
