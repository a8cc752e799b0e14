package diagram

// relateBe reads "X is a service", which makes X a component, and "X is a
// timestamp", which makes it none.
func (s *sentence) relateBe(at int, subjects []int, args []argument) {
	g := s.chunks[at].vg
	if len(subjects) == 0 || g.negated || !g.copula || !g.finite {
		return
	}
	if s.isInCharge(at) {
		for _, m := range subjects {
			s.section.out.mentions[m].marks |= markNamed
		}
	}
	if len(args) == 0 || args[0].prep != "" {
		return
	}
	for _, m := range subjects {
		s.declare(m, args[0].phrases[0])
	}
}

// isInCharge reads "is responsible for" and "is in charge of".
func (s *sentence) isInCharge(at int) bool {
	i := s.chunks[at].at + 1
	return matchesWords(s.tokens[i:], []string{"responsible", "for"}) || matchesWords(s.tokens[i:], []string{"in", "charge", "of"})
}

// declare notes that mention m is what the phrase says.
func (s *sentence) declare(m int, p phrase) {
	if p.det != "a" && p.det != "an" && p.det != "the" && p.det != "" {
		return
	}
	if p.mention >= 0 && p.mention != m && s.section.out.mentions[p.mention].marks&markTech != 0 && p.det == "" {
		s.section.out.aliases = append(s.section.out.aliases, alias{of: m, name: p.mention, example: true})
		return
	}
	last := &s.tokens[p.to-1]
	self := &s.section.out.mentions[m]
	w := singular(last.lower)
	h, isHead := last.headOf()
	switch {
	case w == "component" || w == "process" || w == "module" || w == "subsystem" || w == "binary" || w == "software" || w == "project":
		self.marks |= markNamed
	case last.code:
	case isHead:
		self.marks |= markNamed
		if self.kind == Component {
			self.kind = h.kind
		}
	case w == "architecture" || w == "implementation" || w == "environment" || w == "part" || w == "solution" || w == "approach":
	case words().nouns[w] != "" || abstractNouns[w]:
		self.marks |= markDenied
	}
	if p.mention >= 0 && p.mention != m && s.section.out.mentions[p.mention].marks&(markBold|markTech) == 0 {
		s.section.out.mentions[p.mention].marks |= markInner
	}
}

// abstractNouns tell of a thing that it does not run.
var abstractNouns = map[string]bool{
	"abstraction": true, "concept": true, "idea": true, "standard": true, "technique": true, "method": true, "property": true, "measure": true, "identifier": true,
	"class": true, "variable": true, "constant": true, "term": true, "extension": true, "evolution": true, "specification": true, "convention": true,
	"knob": true, "threshold": true, "ratio": true, "percentage": true, "kind": true, "form": true, "amount": true, "unit": true, "structure": true, "process": true,
}

func isNaming(g verbGroup) bool {
	l := g.lemma()
	return (l == "call" || l == "name" || l == "dub" || l == "know" || l == "refer") && (g.passive || g.participle)
}

// relateNaming reads "a component called X" and "workers (named as X)".
func (s *sentence) relateNaming(at int, args []argument) bool {
	for _, a := range args {
		if a.prep != "" && a.prep != "as" {
			continue
		}
		found := named(a.phrases)
		for _, m := range found {
			if s.namesComponent(at) {
				s.section.out.mentions[m].marks |= markNamed
			}
			if patients, _ := s.patient(at); len(patients) > 0 {
				s.section.out.aliases = append(s.section.out.aliases, alias{of: patients[0], name: m, sure: true})
			}
		}
		return len(found) > 0
	}
	return false
}

// namesComponent says whether what "called" stands behind is a component: "a new
// server called X".
func (s *sentence) namesComponent(at int) bool {
	for i := at - 1; i >= 0 && i > at-4; i-- {
		if c := s.chunks[i]; c.kind == chunkPhrase {
			w := singular(s.tokens[c.np.to-1].lower)
			h, ok := headOf(w)
			return ok && h.strength > faint || w == "component" || w == "module" || w == "process" || w == "system"
		}
	}
	return false
}

// noteExamples finds what stands in brackets or behind "such as" after a name.
func (r *sectionReader) noteExamples(chunks []chunk) {
	for i, c := range chunks {
		if c.kind == chunkPhrase && c.np.mention >= 0 && i > 0 && chunks[i-1].word == "as" && (c.np.det == "a" || c.np.det == "an") {
			r.out.mentions[c.np.mention].marks |= markInner // "runs as a proxy"
		}
		if c.kind != chunkPhrase || i+2 > len(chunks)-1 {
			continue
		}
		if c.np.mention < 0 {
			r.noteAbbreviation(chunks[i:])
			continue
		}
		switch next := chunks[i+1]; {
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

// noteAbbreviation reads "data encryption key (DEK)": a short name for data.
func (r *sectionReader) noteAbbreviation(chunks []chunk) {
	p := chunks[0].np
	if chunks[1].kind != chunkOpen || chunks[2].kind != chunkPhrase || chunks[2].np.mention < 0 {
		return
	}
	m := &r.out.mentions[chunks[2].np.mention]
	last := singular(r.tokens[p.to-1].lower)
	if isUpperName(m.name) && (words().nouns[last] != "" || isAbstract(last)) {
		m.marks |= markDenied
	}
}

// noteBracket reads "X (Y)", "X (i.e. Y)", "X (e.g. Y and Z)".
func (r *sectionReader) noteBracket(of int, chunks []chunk) {
	a := alias{of: of}
	if len(chunks) > 0 && chunks[0].kind == chunkPrep {
		switch chunks[0].word {
		case "such as", "like", "including":
			a.example = true
		case "alias":
			a.sure = true
		default:
			return
		}
		chunks = chunks[1:]
	}
	if len(chunks) > 1 && chunks[0].kind == chunkVerb && (chunks[0].vg.lemma() == "name" || chunks[0].vg.lemma() == "call") {
		a.sure = true
		if chunks = chunks[1:]; len(chunks) > 0 && chunks[0].kind == chunkPrep {
			chunks = chunks[1:]
		}
	}
	if len(chunks) == 0 {
		return
	}
	if m := chunks[0]; m.kind == chunkPhrase && m.np.mention >= 0 && !a.sure {
		self := r.out.mentions[m.np.mention]
		if self.marks&markTech != 0 && r.out.mentions[of].marks&markTech == 0 {
			a.example = true // "the session cache (Redis)"
		} else if self.marks&markHead != 0 && self.marks&(markBold|markProper) == 0 && len(chunks) > 1 && chunks[1].kind == chunkClose {
			r.out.mentions[m.np.mention].marks |= markInner // "the web server (a reverse proxy)"
		}
	}
	r.noteList(of, chunks, a)
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
	if c.np.det != "a" && c.np.det != "an" {
		return
	}
	s := &sentence{section: r, tokens: r.tokens}
	s.declare(m, c.np)
}
