package diagram

// relateBe reads "X is a service", which makes X a component, and "X is a
// timestamp", which makes it none.
func (s *sentence) relateBe(at int, subjects []int, args []argument) {
	g := s.chunks[at].vg
	if len(subjects) == 0 || len(args) == 0 || g.negated || g.verb != nil || args[0].prep != "" {
		return
	}
	for _, m := range subjects {
		s.declare(m, args[0].phrases[0])
	}
}

// declare notes that mention m is what the phrase says.
func (s *sentence) declare(m int, p phrase) {
	if p.det != "a" && p.det != "an" && p.det != "the" && p.det != "" {
		return
	}
	last := &s.tokens[p.to-1]
	self := &s.section.out.mentions[m]
	w := singular(last.lower)
	h, isHead := headOf(last.text)
	switch {
	case w == "component" || w == "process" || w == "module" || w == "subsystem" || w == "binary" || w == "software" || w == "project":
		self.marks |= markNamed
	case last.code:
	case isHead:
		self.marks |= markNamed
		if self.kind == Component {
			self.kind = h.kind
		}
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

// relateNaming reads "a component called X" and "workers (named as X)".
func (s *sentence) relateNaming(at int, args []argument) {
	g := s.chunks[at].vg
	if !g.passive && !g.participle {
		return
	}
	for _, a := range args {
		if a.prep != "" && a.prep != "as" {
			continue
		}
		for _, m := range named(a.phrases) {
			s.section.out.mentions[m].marks |= markNamed
		}
	}
}

// noteExamples finds what stands in brackets or behind "such as" after a name.
func (r *sectionReader) noteExamples(chunks []chunk) {
	for i, c := range chunks {
		if c.kind != chunkPhrase || c.np.mention < 0 || i+2 > len(chunks)-1 {
			continue
		}
		switch next := chunks[i+1]; {
		case next.kind == chunkOpen:
			r.noteBracket(c.np.mention, chunks[i+2:])
		case next.kind == chunkPrep && (next.word == "such as" || next.word == "like" || next.word == "including"):
			r.noteList(c.np.mention, chunks[i+2:], alias{of: c.np.mention, example: true})
		case next.kind == chunkPrep && next.word == "alias":
			r.noteList(c.np.mention, chunks[i+2:], alias{of: c.np.mention, sure: true})
		case next.kind == chunkComma:
			r.noteApposition(c.np.mention, chunks[i+2:])
		}
	}
}

// noteBracket reads "X (Y)", "X (i.e. Y)", "X (e.g. Y and Z)".
func (r *sectionReader) noteBracket(of int, chunks []chunk) {
	a := alias{of: of}
	if chunks[0].kind == chunkPrep {
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
		if chunks = chunks[1:]; chunks[0].kind == chunkPrep {
			chunks = chunks[1:]
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
	if c.kind != chunkPhrase || c.np.det != "a" && c.np.det != "an" {
		return
	}
	s := &sentence{section: r, tokens: r.tokens}
	s.declare(m, c.np)
}
