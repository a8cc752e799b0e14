package diagram

// noteExamples finds what stands in brackets or behind "such as" after a name.
func (r *sectionReader) noteExamples(chunks []chunk) {
	for i, c := range chunks {
		if c.kind == chunkPhrase && c.np.mention >= 0 && i > 0 && chunks[i-1].word == "as" && (c.np.det == "a" || c.np.det == "an") {
			r.out.mentions[c.np.mention].marks |= markInner // "runs as a proxy"
		}
		if c.kind == chunkPhrase && c.np.mention >= 0 && i == 1 && (chunks[0].word == "like" || chunks[0].word == "unlike") {
			r.out.mentions[c.np.mention].marks |= markExample // "Like TiKV, it has"
		}
		if c.kind != chunkPhrase || i+2 > len(chunks)-1 {
			continue
		}
		if c.np.mention < 0 {
			continue
		}
		switch next := chunks[i+1]; {
		case next.kind == chunkOpen && r.isFullName(c.np.mention, chunks[i+2:]):
			r.out.mentions[c.np.mention].marks |= markInner
			chunks[i].np.mention = chunks[i+2].np.mention // "the central manager (Ride Manager)"
		case next.kind == chunkOpen:
			r.noteBracket(c.np.mention, chunks[i+2:])
			if k := closeOf(chunks, i+1); k+2 < len(chunks) && chunks[k+1].kind == chunkPrep && (chunks[k+1].word == "such as" || chunks[k+1].word == "like") {
				r.noteList(c.np.mention, chunks[k+2:], alias{of: c.np.mention, example: true})
			}
		case next.kind == chunkPrep && (next.word == "such as" || next.word == "like" || next.word == "including"):
			r.noteList(c.np.mention, chunks[i+2:], alias{of: c.np.mention, example: true})
		case next.kind == chunkPrep && next.word == "alias":
			r.noteList(c.np.mention, chunks[i+2:], alias{of: c.np.mention, sure: true})
		case next.kind == chunkComma:
			r.noteApposition(c.np.mention, chunks[i+2:])
		}
	}
}

func closeOf(chunks []chunk, open int) int {
	for i := open; i < len(chunks); i++ {
		if chunks[i].kind == chunkClose {
			return i
		}
	}
	return len(chunks)
}

// noteBracket reads "X (Y)", "X (i.e. Y)", "X (e.g. Y and Z)", "X (named Y)".
func (r *sectionReader) noteBracket(of int, chunks []chunk) {
	a := alias{of: of}
	if len(chunks) > 0 && chunks[0].kind == chunkPrep {
		a.example = chunks[0].word == "such as" || chunks[0].word == "like" || chunks[0].word == "including"
		if a.sure = chunks[0].word == "alias"; !a.example && !a.sure {
			return
		}
		chunks = chunks[1:]
	}
	if len(chunks) > 1 && chunks[0].kind == chunkVerb && isNaming(chunks[0].vg) {
		a.sure = true
		if chunks = chunks[1:]; chunks[0].kind == chunkPrep {
			chunks = chunks[1:]
		}
	}
	if len(chunks) > 0 && chunks[0].kind == chunkPhrase && chunks[0].np.mention >= 0 && !a.sure {
		a.example = a.example || r.isProductOf(chunks[0].np.mention, of)
		if len(chunks) > 1 && chunks[1].kind == chunkClose && !a.example {
			r.noteRole(chunks[0].np.mention)
		}
	}
	r.noteList(of, chunks, a)
}

// isProductOf reads "the session cache (Redis)".
func (r *sectionReader) isProductOf(name, of int) bool {
	return r.out.mentions[name].marks&markTech != 0 && r.out.mentions[of].marks&markTech == 0
}

// isFullName says whether a bracket holds nothing but the full name of what a bare noun
// before it tells of.
func (r *sectionReader) isFullName(of int, chunks []chunk) bool {
	if len(chunks) < 2 || chunks[0].kind != chunkPhrase || chunks[0].np.mention < 0 || chunks[1].kind != chunkClose || r.out.mentions[of].marks&(markAlone|markBold) != markAlone {
		return false
	}
	noun, full := nameWords(r.out.mentions[of].name), nameWords(r.out.mentions[chunks[0].np.mention].name)
	return len(noun) == 1 && len(full) > 1 && full[len(full)-1] == noun[0]
}

// noteRole reads "the web server (a reverse proxy)": the second is no component
// beside the first.
func (r *sectionReader) noteRole(name int) {
	if m := &r.out.mentions[name]; m.marks&markHead != 0 && m.marks&(markBold|markProper) == 0 {
		m.marks |= markInner
	}
}

// noteList notes an alias for each name of a list that ends the bracket or the
// clause.
func (r *sectionReader) noteList(of int, chunks []chunk, a alias) {
	for _, c := range chunks {
		switch c.kind {
		case chunkPhrase:
			if c.np.mention < 0 || c.np.mention == of {
				return
			}
			a.name = c.np.mention
			if a.example {
				r.out.mentions[a.name].marks |= markExample
			}
			r.out.aliases = append(r.out.aliases, a)
			a.example = a.example || !a.sure
		case chunkComma, chunkConj:
			if !a.example {
				return
			}
		default:
			return
		}
	}
}

// noteApposition reads "X, a new component," as telling what X is.
func (r *sectionReader) noteApposition(m int, chunks []chunk) {
	c := chunks[0]
	if c.kind != chunkPhrase {
		return
	}
	if self := r.out.mentions[m]; c.np.det == "the" && c.np.mention >= 0 && self.marks&markAlone != 0 && self.marks&(markDefinite|markPlural) == 0 && len(chunks) > 1 && chunks[1].kind == chunkComma {
		r.out.aliases = append(r.out.aliases, alias{of: c.np.mention, name: m, sure: true}) // "a new server, the checksum database,"
		return
	}
	if c.np.det != "a" && c.np.det != "an" || len(chunks) > 1 && startsPredicate(chunks[1]) {
		return
	}
	s := &sentence{section: r, tokens: r.tokens}
	s.declare(m, c.np)
}

// startsPredicate says whether a chunk goes on about the phrase before as a subject:
// "writes to MySQL, then a worker reads".
func startsPredicate(c chunk) bool {
	return c.kind == chunkVerb && c.vg.finite && !c.vg.participle
}
